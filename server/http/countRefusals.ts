import type { RequestHandler } from 'express';
import type { Meters } from '../lib/meters.ts';
import { isAnsweredElsewhere, refusalOf } from './errors.ts';

/** Counts what the HTTP routes refuse: by the code of the answer, or by its status if it has none. */
export function countRefusals(meters: Pick<Meters, 'refused'>): RequestHandler {
  return (_request, response, next) => {
    response.once('finish', () => {
      if (isAnsweredElsewhere(response)) return;
      const code = refusalOf(response) ?? (response.statusCode >= 400 ? String(response.statusCode) : null);
      if (code !== null) meters.refused('page', code);
    });
    next();
  };
}

import { Router } from 'express';
import type { PrivacyFacts } from '#shared/wire/library.ts';
import { keptDaysIn } from '../store/retention.ts';
import { hasSetAside } from '../store/setAside.ts';
import type { HttpContext } from './context.ts';

/** What anybody may know about the data that this server keeps. */
export function privacyRoutes({ store, keeping, reach, dataDir }: HttpContext): Router {
  const router = Router();
  router.get('/privacy', async (_request, response) => {
    const facts: PrivacyFacts = {
      keepDays: await keptDaysIn(store),
      ...keeping,
      setAside: hasSetAside(dataDir),
      publicUrl: reach.url,
    };
    response.json(facts);
  });
  return router;
}

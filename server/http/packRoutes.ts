import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { scenarioInFile } from '#shared/scenario/packFile.ts';
import { MOST_FAULTS, MOST_PACK_BYTES, MOST_PACKS, type PackAnswer, packBody } from '#shared/wire/packs.ts';
import { sha256 } from '../store/digest.ts';
import type { StoredPack } from '../store/sessionStore.ts';
import { hostScenarios } from './cards.ts';
import { hostOnly, type HttpContext } from './context.ts';
import { refuse } from './errors.ts';
import { PACKS_PATH } from './guards.ts';
import { presetsIn } from './presets.ts';

/** Routes for scenarios of the host's own: upload, list, replace, open for practice, download, remove. */
export function packRoutes(context: HttpContext): Router {
  const router = Router();
  const host = hostOnly(context);
  const text = express.text({ type: 'text/plain', limit: MOST_PACK_BYTES });
  router.get('/host/scenarios', host, list(context));
  router.post(PACKS_PATH, host, text, bring(context));
  router.put(`${PACKS_PATH}/:id`, host, allowPractice(context));
  router.get(`${PACKS_PATH}/:id/file`, host, giveBack(context));
  router.post(`${PACKS_PATH}/:id/delete`, host, remove(context));
  return router;
}

function list({ store }: HttpContext): RequestHandler {
  return async (_request, response) => {
    response.json(await hostScenarios(store));
  };
}

function bring({ store, time }: HttpContext): RequestHandler {
  return async (request, response) => {
    const { body, query } = request;
    if (typeof body !== 'string')
      return refuse(response, 400, 'malformed', 'the text of a scenario file is expected');
    const read = scenarioInFile(body, MOST_PACK_BYTES);
    if (!read.ok) {
      const faults = read.failure.slice(0, MOST_FAULTS);
      const more = read.failure.length - faults.length;
      return void response.json({ outcome: 'faulty', faults, more } satisfies PackAnswer);
    }
    const { id, title } = read.value;
    const kept = await store.packs();
    const before = kept.find((pack) => pack.id === id) ?? null;
    if (before === null && kept.length >= MOST_PACKS)
      return refuse(response, 409, 'tooManyPacks', `${MOST_PACKS} scenarios of one's own are the most`);
    const hash = sha256(body);
    const known = { id, title, version: before?.version ?? 1 };
    if (before?.hash === hash) return void response.json({ outcome: 'known', ...known } satisfies PackAnswer);
    if (before !== null && query['replace'] !== String(before.version))
      return void response.json({ outcome: 'exists', ...known } satisfies PackAnswer);
    const version = (before?.version ?? 0) + 1;
    const practice = before?.practice ?? false;
    await store.putPack({ id, version, hash, body, practice, keptMs: time.timeOfDay() });
    response.status(201).json({ outcome: 'kept', id, title, version } satisfies PackAnswer);
  };
}

function allowPractice(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const body = packBody.safeParse(request.body);
    if (!body.success) return refuse(response, 400, 'malformed', 'whether it may be practised is expected');
    const pack = await packNamed(context, request, response);
    if (pack === null) return;
    await context.store.putPack({ ...pack, practice: body.data.practice });
    response.json(await hostScenarios(context.store));
  };
}

function giveBack(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const pack = await packNamed(context, request, response);
    if (pack === null) return;
    response.attachment(`${pack.id}.json`).type('application/json').send(pack.body);
  };
}

/** Removes a scenario unless a session or a preset uses it; records contain the whole scenario anyway. */
function remove(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const pack = await packNamed(context, request, response);
    if (pack === null) return;
    const { store } = context;
    const { id } = pack;
    const open = { scenario: id, status: 'open', deleted: false, practice: false } as const;
    if ((await store.count(open)) > 0)
      return refuse(response, 409, 'packInSession', 'a session that has not ended was opened from it');
    const presets = await presetsIn(store);
    if (presets.some(({ opening }) => opening.scenario === id))
      return refuse(response, 409, 'packInPreset', 'a preset opens it');
    await store.removePack(id);
    response.json(await hostScenarios(store));
  };
}

async function packNamed(
  { store }: HttpContext,
  request: Request,
  response: Response,
): Promise<StoredPack | null> {
  const id = request.params['id'];
  const found = (await store.packs()).find((pack) => pack.id === id) ?? null;
  if (found === null) refuse(response, 404, 'unknownScenario', 'there is no such scenario of your own');
  return found;
}

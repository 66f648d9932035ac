import { type RequestHandler, Router } from 'express';
import { addressBody, MOST_PRESETS, presetBody, presetNameBody, type Readiness } from '#shared/wire/api.ts';
import type { ServerDamage } from '#shared/wire/damage.ts';
import { damagedDatabaseIn } from '../store/setAside.ts';
import { hostOnly, type HttpContext } from './context.ts';
import { refuse, refuseOpening } from './errors.ts';
import { freeMiB } from './freeSpace.ts';
import { damagedKeyIn } from './hostKey.ts';
import { keepPresets, presetsIn } from './presets.ts';

/** Routes for the host before a session: presets, and whether the server is ready for a class. */
export function preparationRoutes(context: HttpContext): Router {
  const router = Router();
  router.get('/host/presets', hostOnly(context), listPresets(context));
  router.put('/host/presets', hostOnly(context), keepPreset(context));
  router.post('/host/presets/delete', hostOnly(context), deletePreset(context));
  router.get('/host/readiness', hostOnly(context), readiness(context));
  router.get('/host/damage', hostOnly(context), damage(context));
  router.put('/host/address', hostOnly(context), chooseAddress(context));
  return router;
}

function listPresets({ store }: HttpContext): RequestHandler {
  return async (_request, response) => {
    response.json(await presetsIn(store));
  };
}

function keepPreset({ store }: HttpContext): RequestHandler {
  return async (request, response) => {
    const body = presetBody.safeParse(request.body);
    if (!body.success) return refuseOpening(response, body.error, 'a name and an opening are expected');
    const others = (await presetsIn(store)).filter(({ name }) => name !== body.data.name);
    if (others.length >= MOST_PRESETS)
      return refuse(response, 409, 'tooManyPresets', `${MOST_PRESETS} presets are the most`);
    response.json(await keepPresets(store, [...others, body.data]));
  };
}

function deletePreset({ store }: HttpContext): RequestHandler {
  return async (request, response) => {
    const body = presetNameBody.safeParse(request.body);
    if (!body.success) return refuse(response, 400, 'malformed', 'the name of a preset is expected');
    const others = (await presetsIn(store)).filter(({ name }) => name !== body.data.name);
    response.json(await keepPresets(store, others));
  };
}

function readiness({ store, door, dataDir, build, joinAddress, time }: HttpContext): RequestHandler {
  return async (_request, response) => {
    const answer: Readiness = {
      storage: await store.isHealthy(),
      freeMiB: await freeMiB(dataDir),
      version: build,
      password: await door.hasPassword(),
      urls: (await joinAddress.card()).urls.filter((url) => !isThisComputer(url)),
      nowMs: time.timeOfDay(),
    };
    response.json(answer);
  };
}

function damage({ dataDir, damagedSettings }: HttpContext): RequestHandler {
  return (_request, response) => {
    const answer: ServerDamage = {
      database: damagedDatabaseIn(dataDir),
      hostKey: damagedKeyIn(dataDir),
      settings: damagedSettings,
    };
    response.json(answer);
  };
}

function chooseAddress({ joinAddress }: HttpContext): RequestHandler {
  return async (request, response) => {
    const body = addressBody.safeParse(request.body);
    const card = body.success ? await joinAddress.choose(body.data.url) : null;
    if (card === null) return refuse(response, 400, 'malformed', 'an address is expected');
    response.json(card);
  };
}

function isThisComputer(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}

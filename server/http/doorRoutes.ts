import { type Request, type RequestHandler, type Response, Router } from 'express';
import { enterBody, type HostStanding, loginBody, passwordBody } from '#shared/wire/api.ts';
import { type HttpContext, isHost } from './context.ts';
import { askerOf } from './devices.ts';
import { refuse } from './errors.ts';

/** Routes to become the host: by the set-up address first, then by the password set there. */
export function doorRoutes(context: HttpContext): Router {
  const router = Router();
  router.get('/host', standing(context));
  router.post('/host/enter', enter(context));
  router.post('/host/login', login(context));
  router.post('/host/password', setPassword(context));
  return router;
}

function standing(context: HttpContext): RequestHandler {
  return async (request, response) => {
    response.json({
      host: await isHost(context, request),
      password: await context.door.hasPassword(),
    } satisfies HostStanding);
  };
}

/** Wrong secrets count like wrong codes, but never lock out a person with the right one: nobody guesses 128 bits. */
function enter(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const body = enterBody.safeParse(request.body);
    if (!body.success)
      return refuse(response, 400, 'malformed', 'the secret of the host address is expected');
    if (await context.door.opens(body.data.secret)) return welcome(context, response);
    await context.failures.failed(askerOf(context.key, request));
    refuse(
      response,
      403,
      'wrongSecret',
      'this is not the secret of this server, or a password has replaced it',
    );
  };
}

function login(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const body = loginBody.safeParse(request.body);
    if (!body.success) return refuse(response, 400, 'malformed', 'a password is expected');
    if (await isRightPassword(context, request, response, body.data.password))
      await welcome(context, response);
  };
}

/** Anybody with the host's cookie sets the first password; a later one needs the previous one. */
function setPassword(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const body = passwordBody.safeParse(request.body);
    if (!body.success)
      return refuse(response, 400, 'malformed', 'a password of 8 to 200 characters is expected');
    if (!(await isHost(context, request))) return refuse(response, 403, 'notHost', 'this is for the host');
    const { password, current } = body.data;
    if (await context.door.hasPassword()) {
      if (!(await isRightPassword(context, request, response, current ?? ''))) return;
    }
    await context.door.setPassword(password);
    await welcome(context, response);
  };
}

async function isRightPassword(
  context: HttpContext,
  request: Request,
  response: Response,
  password: string,
): Promise<boolean> {
  const asker = askerOf(context.key, request);
  if ((await context.logins.isBlocked(asker)) || !(await context.logins.mayTry(asker))) {
    refuse(response, 429, 'tooMany', 'too many wrong tries; wait a minute');
    return false;
  }
  if (await context.door.isPassword(password)) {
    await context.logins.forgive(asker);
    return true;
  }
  refuse(response, 403, 'wrongPassword', 'this is not the password');
  return false;
}

async function welcome(context: HttpContext, response: Response): Promise<void> {
  response.setHeader('Set-Cookie', await context.door.cookie(context.time.now(), context.reach));
  response.json({ host: true, password: await context.door.hasPassword() } satisfies HostStanding);
}

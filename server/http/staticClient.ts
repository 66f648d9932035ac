import { join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import expressStaticGzip from 'express-static-gzip';
import { noSuchRoute } from './errors.ts';

const YEAR_MS = 31_536_000_000;

/** Headers that speak of a file. */
const ofTheFile = ['Content-Encoding', 'Content-Type', 'Cache-Control', 'ETag'] as const;

/**
 * Serves the built client, as the compressed copies that the build wrote: hashed assets for ever, everything else fresh,
 * and `index.html` for the addresses of its screens. A path with a dot that is no file is not found: it was meant to be a
 * file. An asset of an earlier build is not found either, and the page that asks for it loads itself again.
 */
export function staticClient(directory: string): Router {
  const assets = filesOf(join(directory, 'assets'), { immutable: true, maxAge: YEAR_MS });
  const files = filesOf(directory, { cacheControl: false, setHeaders: unstored });
  const router = Router();
  router.use('/assets', assets, noSuchRoute);
  router.use(files);
  router.get(/^[^.]*$/, pageInstead, files);
  return router;
}

/**
 * Serves the files of a folder, the smallest copy that the browser takes. What is answered instead, where the copy has
 * gone since the start or the asked range is outside it, is written plainly: nothing said of the file is left on it.
 */
function filesOf(
  folder: string,
  how: NonNullable<expressStaticGzip.ExpressStaticGzipOptions['serveStatic']>,
): RequestHandler {
  const serve = expressStaticGzip(folder, {
    enableBrotli: true,
    orderPreference: ['br', 'gzip'],
    index: false,
    serveStatic: { index: false, redirect: false, ...how },
  });
  return (request, response, next) => {
    serve(request, response, (error?: unknown) => {
      for (const name of ofTheFile) response.removeHeader(name);
      next(error);
    });
  };
}

/** Every address of a screen is the one page. */
const pageInstead: RequestHandler = (request, _response, next) => {
  request.url = '/index.html';
  next();
};

function unstored(response: { setHeader(name: string, value: string): unknown }): void {
  response.setHeader('Cache-Control', 'no-cache');
}

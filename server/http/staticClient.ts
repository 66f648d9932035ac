import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RequestHandler, Router } from 'express';
import expressStaticGzip from 'express-static-gzip';
import { isPageAddress } from '#shared/wire/pages.ts';
import { noSuchRoute } from './errors.ts';
import type { PublicAddress } from './publicAddress.ts';

const direct = { url: null, path: '/' };

const YEAR_MS = 31_536_000_000;

/** Headers about a file. */
const ofTheFile = ['Content-Encoding', 'Content-Type', 'Cache-Control', 'ETag'] as const;

/**
 * Serves the built client as the compressed copies that the build wrote: hashed assets for ever, everything else fresh, and
 * `index.html` for the addresses of its screens. A path with a dot that names no file is not found, because it was meant as a
 * file. An asset of an earlier build is not found either; the page that asks for it reloads.
 */
export function staticClient(directory: string, reach: Pick<PublicAddress, 'url' | 'path'> = direct): Router {
  const assets = filesOf(join(directory, 'assets'), { immutable: true, maxAge: YEAR_MS });
  const files = filesOf(directory, { cacheControl: false, setHeaders: unstored });
  const router = Router();
  router.use(readableOnly);
  router.use('/assets', assets, noSuchRoute);
  const page = reach.url === null ? [pageInstead, files] : [toldPage(join(directory, 'index.html'), reach)];
  router.get(/^\/(?:index\.html)?$/, ...page);
  router.use(files);
  router.get(/^[^.]*$/, pagesOnly, ...page);
  return router;
}

/**
 * Serves the files of a folder in the smallest encoding that the browser accepts. If that copy has disappeared since the start, or
 * the requested range lies outside it, the answer is plain and carries no headers of the file.
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

/** The page with the public address written into it: its files are named below that path. */
function toldPage(file: string, { url, path }: Pick<PublicAddress, 'url' | 'path'>): RequestHandler {
  return async (_request, response) => {
    const page = await readFile(file, 'utf8');
    unstored(response);
    response
      .type('html')
      .send(
        page
          .replaceAll('="/assets/', `="${path}assets/`)
          .replace('name="public-url" content=""', `name="public-url" content="${url}"`),
      );
  };
}

/** A path with a broken percent code names no file. */
const readableOnly: RequestHandler = (request, response, next) => {
  if (isReadable(request.path)) next();
  else noSuchRoute(request, response, next);
};

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Every other address is not found: a program gets JSON, a person gets the page that says so. */
const pagesOnly: RequestHandler = (request, response, next) => {
  if (isPageAddress(request.path)) return next();
  if (request.accepts(['json', 'html']) !== 'html') return noSuchRoute(request, response, next);
  response.status(404);
  next();
};

/** Every address of a screen serves the one page. */
const pageInstead: RequestHandler = (request, _response, next) => {
  request.url = '/index.html';
  next();
};

function unstored(response: { setHeader(name: string, value: string): unknown }): void {
  response.setHeader('Cache-Control', 'no-cache');
}

import { join } from 'node:path';
import express, { type RequestHandler, Router } from 'express';

const YEAR_MS = 31_536_000_000;

/**
 * Serves the built client: hashed assets for ever, everything else fresh, and `index.html` for the addresses of its
 * screens. A path with a dot that is no file is not found: it was meant to be a file.
 */
export function staticClient(directory: string): Router {
  const router = Router();
  router.use(
    '/assets',
    express.static(join(directory, 'assets'), { immutable: true, maxAge: YEAR_MS, fallthrough: false }),
  );
  router.use(express.static(directory, { index: false, cacheControl: false, setHeaders: unstored }));
  router.get(/^[^.]*$/, page(join(directory, 'index.html')));
  return router;
}

function page(file: string): RequestHandler {
  return (_request, response, next) => {
    unstored(response);
    response.sendFile(file, (error: Error | undefined) => {
      if (error !== undefined) next();
    });
  };
}

function unstored(response: { setHeader(name: string, value: string): unknown }): void {
  response.setHeader('Cache-Control', 'no-cache');
}

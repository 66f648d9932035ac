import { Router } from 'express';
import type { HttpContext } from './context.ts';

/** Whether the process is alive, and whether it can serve people: not while it drains or cannot write. */
export function healthRoutes({ store, isDraining }: HttpContext): Router {
  const router = Router();
  router.get('/livez', (_request, response) => {
    response.json({ live: true });
  });
  router.get('/readyz', async (_request, response) => {
    const keeps = await store.isHealthy().catch(() => false);
    const ready = keeps && !isDraining();
    response.status(ready ? 200 : 503).json({ ready, keeps, draining: isDraining() });
  });
  return router;
}

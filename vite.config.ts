import { defineConfig } from 'vite';

/**
 * Builds the client. The baseline browsers are Safari 16.4, Chrome and Edge 111, Firefox 114. Everything is served
 * from one origin under `script-src 'self'`, so nothing is inlined; Phaser arrives through `import()` only.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: false,
  resolve: { alias: { '#shared': `${import.meta.dirname}/shared` } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: ['safari16.4', 'chrome111', 'firefox114'],
    modulePreload: { polyfill: false },
    // The map engine is one large chunk by design; it is loaded after the page can be used.
    chunkSizeWarningLimit: 1600,
  },
});

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

/** Below this a compressed copy saves next to nothing. */
const LEAST_BYTES = 512;

/** What every page needs, the join page too. */
const BASE =
  /node_modules\/@?preact\/|shared\/lib\/result\.ts|client\/(?:net\/(?:ownAddress|standIn)|lib\/address|text\/number)\.ts/;

/**
 * Writes a `.br` and a `.gz` copy beside every built file that is worth it, once and as small as can be, so that the
 * server compresses no page while a class loads it. Quality 10 takes half the time of 11 for 2 % more bytes.
 */
function compressed(): Plugin {
  let folder = '';
  return {
    name: 'compressed',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir);
    },
    closeBundle: async () => {
      const found = await readdir(folder, { recursive: true });
      const names = found.filter((name) => /\.(?:css|html|js)$/.test(name));
      await Promise.all(names.map(async (name) => compressFile(join(folder, name))));
    },
  };
}

async function compressFile(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < LEAST_BYTES) return;
  const brotli = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  await Promise.all([
    promisify(brotliCompress)(bytes, { params: brotli }).then((small) => writeFile(`${file}.br`, small)),
    promisify(gzip)(bytes, { level: 9 }).then((small) => writeFile(`${file}.gz`, small)),
  ]);
}

/**
 * Builds the client. The baseline browsers are Safari 16.4, Chrome and Edge 111, Firefox 114. Everything is served
 * from one origin under `script-src 'self'`, so nothing is inlined; Phaser arrives through `import()` only.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  // Scripts and styles name each other relatively, so that the server may lie under a path.
  experimental: {
    renderBuiltUrl: (file, { hostType }) => (hostType === 'html' ? `/${file}` : { relative: true }),
  },
  publicDir: false,
  plugins: [compressed()],
  // Workers load what they need later, too.
  worker: { format: 'es' },
  resolve: { alias: { '#shared': `${import.meta.dirname}/shared` } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: ['safari16.4', 'chrome111', 'firefox114'],
    modulePreload: { polyfill: false },
    // The map engine is one large chunk by design; it is loaded after the page can be used.
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      output: {
        // Small modules that every page needs travel with the view library: each file of its own costs a phone half a kilobyte
        // of headers.
        codeSplitting: { groups: [{ name: 'base', test: BASE }] },
      },
    },
  },
});

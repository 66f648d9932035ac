import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import packageJson from './package.json' with { type: 'json' };

/** The rules that a server would send with every answer, for folders that send none: nothing of elsewhere is loaded or asked. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "worker-src 'self' blob:",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

/** The page of the folder: begins with what stands in for a server, and says its version. */
function pageOfFiles(): Plugin {
  return {
    name: 'page-of-files',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html
          .replace('src="/client/main.tsx"', 'src="/client/files.tsx"')
          .replace(
            '<meta name="public-url" content="" />',
            `<meta http-equiv="content-security-policy" content="${POLICY}" />\n    <meta name="build" content="${packageJson.version}" />`,
          ),
    },
  };
}

/** What only pages of a server need, with the names that others import from it: a folder of files has no such pages. */
const servedOnly: Readonly<Record<string, readonly string[]>> = {
  'client/source/live.ts': ['liveSource', 'openSource'],
  'client/net/joinTrial.ts': ['joinTrial'],
  'client/screens/host/HostScreen.tsx': ['HostScreen'],
  'client/screens/host/HostRoom.tsx': ['HostRoom'],
  'client/screens/join/JoinScreen.tsx': ['JoinScreen'],
  'client/screens/library/LibraryScreen.tsx': ['LibraryScreen'],
  'client/screens/privacy/PrivacyScreen.tsx': ['PrivacyScreen'],
  'client/screens/projector/ProjectorScreen.tsx': ['ProjectorScreen'],
  'client/screens/readiness/ReadinessScreen.tsx': ['ReadinessScreen'],
  'client/screens/readiness/TrialScreen.tsx': ['TrialScreen'],
  'client/screens/server/ServerScreen.tsx': ['ServerScreen'],
};

/** Leaves out what only pages of a server need. */
function withoutServedPages(): Plugin {
  return {
    name: 'without-served-pages',
    enforce: 'pre',
    load: (id) => {
      const names = Object.entries(servedOnly).find(([path]) => id === join(import.meta.dirname, path))?.[1];
      return names
        ?.map((name) => `export const ${name} = () => { throw new Error('${name} needs a server'); };`)
        .join('\n');
    },
  };
}

/** Writes what keeps the folder on the device, so that it works without a network, and prints how large the folder is. */
function keptOnDevice(): Plugin {
  let folder = '';
  return {
    name: 'kept-on-device',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir);
    },
    closeBundle: async () => {
      const found = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = found
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(folder.length + 1)
            .replaceAll('\\', '/'),
        )
        .filter((name) => name !== 'offline.js')
        .toSorted();
      const contents = await Promise.all(files.map(async (name) => readFile(join(folder, name))));
      const digest = createHash('sha256');
      for (const content of contents) digest.update(content);
      const template = await readFile(join(import.meta.dirname, 'client/local/offline.js'), 'utf8');
      const text = template
        .replace("'VERSION'", `'${digest.digest('hex').slice(0, 16)}'`)
        .replace("['FILES']", JSON.stringify(['./', ...files.filter((name) => name !== 'index.html')]));
      await writeFile(join(folder, 'offline.js'), text);
      const sizes = await Promise.all(files.map(async (name) => (await stat(join(folder, name))).size));
      const bytes = sizes.reduce((sum, size) => sum + size, 0);
      console.log(`${folder}: ${files.length + 1} files, ${(bytes / 1e6).toFixed(1)} MB`);
    },
  };
}

/**
 * Builds the program as a folder of plain files that any web space can serve, under any path: practice, replays, what if, rules
 * and kit, without a server. [decision 0099]
 */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  plugins: [pageOfFiles(), withoutServedPages(), keptOnDevice()],
  resolve: { alias: { '#shared': `${import.meta.dirname}/shared` } },
  worker: { format: 'es' },
  build: {
    outDir: 'dist-static',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: ['safari16.4', 'chrome111', 'firefox114'],
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1600,
  },
});

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildClient } from '../../server/commands/buildClient.ts';
import { CommandFailed } from '../../server/lib/commandFailed.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crossroads-build-'));
  await writeFile(join(folder, 'index.html'), '<script type="module" src="/main.js"></script>');
});
afterEach(() => rm(folder, { recursive: true }));

test('a build frees its memory afterwards', async () => {
  await writeFile(join(folder, 'main.js'), 'document.title = `built ${1 + 1}`;');
  const builder = new URL('../../server/commands/buildClient.ts', import.meta.url).href;
  const program = `
    const { buildClient } = await import(${JSON.stringify(builder)});
    await buildClient(${JSON.stringify(folder)});
    console.log(process.memoryUsage().rss);`;
  const args = ['--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
  });
  expect(await readFile(join(folder, 'dist', 'index.html'), 'utf8')).toContain('/assets/index-');
  // Measured: 72 MB; with the build in the same process 139 MB for this one line, 598 MB for the whole client.
  expect(Number(stdout) / 1e6).toBeLessThan(110);
}, 60_000);

test('a build that fails says why in a sentence, with an exit code, and leaves no pages', async () => {
  await writeFile(join(folder, 'main.js'), 'const x = ;');
  const failure: unknown = await buildClient(folder).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(CommandFailed);
  expect(failure).toMatchObject({
    exitCode: 1,
    message: expect.stringMatching(/^The pages could not be built: .*Unexpected token/s),
  });
  expect(String(failure)).not.toMatch(/^\s+at |error during build/m);
  expect(existsSync(join(folder, 'dist', 'index.html'))).toBe(false);
}, 60_000);

test('a folder that is not there fails with a sentence too', async () => {
  await expect(buildClient(join(folder, 'none'))).rejects.toThrow(/^The pages could not be built: /);
}, 60_000);

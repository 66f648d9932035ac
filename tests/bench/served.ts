import { findBrowser, startBrowser } from '../support/browser.ts';
import { startProgram } from '../support/program.ts';
import { encodings, openSessionAt, servedTo } from '../support/servedBytes.ts';

/** P5 as served: bytes over the network to one device, in kB, as a real browser receives them from the real server. */
async function servedBench(): Promise<void> {
  const found = await findBrowser();
  if ('tried' in found) throw new Error(`no browser could be started:\n${found.tried.join('\n')}`);
  const [browser, program] = await Promise.all([startBrowser(found), startProgram()]);
  try {
    const joinUrl = await openSessionAt(program.hostUrl);
    const rows: Record<string, Record<string, number>> = {};
    for (const language of ['en', 'zh'] as const) {
      for (const encoding of ['gzip', 'br', 'none'] as const satisfies (keyof typeof encodings)[]) {
        const { joinParts: _, ...bytes } = await servedTo(browser, joinUrl, language, encoding);
        rows[`${language} ${encoding}`] = Object.fromEntries(
          Object.entries(bytes).map(([page, count]) => [page, Number((count / 1000).toFixed(1))]),
        );
      }
    }
    console.log('P5: kB over the wire to one device (map: behind the start page; seat: after the join page)');
    console.table(rows);
  } finally {
    await browser.close();
    await program.stop();
  }
}

await servedBench();

/** Child of the kill trials: appends as fast as the store accepts and reports each acknowledged line on stdout. */
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { appendOne, sampleSession } from './sampleLines.ts';

const [directory = '', mode = 'honest'] = process.argv.slice(2);
const store = await openSqliteStore(directory);
const stored = await store.byCode('AAAAAA');
if (stored === null) await store.create(sampleSession('one', 'AAAAAA'));
let head = stored?.headSeq ?? 0;
let hash = stored?.headHash ?? sampleSession('one', 'AAAAAA').headerHash;
process.stdout.write('ready\n');
for (;;) {
  const text = { id: `text-${head + 1}`, salt: 's', value: 'words' };
  const append = { ...appendOne('one', head, hash), texts: [text] };
  const kept = store.append(append);
  if (mode === 'honest') await kept;
  else if (head % 50 === 0) await kept;
  head += 1;
  hash = append.lines[0]?.hash ?? '';
  process.stdout.write(`${head} ${hash}\n`);
}

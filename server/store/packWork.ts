import type { StoredPack } from './sessionStore.ts';
import { all, type Row, run, type Work } from './work.ts';

/** All uploaded scenarios, by id. */
export function* keptPacks(): Work<readonly StoredPack[]> {
  return (yield* all('SELECT * FROM packs ORDER BY id')).map(packOf);
}

/** Stores a scenario and replaces the one with its id. */
export function keepPack({ id, version, hash, body, practice, keptMs }: StoredPack): Work<void> {
  return run(putPack, id, version, hash, body, practice ? 1 : 0, keptMs);
}

const putPack = `INSERT INTO packs (id, version, hash, body, practice, kept) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET version = excluded.version, hash = excluded.hash, body = excluded.body,
    practice = excluded.practice, kept = excluded.kept`;

function packOf(row: Row): StoredPack {
  return {
    id: String(row['id']),
    version: Number(row['version']),
    hash: String(row['hash']),
    body: String(row['body']),
    practice: Number(row['practice']) === 1,
    keptMs: Number(row['kept']),
  };
}

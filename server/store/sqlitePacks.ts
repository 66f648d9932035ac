import type { StoredPack } from './sessionStore.ts';
import type { Row, Statements } from './statements.ts';

/** All uploaded scenarios, by id. */
export function keptPacks(sql: Statements): readonly StoredPack[] {
  return sql.all('SELECT * FROM packs ORDER BY id').map(packOf);
}

/** Stores a scenario and replaces the one with its id. */
export function keepPack(sql: Statements, { id, version, hash, body, practice, keptMs }: StoredPack): void {
  sql.run(
    'INSERT OR REPLACE INTO packs (id, version, hash, body, practice, kept) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    version,
    hash,
    body,
    practice ? 1 : 0,
    keptMs,
  );
}

function packOf(row: Row): StoredPack {
  return {
    id: String(row['id']),
    version: Number(row['version']),
    hash: String(row['hash']),
    body: String(row['body']),
    practice: row['practice'] === 1,
    keptMs: Number(row['kept']),
  };
}

import type { ShareLinkGrant } from './sessionStore.ts';
import type { Row, Statements } from './statements.ts';

/** Stores a link by the digest of its secret. */
export function keepShareLink(sql: Statements, { secretHash, session, names, madeMs }: ShareLinkGrant): void {
  const put = 'INSERT INTO share_links (secret_hash, session, names, made) VALUES (?, ?, ?, ?)';
  sql.run(put, secretHash, session, names ? 1 : 0, madeMs);
}

/** The links to a session, the oldest first. */
export function shareLinksTo(sql: Statements, session: string): readonly ShareLinkGrant[] {
  return sql
    .all('SELECT * FROM share_links WHERE session = ? ORDER BY made, secret_hash', session)
    .map(linkOf);
}

/** The link with the digest of its secret, or null. */
export function shareLinkBy(sql: Statements, secretHash: string): ShareLinkGrant | null {
  const [row] = sql.all('SELECT * FROM share_links WHERE secret_hash = ?', secretHash);
  return row === undefined ? null : linkOf(row);
}

function linkOf(row: Row): ShareLinkGrant {
  return {
    secretHash: String(row['secret_hash']),
    session: String(row['session']),
    names: row['names'] === 1,
    madeMs: Number(row['made']),
  };
}

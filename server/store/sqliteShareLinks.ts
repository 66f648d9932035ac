import type { ShareLinkGrant } from './sessionStore.ts';
import type { Row, Statements } from './statements.ts';

/** The operations on links, synchronous. */
interface LinkOperations {
  readonly putShareLink: (link: ShareLinkGrant) => void;
  readonly findShareLink: (secretHash: string) => ShareLinkGrant | null;
  readonly shareLinks: (session: string) => readonly ShareLinkGrant[];
  readonly removeShareLink: (session: string, secretHash: string) => void;
}

/** The operations on links to records, which are known by the digests of their secrets. */
export function shareLinkOperations(sql: Statements): LinkOperations {
  const put = 'INSERT INTO share_links (secret_hash, session, names, made) VALUES (?, ?, ?, ?)';
  return {
    putShareLink: ({ secretHash, session, names, madeMs }) =>
      sql.run(put, secretHash, session, names ? 1 : 0, madeMs),
    findShareLink: (secretHash) =>
      sql.all('SELECT * FROM share_links WHERE secret_hash = ?', secretHash).map(linkOf)[0] ?? null,
    shareLinks: (session) =>
      sql.all('SELECT * FROM share_links WHERE session = ? ORDER BY made, secret_hash', session).map(linkOf),
    removeShareLink: (session, secretHash) =>
      sql.run('DELETE FROM share_links WHERE session = ? AND secret_hash = ?', session, secretHash),
  };
}

function linkOf(row: Row): ShareLinkGrant {
  return {
    secretHash: String(row['secret_hash']),
    session: String(row['session']),
    names: row['names'] === 1,
    madeMs: Number(row['made']),
  };
}

import type { ShareLinkGrant } from './sessionStore.ts';
import { all, type Row, run, type Work } from './work.ts';

/** Keeps a link to a record; links are known by the digests of their secrets. */
export function keepShareLink({ secretHash, session, names, madeMs }: ShareLinkGrant): Work<void> {
  const put = 'INSERT INTO share_links (secret_hash, session, names, made) VALUES (?, ?, ?, ?)';
  return run(put, secretHash, session, names ? 1 : 0, madeMs);
}

/** The link with a secret, or null. */
export function* findShareLink(secretHash: string): Work<ShareLinkGrant | null> {
  const [row] = yield* all('SELECT * FROM share_links WHERE secret_hash = ?', secretHash);
  return row === undefined ? null : linkOf(row);
}

/** The links to a session, the oldest first. */
export function* shareLinksOf(session: string): Work<readonly ShareLinkGrant[]> {
  const rows = yield* all('SELECT * FROM share_links WHERE session = ? ORDER BY made, secret_hash', session);
  return rows.map(linkOf);
}

/** Afterwards the link leads nowhere. */
export function removeShareLink(session: string, secretHash: string): Work<void> {
  return run('DELETE FROM share_links WHERE session = ? AND secret_hash = ?', session, secretHash);
}

function linkOf(row: Row): ShareLinkGrant {
  return {
    secretHash: String(row['secret_hash']),
    session: String(row['session']),
    names: Number(row['names']) === 1,
    madeMs: Number(row['made']),
  };
}

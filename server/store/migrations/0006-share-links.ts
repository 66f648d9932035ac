/** Links that open the replay of an ended session for whoever has them: digests of their secrets only. */
export const shareLinksTable = `
CREATE TABLE share_links (
  secret_hash TEXT PRIMARY KEY,
  session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
  names INTEGER NOT NULL,
  made INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX share_links_by_session ON share_links (session, made);
`;

/**
 * The host's data about a session beside its record: a name, a note, tags and its origin; how long it is kept, and since when it
 * is deleted. Practice is marked, so that it never crowds the list.
 */
export const libraryColumns = `
ALTER TABLE sessions ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
ALTER TABLE sessions ADD COLUMN library_text TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN origin TEXT;
ALTER TABLE sessions ADD COLUMN practice INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sessions ADD COLUMN keep_days INTEGER;
ALTER TABLE sessions ADD COLUMN deleted INTEGER;
ALTER TABLE sessions ADD COLUMN last_entry INTEGER;
UPDATE sessions SET last_entry = (SELECT at FROM lines WHERE session = sessions.id AND seq = sessions.head_seq);
UPDATE sessions SET practice = 1
  WHERE CASE WHEN json_valid(header) THEN coalesce(json_extract(header, '$.options.practice'), 0) ELSE 0 END = 1;
CREATE INDEX sessions_by_created ON sessions (created);
`;

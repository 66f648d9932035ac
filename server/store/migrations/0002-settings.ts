/** Settings of the whole server: the host's password, the host's presets. */
export const settingsTable = `
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

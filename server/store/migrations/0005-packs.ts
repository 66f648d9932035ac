/** Scenarios that a host has uploaded, each as the text of its file; `version` counts how often a newer file replaced it. */
export const packsTable = `
CREATE TABLE packs (
  id TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  hash TEXT NOT NULL,
  body TEXT NOT NULL,
  practice INTEGER NOT NULL DEFAULT 0,
  kept INTEGER NOT NULL
) STRICT;
`;

/** Writes into each session the scenario that its header names; of an unreadable header, nothing. */
export const fillScenario = `
UPDATE sessions SET scenario = CASE WHEN json_valid(header) THEN json_extract(header, '$.scenario.id') END
  WHERE scenario IS NULL;
`;

/** The id of the scenario that a session's header names, to search by. */
export const scenarioColumn = `
ALTER TABLE sessions ADD COLUMN scenario TEXT;
${fillScenario}`;

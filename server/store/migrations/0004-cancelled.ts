/** A session cancelled in the lobby has ended too; this records that nothing was played. */
export const cancelledColumn = `
ALTER TABLE sessions ADD COLUMN cancelled INTEGER NOT NULL DEFAULT 0;
`;

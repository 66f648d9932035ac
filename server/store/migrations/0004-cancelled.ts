/** A session that was cancelled in the lobby has ended too; this says that nothing was played. */
export const cancelledColumn = `
ALTER TABLE sessions ADD COLUMN cancelled INTEGER NOT NULL DEFAULT 0;
`;

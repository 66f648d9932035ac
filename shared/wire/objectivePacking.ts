import { z } from 'zod';
import { objectiveIds } from '../scenario/schema.ts';
import type { OwnView } from '../session/views/tableView.ts';

const wireObjective = z
  .tuple([z.enum(objectiveIds), z.int().nullable(), z.int(), z.boolean(), z.boolean(), z.array(z.string())])
  .transform(([id, reached, goal, barred, done, about]) => ({ id, reached, goal, barred, done, about }));
const wireObjectives = z.tuple([wireObjective, wireObjective]);

/** A seat's two objectives as one text. */
export function objectivesText(objectives: OwnView['objectives']): string {
  return JSON.stringify(
    objectives.map(({ id, reached, goal, barred, done, about }) => [id, reached, goal, barred, done, about]),
  );
}

/** The objectives that `objectivesText` wrote. Throws on any other text. */
export function objectivesOfText(text: string): OwnView['objectives'] {
  return wireObjectives.parse(JSON.parse(text));
}

/**
 * The steps of a debrief in their order: leave the role and say one word, what the room said, three moments, what if, the pivotal
 * order, who paid, fear against deed, promise against deed, a silent round beside talk, why, is the model right, the real world, the
 * same question again, the answers before and after, so what. [product D1]
 */
export const debriefSteps = [
  'leave',
  'words',
  'moments',
  'whatIf',
  'pivotal',
  'paid',
  'fear',
  'promise',
  'silence',
  'why',
  'model',
  'world',
  'question',
  'answers',
  'reflect',
] as const;
/** A step of the debrief. */
export type DebriefStep = (typeof debriefSteps)[number];

/** Fewest people whose words are shown together, so that nobody's words can be told apart. */
export const LEAST_TOGETHER = 3;

/** Whether a step comes at or before another. */
export function isReached(step: DebriefStep, furthest: DebriefStep | null): boolean {
  return furthest !== null && debriefSteps.indexOf(step) <= debriefSteps.indexOf(furthest);
}

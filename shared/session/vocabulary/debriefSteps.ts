/**
 * The steps of a debrief in their order: leave the role and say one word, what the room said, three moments, the pivotal
 * order, who paid, fear against deed, promise against deed, a silent round beside talk, why, is the model right, the real world, the
 * same question again, the answers before and after, so what. [product D1]
 */
export const debriefSteps = [
  'leave',
  'words',
  'moments',
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

/** What fewer people said is not shown: nobody's word may be told from the others'. */
export const LEAST_TOGETHER = 3;

/** Whether a step lies at or before another. */
export function isReached(step: DebriefStep, furthest: DebriefStep | null): boolean {
  return furthest !== null && debriefSteps.indexOf(step) <= debriefSteps.indexOf(furthest);
}

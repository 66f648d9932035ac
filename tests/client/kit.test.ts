import { describe, expect, test } from 'vitest';
import { scenarioById, scenarioIds } from '#shared/scenario/packs.ts';
import { markedText } from '../../client/screens/kit/markedText.ts';
import { runOfShow, secondsOfRound } from '../../client/screens/kit/runOfShow.ts';
import { kit as en } from '../../client/text/en/kit.ts';
import { kit as zh } from '../../client/text/zh/kit.ts';

const plans = scenarioIds.flatMap((id) => {
  const scenario = scenarioById(id);
  return (scenario?.plans ?? []).map((plan) => ({ id, plan }));
});

describe('the run of show', () => {
  test.each(plans)(
    'of $id, $plan.id, fills its minutes without a gap and leaves a quarter or more to the debrief',
    ({ plan }) => {
      const rows = runOfShow(plan);
      expect([rows[0]?.from, rows.at(-1)?.to]).toEqual([0, plan.minutes]);
      rows.slice(1).forEach((row, place) => expect(row.from).toBe(rows[place]?.to));
      const debrief = rows.find(({ part }) => part === 'debrief');
      expect((debrief?.to ?? 0) - (debrief?.from ?? 0)).toBeGreaterThanOrEqual(plan.minutes / 4);
    },
  );

  test('of an hour is the one of the time plans: coming in 5, briefs 6, play 30, debrief 19', () => {
    const hour = plans.find(({ id, plan }) => id === 'twelve-states' && plan.minutes === 60)?.plan;
    if (hour === undefined) throw new Error('the hour is missing');
    expect(runOfShow(hour).map(({ from }) => from)).toEqual([0, 5, 11, 17, 41]);
    expect(secondsOfRound(hour, 1) - secondsOfRound(hour, 2)).toBe(hour.firstRoundExtraSeconds);
  });
});

test('the kit asks and assesses as much in both languages', () => {
  const shape = ({ debrief, rubric, script }: typeof en) => [
    debrief.map(({ questions }) => questions.length),
    rubric.map(({ levels }) => levels.length),
    script(6, 12).length,
  ];
  expect(shape(zh)).toEqual(shape(en));
});

/** Every text of a value, at any depth. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

describe('the marks in a text', () => {
  test('become emphasis, and other asterisks stay', () => {
    expect(markedText('Ask *why* of **any number**.\nDone.')).toEqual([
      [
        { text: 'Ask ', isStressed: false },
        { text: 'why', isStressed: true },
        { text: ' of ', isStressed: false },
        { text: 'any number', isStressed: true },
        { text: '.', isStressed: false },
      ],
      [{ text: 'Done.', isStressed: false }],
    ]);
    expect(markedText('3 * 4 and 2*')).toEqual([[{ text: '3 * 4 and 2*', isStressed: false }]]);
  });

  test.each(scenarioIds)('of %s never appear raw: notes are rendered, and no other text has any', (id) => {
    const { facilitatorNotes, ...others } = scenarioById(id)!;
    const runs = textsOf(facilitatorNotes).flatMap((text) => markedText(text).flat());
    expect(runs.some(({ isStressed }) => isStressed)).toBe(true);
    expect(runs.filter(({ text }) => text.includes('*'))).toEqual([]);
    expect(textsOf(others).filter((text) => /\*\S/.test(text))).toEqual([]);
  });
});

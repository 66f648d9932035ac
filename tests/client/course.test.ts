import { describe, expect, test } from 'vitest';
import { viewFor } from '#shared/session/view.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { courseBoards, coursePlaces, scalePoints } from '../../client/charts/courseGeometry.ts';
import {
  courseSentence,
  courseSentences,
  courseTurns,
  forcesOf,
  movedIn,
  legsOf,
} from '../../client/panels/course/courseOf.ts';
import { lineWords, measuresIn } from '../../client/panels/course/useMeasures.ts';
import { chooseLanguage, fetchWords } from '../../client/text/language.ts';
import { after, decidingTable, delegateOf, host } from '../session/table.ts';

await fetchWords('en');

const seen = (state: Parameters<typeof viewFor>[0]): View => viewFor(state, { kind: 'observer' }, () => null);
const opening = seen(decidingTable());
const played = seen(
  after(
    after(decidingTable(), delegateOf('aurelia'), {
      type: 'sealOrders',
      order: { action: 'restrict', targets: ['meridia'] },
    }),
    host,
    { type: 'closePhase', because: 'host' },
  ),
);

function withTrail(trail: Partial<View['table']['trail']>): View {
  return { ...played, table: { ...played.table, trail: { ...played.table.trail, ...trail } } };
}

describe('the two forces', () => {
  test('differ by the dial at every round, within the rounding of their parts', () => {
    for (const { direction, centripetal, centrifugal } of forcesOf(played))
      expect(Math.abs(centripetal - centrifugal - direction)).toBeLessThanOrEqual(1.5);
    expect(forcesOf(played).map(({ round }) => round)).toEqual([0, 1]);
  });
});

describe('the turns of a course', () => {
  const up = (from: number, to: number) => ({ from, to, way: 'up' });
  const down = (from: number, to: number) => ({ from, to, way: 'down' });

  test.each([
    { trail: [80], legs: [] },
    { trail: [50, 60, 40, 45], legs: [] },
    { trail: [100, 40], legs: [down(0, 1)] },
    { trail: [50, 120, 20, -200], legs: [up(0, 1), down(1, 3)] },
    { trail: [50, -150, -150, 230], legs: [down(0, 2), up(2, 3)] },
    { trail: [50, 90, 75, 120, 130], legs: [up(0, 4)] },
    { trail: [50, 90, 60, 55, 120, 85, 95], legs: [up(0, 1), down(1, 3), up(3, 4), down(4, 5)] },
  ])('of $trail', ({ trail, legs }) => {
    expect(legsOf(trail)).toEqual(legs);
    expect(courseTurns(trail)).toEqual(legs.slice(1).map(({ from }) => from));
  });

  test('come with what moved the dial its way in each leg, the largest first, and nothing that held it back', () => {
    const view = withTrail({
      direction: [100, 160, -100],
      meanTrust: [500, 600, 400],
      institutions: [500, 500, 620],
      regime: [200, 280, 200],
      blocIndex: [200, 200, 400],
      securitizationIndex: [300, 300, 305],
      fragmentationIndex: [300, 300, 250],
    });
    expect(movedIn(view, { from: 1, to: 2, way: 'down' })).toEqual([
      { part: 'blocIndex', side: 'apart', change: 200 },
      { part: 'meanTrust', side: 'together', change: -200 },
      { part: 'regime', side: 'together', change: -80 },
    ]);
    expect(courseSentence(view)).toBe(
      'The dial stands at −10.0: Drifting apart. It rose from +10.0 at the opening to +16.0 after round 1: more pulled it up (Trust +10.0 and Common rules in force +8.0). After round 1 it turned and fell to −10.0 after round 2: more pulled it down (Bloc formation +20.0) and less pulled it up (Trust −20.0).',
    );
  });

  test('have a sentence each, so that every ring of the picture is told; a paragraph tells the last three, with two causes each', () => {
    const view = withTrail({
      direction: [85, 203, 157, 258, 49],
      meanTrust: [500, 560, 500, 560, 500],
      institutions: [500, 500, 500, 500, 500],
      regime: [200, 280, 200, 280, 200],
      blocIndex: [200, 200, 200, 200, 200],
      securitizationIndex: [300, 300, 300, 300, 300],
      fragmentationIndex: [300, 300, 300, 300, 300],
    });
    const [, ...legs] = courseSentences(view);
    expect(legs[0]).toMatch(/^It rose from \+8\.5 at the opening to \+20\.3 after round 1:/);
    for (const [place, round] of courseTurns(view.table.trail.direction).entries())
      expect(legs[place + 1]).toContain(`After round ${round} it turned`);
    expect(courseSentence(view)).not.toContain('at the opening');
    expect(courseSentence(view)).toContain('After round 2 it turned');
  });

  test.each([
    {
      leg: 'a trend that grew pulled the world down',
      trail: { direction: [100, -100], fragmentationIndex: [200, 400] },
      en: 'more pulled it down (Fragmentation +20.0).',
      zh: '：向下的力增强（碎片化 +20.0）。',
    },
    {
      leg: 'a trend that shrank let the world rise',
      trail: { direction: [-100, 100], fragmentationIndex: [400, 200] },
      en: 'less pulled it down (Fragmentation −20.0).',
      zh: '：向下的力减弱（碎片化 −20.0）。',
    },
    {
      leg: 'nothing that moved by a point is named',
      trail: { direction: [-100, 100] },
      en: 'to +10.0 after round 1.',
      zh: '+10.0。',
    },
  ])('say which way a sign pulls: $leg', async ({ trail, en, zh }) => {
    const still = { meanTrust: [500, 500], institutions: [500, 500], regime: [200, 200] };
    const flat = { blocIndex: [200, 200], securitizationIndex: [300, 300], fragmentationIndex: [200, 200] };
    const view = withTrail({ ...still, ...flat, ...trail });
    expect(courseSentences(view)[1]).toContain(en);
    await fetchWords('zh');
    chooseLanguage('zh');
    expect(courseSentences(view)[1]).toContain(zh);
    chooseLanguage('en');
  });

  test('is not spoken of before the first round', () => {
    expect(courseSentence(opening)).toMatch(/^No round has been played\./);
  });
});

describe('the picture of the course', () => {
  test('holds every round and every direction on its board, up to the ends of the scale', () => {
    for (const board of Object.values(courseBoards)) {
      const { x, y } = coursePlaces(board, 16, [-600, 0, 600]);
      for (const round of [0, 16]) {
        expect(x(round)).toBeGreaterThanOrEqual(board.left);
        expect(x(round)).toBeLessThanOrEqual(board.width - board.right);
      }
      expect(y(600)).toBeGreaterThan(board.top);
      expect(y(-600)).toBeLessThan(board.bottom);
      expect(y(600)).toBeLessThan(y(-600));
    }
  });

  test.each([
    { trail: [85, 120], scale: [-120, 0, 220, 400] },
    { trail: [85, -600, 600], scale: [-600, -400, -120, 0, 220, 400, 600] },
    { trail: [0, -300], scale: [-400, -120, 0, 220, 400] },
  ])(
    'has a scale with the edges of the corridor, as far as a path of $trail needs it',
    ({ trail, scale }) => {
      for (const board of Object.values(courseBoards))
        expect(scalePoints(board, coursePlaces(board, 6, trail))).toEqual(scale);
    },
  );

  test('says from which round on the direction can be chosen', () => {
    expect(opening.card.opensAfter).toBe(2);
  });
});

describe('the mark of a turned card', () => {
  const measures = measuresIn([
    { seat: 'aurelia', action: 'restrict', kind: 'pan' },
    { seat: 'meridia', action: 'restrict', kind: 'moderate' },
    { seat: 'savannah', action: 'restrict', kind: 'pan' },
  ]);

  test('says on which side of the line one measure is, and nothing of other cards', () => {
    expect(lineWords(measures, ['aurelia'])).toEqual(['pan-securitization']);
    expect(lineWords(measures, ['meridia'])).toEqual(['moderate']);
    expect(lineWords(measures, ['concordia'])).toEqual([]);
  });

  test('counts the measures of cards that are shown together', () => {
    expect(lineWords(measures, ['aurelia', 'meridia', 'savannah'])).toEqual([
      'moderate: 1',
      'pan-securitization: 2',
    ]);
  });
});

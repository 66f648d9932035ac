import { describe, expect, test } from 'vitest';
import { viewFor } from '#shared/session/view.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { courseBoards, coursePlaces } from '../../client/charts/courseGeometry.ts';
import { courseSentence, courseTurn, forcesOf, movedSince } from '../../client/panels/course/courseOf.ts';
import { lineWords, measuresIn } from '../../client/panels/course/useMeasures.ts';
import { fetchWords } from '../../client/text/language.ts';
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

describe('the turn of a course', () => {
  test.each([
    { trail: [50, 60, 40, 45], turn: null },
    { trail: [50, 120, 20, -200], turn: { round: 1, way: 'down' } },
    { trail: [50, -150, -150, 230], turn: { round: 2, way: 'up' } },
    { trail: [100, 40], turn: { round: 0, way: 'down' } },
    { trail: [80], turn: null },
  ])('of $trail is $turn', ({ trail, turn }) => {
    expect(courseTurn(trail)).toEqual(turn);
  });

  test('names what moved the dial its way since, the largest first, and nothing that held it back', () => {
    const view = withTrail({
      direction: [100, -100],
      meanTrust: [500, 400],
      institutions: [500, 620],
      regime: [200, 200],
      blocIndex: [200, 400],
      securitizationIndex: [300, 305],
      fragmentationIndex: [300, 250],
    });
    expect(movedSince(view, { round: 0, way: 'down' })).toEqual([
      { part: 'blocIndex', change: 200 },
      { part: 'meanTrust', change: -100 },
    ]);
    expect(courseSentence(view)).toBe(
      'The dial stands at −10.0: Drifting apart. It has fallen since the opening, from +10.0. Since then: Bloc formation +20.0 and Trust −10.0.',
    );
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

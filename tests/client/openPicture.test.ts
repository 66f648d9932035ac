import { describe, expect, test } from 'vitest';
import { viewFor } from '#shared/session/view.ts';
import { openPicture } from '../../client/panels/picture/openPicture.ts';
import { tiesOf } from '../../client/panels/world/ties.ts';
import { en } from '../../client/text/en.ts';
import { a, agreed, b, c, d, restraint, termsOf } from '../session/bargaining.ts';

describe('a map that is saved as a picture', () => {
  test('shows no secret agreement and nobody’s own state, whoever saves it', () => {
    const terms = termsOf([restraint], { untilRound: 3 });
    const state = agreed([c, d], terms, 'secret', agreed([a, b], terms));
    const view = viewFor(state, { kind: 'delegate', seat: c, delegate: `person-${c}` }, () => null);
    expect(tiesOf(view)).toHaveLength(2);
    const { ties, nodes } = openPicture(view, 'en', en.play.map);
    expect(ties).toEqual([{ a, b, secret: false }]);
    expect(nodes.some(({ own, sealed }) => own || sealed)).toBe(false);
    expect(nodes).toHaveLength(view.card.seats.length);
  });
});

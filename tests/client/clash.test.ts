import { beforeAll, describe, expect, test } from 'vitest';
import type { SeatId } from '#shared/model/world.ts';
import { viewFor } from '#shared/session/view.ts';
import type { Terms } from '#shared/session/vocabulary/clauses.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { blocName } from '../../client/panels/lookup.ts';
import { sentenceOf } from '../../client/panels/why/causes.ts';
import { clashOf } from '../../client/panels/agreements/clash.ts';
import { promisesOf } from '../../client/panels/agreements/deeds.ts';
import { chooseLanguage, fetchWords } from '../../client/text/language.ts';
import { after, decidingTable, delegateOf, host } from '../session/table.ts';

beforeAll(async () => {
  await fetchWords('en');
  chooseLanguage('en');
});

const seen = (state: SessionState, seat: SeatId) =>
  viewFor(state, { kind: 'delegate', seat, delegate: `person-${seat}` }, () => null);

const promise = (action: 'dialogue' | 'commit', byRound: number): Terms => ({
  clauses: [{ kind: 'carryOut', action, towards: action === 'dialogue' ? 'parties' : null, byRound }],
  force: 'pledge',
  fromRound: 1,
  untilRound: byRound,
});

/** Concordia has promised Indravar a commitment in this round. */
function promised(): SessionState {
  const offered = after(decidingTable(), delegateOf('concordia'), {
    type: 'proposeAgreement',
    parties: ['concordia', 'indravar'],
    terms: promise('commit', 1),
    secrecy: 'public',
  });
  const agreement = offered.agreements.at(-1)?.id ?? '';
  return after(offered, delegateOf('indravar'), { type: 'signAgreement', agreement, wording: 1 });
}

describe('a second promise for the one card of a round', () => {
  test('is reported before it is made, with both promises and the round', () => {
    const view = seen(promised(), 'concordia');
    expect(clashOf(view, promise('dialogue', 1), null)).toBe(
      'You have one order a round. By round 1 you would owe 2 different orders in 1 round: ' +
        'Each party commits to common rules by round 1. Each party opens a dialogue with another party by round 1. ' +
        'At least one of these promises would be broken.',
    );
  });

  test('is no conflict if there are enough rounds, if one card serves both, or if nothing is promised', () => {
    const view = seen(promised(), 'concordia');
    expect(clashOf(view, promise('dialogue', 2), null)).toBeNull();
    expect(clashOf(view, promise('commit', 1), null)).toBeNull();
    expect(clashOf(seen(promised(), 'aurelia'), promise('dialogue', 1), null)).toBeNull();
  });

  test('is reported for a promise that forbids what another requires', () => {
    const joins: Terms = {
      ...promise('commit', 1),
      clauses: [{ kind: 'carryOut', action: 'join-exclusive', towards: null, byRound: 1 }],
    };
    const stays: Terms = {
      ...joins,
      clauses: [{ kind: 'refrain', action: 'join-exclusive', against: 'anyone' }],
    };
    const offered = after(decidingTable(), delegateOf('concordia'), {
      type: 'proposeAgreement',
      parties: ['concordia', 'indravar'],
      terms: joins,
      secrecy: 'public',
    });
    expect(clashOf(seen(offered, 'concordia'), stays, null)).toMatch(
      /^This goes against a promise you have already made/,
    );
  });
});

describe('a bloc', () => {
  const view = seen(decidingTable(), 'aurelia');
  const joined = (bloc: number) => ({ reason: 'joined', authors: [1], bloc, event: null, delta: 1 }) as const;

  test('of the opening bears the name that briefs and scenario give it', () => {
    const opening = decidingTable().basis.scenario.opening.blocs;
    expect(view.table.blocs.map((bloc) => blocName(view, bloc))).toEqual(opening.map(({ name }) => name.en));
  });

  test('that has dissolved is never called a camp if it may have been a group', () => {
    expect(sentenceOf(view, joined(99), [])).toBe('Meridia joined a bloc');
    expect(sentenceOf(view, joined(1), [])).toBe('Meridia joined Harbour Pact');
    expect(sentenceOf(view, { ...joined(99), reason: 'functionalGroup' }, [])).toMatch(/the issue groups/);
  });
});

test('a broken promise names its clause', () => {
  const broken = after(promised(), host, { type: 'closePhase', because: 'host' });
  const [breach] = promisesOf(seen(broken, 'aurelia'), 'concordia').breaches;
  expect(breach).toMatchObject({ round: 1, clause: { kind: 'carryOut', action: 'commit' } });
});

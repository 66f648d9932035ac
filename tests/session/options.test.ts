import { describe, expect, test } from 'vitest';
import {
  optionsInForce,
  recordedOptions,
  recordedOptionsSchema,
  type OptionsInForce,
} from '#shared/session/vocabulary/options.ts';
import { openSessionBody } from '#shared/wire/api.ts';

const oldest = { plan: '5x3', openDeck: false, practice: false, coverEmptySeats: true };

/** Every option with a value other than the default; a new option does not compile until it is added here. */
const unusual: OptionsInForce = {
  plan: '5x3',
  openDeck: true,
  practice: false,
  coverEmptySeats: false,
  decisionRule: 'majority',
  delegationSize: 2,
  survey: true,
  scarred: false,
  talk: 'closed',
  privateTalkOpens: true,
  hostReadsTalk: true,
  entry: { newcomers: 'untilStart', arrival: 'wait', observers: false },
  coverAfterSeconds: 180,
  standInsBargain: true,
  trustSeen: 'own',
  talkLevel: 'plainMoves',
  pace: { rounds: 4, seconds: { briefing: 0, negotiation: 60, decision: 60, reveal: 30, review: 0 } },
  pledgesOnly: true,
  hiddenEnd: true,
  languages: 'zh',
  treatment: { here: 'talkNone', among: ['talkWords', 'talkNone'] },
};

describe('the options of a session', () => {
  test('are filled in where a record holds nothing, and left out again', () => {
    const inForce = optionsInForce(oldest);
    expect(Object.keys(inForce).toSorted()).toEqual(Object.keys(unusual).toSorted());
    expect(recordedOptions(inForce)).toEqual(oldest);
  });

  test('are all kept where they are unusual', () => {
    expect(recordedOptions(unusual)).toEqual(unusual);
    expect(optionsInForce(recordedOptionsSchema.parse(unusual))).toEqual(unusual);
  });

  test('are as usual for a host who sends none', () => {
    const {
      scenario: _any,
      seats,
      ...sent
    } = openSessionBody.parse({ scenario: 'archipelago', plan: '5x3' });
    expect(seats, 'all states play').toBeNull();
    expect({ ...sent, practice: false, treatment: null }).toEqual(optionsInForce(oldest));
  });

  test('can each be sent by a host', () => {
    const { practice: _never, treatment: _ofEvents, ...chosen } = unusual;
    expect(openSessionBody.parse({ ...chosen, scenario: 'archipelago' })).toEqual({
      ...chosen,
      scenario: 'archipelago',
      seats: null,
    });
  });

  test('are not recorded at a value that stands for nothing', () => {
    expect(recordedOptionsSchema.safeParse({ ...oldest, survey: false }).success).toBe(false);
    expect(recordedOptionsSchema.safeParse({ ...oldest, languages: 'both' }).success).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import type { Order } from '../../shared/model/actions.ts';
import { scenarioById } from '../../shared/scenario/packs.ts';
import { openingWorld, settingOf } from '../../shared/scenario/setting.ts';
import type { DispositionId } from '../../shared/session/vocabulary/actors.ts';
import { afterRound, newParley, speakInMoves } from '../../shared/simulation/parley.ts';
import { type DecidedRound, playGame } from '../../shared/simulation/playGame.ts';

const scenario = scenarioById('archipelago');
if (scenario === null) throw new Error('no archipelago');
const setting = settingOf(scenario, scenario.plans[0]!);
const opening = openingWorld(scenario, setting);
// Everybody trusts everybody halfway, so that trust decides nothing here.
const world = {
  ...opening,
  trust: opening.trust.map(() => 500_000),
  restriction: opening.restriction.map(() => 0),
};
const ids = setting.seats.map(({ id }) => id);
const commit: Order = { action: 'commit' };
const standards: Order = { action: 'open-standards' };
const alike = (character: string): readonly string[] => ids.map(() => character);

/** What the table sees before a round, of a game in which everybody has held so far. */
function momentsOf(rounds: number): readonly DecidedRound[] {
  const seen: DecidedRound[] = [];
  const dispositions = ids.map((): DispositionId => 'hold');
  const onOrders = (moment: DecidedRound) => {
    seen.push(moment);
    return { orders: moment.orders };
  };
  playGame({ setting, world, dispositions, seed: 1, rounds, events: false, openDeck: true, onOrders });
  return seen;
}
const moment = momentsOf(1)[0]!;

function spoken(characters: readonly string[], wished: readonly Order[]): readonly Order[] {
  return speakInMoves(characters, newParley(ids.length), moment, wished).orders;
}
const actionsOf = (orders: readonly Order[]): readonly string[] => orders.map(({ action }) => action);

describe('seats that speak in moves', () => {
  const wished: readonly Order[] = ids.map((): Order => standards).with(0, commit);

  it('ask three others to commit with them, the heaviest first, and these do', () => {
    const actions = actionsOf(spoken(alike('generous-reciprocator'), wished));
    expect(actions.filter((action) => action === 'commit')).toHaveLength(4);
    const weights = setting.seats.map(({ weight }) => weight);
    const others = ids.map((_, seat) => seat).filter((seat) => seat !== 0);
    const heaviest = others.toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0)).slice(0, 3);
    expect(heaviest.map((seat) => actions[seat])).toEqual(['commit', 'commit', 'commit']);
  });

  it('turn to whoever asks them for a dialogue', () => {
    const talk = { action: 'dialogue', targets: [ids[3] ?? ''] } as const;
    const orders = spoken(alike('conditional-cooperator'), wished.with(0, talk));
    expect(orders[3]).toEqual({ action: 'dialogue', targets: [ids[0]] });
    expect(orders[1]).toEqual(standards);
  });

  it('do as they meant where they agree and keep no word, or do not agree', () => {
    for (const character of ['free-rider', 'camp-builder', 'securitizer', 'hold', 'random']) {
      const characters = alike(character).with(0, 'generous-reciprocator');
      expect(actionsOf(spoken(characters, wished)).slice(1)).not.toContain('commit');
    }
  });

  it('leave those alone who are no bots of a character', () => {
    const characters = alike('preview-follower').with(0, 'generous-reciprocator');
    expect(spoken(characters, wished)).toEqual(wished);
    expect(spoken(alike('preview-follower'), wished)).toEqual(wished);
  });

  it('do not agree with whom they trust too little', () => {
    const doubtful = { ...world, trust: world.trust.map(() => 100_000) };
    const sights = moment.sights.map((sight) => ({ ...sight, world: doubtful }));
    const { orders } = speakInMoves(
      alike('generous-reciprocator'),
      newParley(ids.length),
      { ...moment, sights },
      wished,
    );
    expect(orders).toEqual(wished);
  });

  it('forget a word when its round and the one after it are over', () => {
    const characters = alike('generous-reciprocator');
    let parley = newParley(ids.length);
    const heard = momentsOf(3).map((now, k) => {
      const said = speakInMoves(characters, parley, now, k === 0 ? wished : ids.map(() => standards));
      parley = afterRound(said.parley, now, said.orders);
      return parley.heard.map((mine) => mine.length);
    });
    expect(heard[0]).toEqual(
      ids.map((_, seat) =>
        seat === 0 ? 3 : actionsOf(spoken(characters, wished))[seat] === 'commit' ? 1 : 0,
      ),
    );
    expect(heard[1]).toEqual(heard[0]);
    expect(heard[2]).toEqual(ids.map(() => 0));
    expect(parley.played.map(({ round }) => round)).toEqual([1, 2, 3]);
  });
});

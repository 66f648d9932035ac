import { canonicalJson } from '../../lib/canonicalJson.ts';
import { familyOf, HOLD, type Order } from '../../model/actions.ts';
import { fearOf } from '../../session/findings/fear.ts';
import { objectivesOf } from '../../session/topics/objectives.ts';
import type { EventOf } from '../../session/vocabulary/events.ts';
import type { RowOf } from '../fields.ts';
import type { bets, events, expectations, objectives, orders, scores } from '../tables/deeds.ts';
import type { SessionTold } from '../told.ts';

/** The rows of the orders: one a state and round that stands. */
export function orderRows(told: SessionTold): readonly RowOf<typeof orders>[] {
  const sealed = sealedIn(told);
  const { session, state, personOf } = told;
  return state.rounds.flatMap(({ round, orders: given }) =>
    state.seats.map(({ id: seat }) => {
      const order = given[seat] ?? HOLD;
      const seal = sealed.get(`${round} ${seat}`);
      return {
        session,
        round,
        seat,
        action: order.action,
        family: familyOf[order.action],
        ...targetsOf(order),
        bloc: 'bloc' in order ? (order.bloc ?? null) : null,
        whole_order: canonicalJson(order),
        by: seal === undefined ? 'nobody' : seal.delegate === null ? 'bot' : 'person',
        person: personOf(seal?.delegate ?? null),
      };
    }),
  );
}

type Sealed = ReadonlyMap<string, EventOf<'ordersSealed'>>;

/** The seal that counted, by round and seat: the last before the round was resolved, in the attempt that stands. */
function sealedIn({ lines }: SessionTold): Sealed {
  const sealed = new Map<string, EventOf<'ordersSealed'>>();
  for (const { line, before } of lines) {
    let round = before.world.round + 1;
    for (const event of line.events) {
      if (event.type === 'ordersSealed') sealed.set(`${round} ${event.seat}`, event);
      if (event.type === 'ordersWithdrawn') sealed.delete(`${round} ${event.seat}`);
      if (event.type === 'roundResolved') round += 1;
      if (event.type === 'roundRewound')
        for (const key of sealed.keys()) if (Number.parseInt(key, 10) >= event.toRound) sealed.delete(key);
    }
  }
  return sealed;
}

function targetsOf(order: Order): Pick<RowOf<typeof orders>, 'target' | 'target_2' | 'target_3'> {
  const named =
    'targets' in order ? (order.targets ?? []) : order.action === 'bridge' ? (order.pair ?? []) : [];
  return { target: named[0] ?? null, target_2: named[1] ?? null, target_3: named[2] ?? null };
}

/** The rows of what states expected of one another. */
export function expectationRows({ session, state }: SessionTold): readonly RowOf<typeof expectations>[] {
  return fearOf(state).rows.map(({ round, seat, rival, expected, done }) => ({
    session,
    round,
    seat,
    about: rival,
    expected,
    done,
  }));
}

/** The rows of the bets. */
export function betRows({ session, state }: SessionTold): readonly RowOf<typeof bets>[] {
  return state.rounds.flatMap(({ round, bets: placed }) =>
    state.seats.flatMap(({ id: seat }) => {
      const band = placed[seat];
      return band === undefined ? [] : [{ session, round, seat, band }];
    }),
  );
}

/** The rows of the events of the world. */
export function eventRows({ session, state, textOf }: SessionTold): readonly RowOf<typeof events>[] {
  return state.rounds.flatMap(({ round, events: all }) =>
    all.map(({ event, number, text }, index) => ({
      session,
      round,
      event: index + 1,
      id: event.id,
      from: number === null ? 'deck' : 'host',
      victim: event.victim ?? null,
      blamed: event.blamed ?? null,
      effects: event.effects === undefined ? null : canonicalJson(event.effects),
      text: text === null ? null : textOf(text.id),
    })),
  );
}

/** The rows of what each round brought each state. */
export function scoreRows({ session, state }: SessionTold): readonly RowOf<typeof scores>[] {
  return state.rounds.flatMap(({ round, payoffs }) =>
    state.seats.flatMap(({ id: seat }, index) => {
      const payoff = payoffs[index];
      return payoff === undefined ? [] : [{ session, round, seat, ...payoff }];
    }),
  );
}

/** The rows of the objectives. */
export function objectiveRows({ session, state }: SessionTold): readonly RowOf<typeof objectives>[] {
  return state.seats.flatMap(({ id: seat }, index) =>
    objectivesOf(state, index).map(({ id, reached, goal, barred, done }, place) => ({
      session,
      seat,
      number: place + 1,
      objective: id,
      reached,
      goal,
      barred,
      done,
    })),
  );
}

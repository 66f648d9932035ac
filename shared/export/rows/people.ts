import { canonicalJson } from '../../lib/canonicalJson.ts';
import { at } from '../../lib/at.ts';
import { toMicro } from '../../model/micro.ts';
import type { Command } from '../../session/vocabulary/commands.ts';
import type { RowOf } from '../fields.ts';
import type { bookmarks, hostActs, people, seats, sessions } from '../tables/people.ts';
import type { SessionTold } from '../told.ts';

/** The row of a session. */
export function sessionRows({ session, log, state }: SessionTold): readonly RowOf<typeof sessions>[] {
  const { header } = log;
  const { options, plan, seed, scenario } = state.basis;
  const { phase, world } = state;
  return [
    {
      session,
      opened: header.created,
      build: header.build,
      rules: header.rules.version,
      scenario: scenario.id,
      plan: options.plan,
      states: state.seats.length,
      rounds_planned: plan.rounds,
      rounds_played: state.rounds.length,
      steps: plan.steps,
      seed,
      practice: options.practice,
      talk: options.talk,
      talk_level: options.talkLevel,
      private_talk_opens: options.privateTalkOpens,
      trust_seen: options.trustSeen,
      decision_rule: options.decisionRule,
      pledges_only: options.pledgesOnly,
      hidden_end: options.hiddenEnd,
      treatment: options.treatment?.here ?? null,
      status: phase.name === 'ended' ? 'ended' : 'open',
      ended_because: phase.name === 'ended' ? phase.because : null,
      stage: world.stage,
      locked: world.locked,
      lines: log.lines.length,
    },
  ];
}

/** The rows of the seats. */
export function seatRows({ session, state }: SessionTold): readonly RowOf<typeof seats>[] {
  const { scenario, setting } = state.basis;
  const { phase } = state;
  const finals = phase.name === 'ended' ? phase.finalScores : [];
  return setting.seats.map((profile, index) => {
    const { id, delegates, bot } = at(state.seats, index);
    const { name } = at(scenario.seats, index);
    return {
      session,
      seat: id,
      place: index + 1,
      name_en: name.en,
      name_zh: name.zh,
      capability: toMicro(profile.capability),
      market: toMicro(profile.market),
      dependence: toMicro(profile.dependence),
      exposure: toMicro(profile.exposure),
      rulemaking: toMicro(profile.rulemaking),
      position: toMicro(profile.position),
      weight: toMicro(profile.weight),
      people: delegates.length,
      bot,
      final_score: finals[index] ?? null,
    };
  });
}

/** The rows of the people. */
export function personRows({ session, people: all }: SessionTold): readonly RowOf<typeof people>[] {
  return all.map((one) => ({
    session,
    person: one.person,
    log_id: one.id,
    name: one.name,
    joined_line: one.joinedLine,
    first_seat: one.firstSeat,
    seat: one.seat,
    role: one.role,
    present: one.present,
  }));
}

/** The rows of what the host did. */
export function hostActRows(told: SessionTold): readonly RowOf<typeof hostActs>[] {
  const { session, lines, personOf, state } = told;
  return lines.flatMap(({ line: { actor, command, seq, at: kept }, before: { phase } }) => {
    if (actor.kind !== 'host') return [];
    const seat = 'seat' in command && typeof command.seat === 'string' ? command.seat : null;
    return [
      {
        session,
        line: seq,
        at: kept,
        round: 'round' in phase ? phase.round : null,
        phase: phase.name,
        act: command.type,
        person: 'delegate' in command ? personOf(command.delegate) : null,
        seat: state.seats.some(({ id }) => id === seat) ? seat : null,
        detail: canonicalJson(detailOf(command)),
      },
    ];
  });
}

/** The rows of the host's bookmarks. */
export function bookmarkRows({
  session,
  state,
  log,
  textOf,
}: SessionTold): readonly RowOf<typeof bookmarks>[] {
  return state.bookmarks.flatMap(({ number, round, phase, text, shown }) => {
    const set = log.lines.findLast(({ events }) =>
      events.some((event) => event.type === 'bookmarkSet' && event.number === number),
    );
    if (set === undefined) return [];
    const note = text === null ? null : textOf(text.id);
    return [{ session, bookmark: number, line: set.seq, at: set.at, round, phase, shown, note }];
  });
}

/** Members of the host's commands that say neither who nor in which words. */
const plainMembers: ReadonlySet<string> = new Set([
  'because',
  'remainingMs',
  'seconds',
  'mode',
  'silent',
  'muted',
  'reason',
  'step',
  'number',
  'shown',
  'when',
  'role',
  'disposition',
  'untilReturn',
  'entry',
  'channel',
]);

function detailOf(command: Command): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(command).filter(([name]) => plainMembers.has(name)));
}

import { describe, expect, it } from 'vitest';
import type { Actor } from '#shared/session/vocabulary/actors.ts';
import { commandRules } from '#shared/session/commandRules.ts';
import { refusalByAuthority } from '#shared/session/decide.ts';
import { commandSchema } from '#shared/session/vocabulary/commands.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { after, clock, decidingTable, delegateOf, fullTable, host, server } from './table.ts';

const bot: Actor = { kind: 'bot', seat: 'aurelia', disposition: 'hold' };
const actors: readonly Actor[] = [host, delegateOf('aurelia'), bot, clock, server];

/** Who may give what, written once more by hand: `H` host, `D` delegate, `B` bot, `C` clock, `S` server. */
const expected = {
  takeSeat: ['D', 'lobby decision'],
  coverSeat: ['HS', 'lobby decision'],
  handBackSeat: ['HDS', 'lobby decision'],
  startSession: ['H', 'lobby'],
  sealOrders: ['DB', 'decision'],
  withdrawOrders: ['D', 'decision'],
  draftOrder: ['D', 'decision'],
  withdrawDraft: ['D', 'decision'],
  charterBloc: ['D', 'decision'],
  voteCharter: ['D', 'decision'],
  voteAdmit: ['D', 'decision'],
  voteExpel: ['D', 'decision'],
  giveNotice: ['D', 'decision'],
  setRole: ['HD', 'lobby decision'],
  passHead: ['S', 'lobby decision'],
  betOnDial: ['DB', 'decision'],
  closePhase: ['HC', 'decision'],
  pauseSession: ['H', 'decision'],
  resumeSession: ['H', 'decision'],
  reopenSession: ['S', 'decision'],
  proposeAgreement: ['DB', 'decision'],
  amendAgreement: ['DB', 'decision'],
  signAgreement: ['DB', 'decision'],
  withdrawAgreement: ['DB', 'decision'],
  leaveAgreement: ['DB', 'decision'],
  joinAgreement: ['DB', 'decision'],
  renewAgreement: ['DB', 'decision'],
  endSession: ['H', 'lobby decision'],
  cancelSession: ['H', 'lobby'],
  extendPhase: ['H', 'decision'],
  stepBack: ['H', 'decision'],
  moveDelegate: ['H', 'lobby decision'],
  removeDelegate: ['H', 'lobby decision'],
  setEntry: ['H', 'lobby decision'],
  waitForSeat: ['S', 'lobby decision'],
  placeDelegate: ['H', 'lobby decision'],
  turnAway: ['H', 'lobby decision'],
  admitDelegates: ['H', 'lobby decision'],
  clearAbsent: ['HS', 'lobby decision'],
  swapDelegates: ['H', 'lobby decision'],
  noteUsual: ['S', 'decision ended'],
  noteExport: ['H', 'lobby decision'],
  raiseHand: ['D', 'lobby decision'],
  answerHand: ['H', 'lobby decision'],
  answerQuiz: ['D', 'lobby'],
  injectEvent: ['H', 'lobby decision'],
  cancelInject: ['H', 'lobby decision'],
  say: ['HDB', 'decision'],
  setTalk: ['H', 'lobby decision'],
  declareSilent: ['H', 'decision'],
  muteDelegate: ['H', 'lobby decision'],
  setBookmark: ['H', 'decision'],
  noteBookmark: ['H', 'decision ended'],
  removeBookmark: ['H', 'decision ended'],
  showBookmark: ['H', 'ended'],
  setDebriefStep: ['H', 'ended'],
  proposeWhatIf: ['H', 'ended'],
  betOnWhatIf: ['D', 'ended'],
  showWhatIf: ['H', 'ended'],
  givePulse: ['D', 'ended'],
  answerSurvey: ['D', 'lobby ended'],
  writeReflection: ['D', 'ended'],
} as const;

const letters = { host: 'H', delegate: 'D', bot: 'B', clock: 'C', server: 'S' } as const;
const tables: Readonly<Record<string, SessionState>> = {
  lobby: fullTable(),
  decision: decidingTable(),
  ended: after(decidingTable(), host, { type: 'endSession' }),
};

describe('authority', () => {
  it('has a row for every command', () => {
    const types = commandSchema.options.map((option) => option.shape.type.value);
    expect(Object.keys(commandRules).toSorted()).toEqual(types.toSorted());
    expect(Object.keys(expected).toSorted()).toEqual(types.toSorted());
  });

  for (const [command, [who, when]] of Object.entries(expected)) {
    it(`${command}: ${who} in ${when}`, () => {
      for (const [phase, state] of Object.entries(tables)) {
        for (const actor of actors) {
          const refusal = refusalByAuthority(state, actor, command as keyof typeof expected);
          const allowed = who.includes(letters[actor.kind]) && when.split(' ').includes(phase);
          expect([command, phase, actor.kind, refusal === null]).toEqual([
            command,
            phase,
            actor.kind,
            allowed,
          ]);
        }
      }
    });
  }
});

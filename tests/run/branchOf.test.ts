import { describe, expect, it } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { HOLD } from '#shared/model/actions.ts';
import { verifyLog } from '#shared/log/verify.ts';
import { type Branch, branchAsRecorded } from '#shared/run/branch.ts';
import { botsAsTheyWere, branchOf } from '#shared/run/branchOf.ts';
import { grownLog } from '#shared/run/branchTree.ts';
import { fitCharacters } from '#shared/run/fit.ts';
import type { BranchChange } from '#shared/session/vocabulary/branching.ts';
import { WhatIfDesk } from '../../client/source/whatIfDesk.ts';
import { sha256 } from '../../server/store/digest.ts';
import { quarrelLog } from '../log/quarrelLog.ts';
import { parsed } from '../log/playedLog.ts';

const text = quarrelLog();
const log = parsed(text);
const asRecorded = made(branchAsRecorded(log, { round: 1, orders: {} }, sha256));
const bots = botsAsTheyWere(asRecorded.session.state.seats, fitCharacters(log));

function made(branch: Branch | { readonly code: string }): Branch {
  if ('code' in branch) throw new Error(branch.code);
  return branch;
}

const dialOf = ({ session }: Branch): readonly number[] =>
  session.state.rounds.map(({ indicators }) => indicators.direction);

describe('a branch that bots play on', () => {
  const change: BranchChange = { round: 2, orders: { meridia: HOLD }, bots };

  it('names a character for every seat of a person, and for no bot’s', () => {
    const people = asRecorded.session.state.seats.filter(({ bot }) => bot === null).map(({ id }) => id);
    expect(people.length).toBeGreaterThan(0);
    expect(Object.keys(bots)).toEqual(people);
  });

  it('is as recorded up to its round, is played to its end, and is the same each time', async () => {
    const branch = made(await branchOf(log, change, sha256));
    const others = made(branchAsRecorded(log, { round: 2, orders: { meridia: HOLD } }, sha256));
    expect(dialOf(branch).slice(0, 2)).toEqual(dialOf(others).slice(0, 2));
    expect(branch.session.state.phase.name).toBe('ended');
    // The host ended the recorded session after four of its five rounds.
    expect([asRecorded, branch].map(({ session }) => session.state.rounds.length)).toEqual([4, 5]);
    expect(dialOf(branch)).not.toEqual(dialOf(others));
    const again = made(await branchOf(log, change, sha256));
    expect(again.session.logText()).toBe(branch.session.logText());
    expect(verifyLog(parsed(branch.session.logText()), sha256)).toMatchObject({ ok: true });
  });

  it('is the branch that the page gives, which names the bots, and that a saved branch grows into again', async () => {
    const branch = made(await branchOf(log, change, sha256));
    const { bots: _named, ...asked } = change;
    const question = { ask: 'branch', change: asked, viewer: { kind: 'observer' }, byBots: true } as const;
    let answered: unknown = null;
    for await (const answer of new WhatIfDesk(text).answers(question)) answered = answer;
    expect(answered).toMatchObject({ is: 'branch', head: branch.session.headHash, change });
    expect(answered).toHaveProperty('playedBy.length', asRecorded.session.state.seats.length);
    const grown = await grownLog(log, [change], sha256);
    expect(grown.ok && at(grown.value.lines, grown.value.lines.length - 1).hash).toBe(
      branch.session.headHash,
    );
  });

  it('may be asked without any other change', async () => {
    const branch = made(await branchOf(log, { round: 1, orders: {}, bots }, sha256));
    expect(dialOf(branch)[0]).toBe(dialOf(asRecorded)[0]);
    expect(branch.session.state.phase.name).toBe('ended');
  });
});

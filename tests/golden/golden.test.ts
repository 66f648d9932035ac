import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { at } from '#shared/lib/at.ts';
import { type ParsedLog, parseLog } from '#shared/log/parse.ts';
import { replay } from '#shared/log/replay.ts';
import { verifyLog } from '#shared/log/verify.ts';
import { derive, indicatorsOf } from '#shared/model/indicators.ts';
import { sha256 } from '../../server/store/digest.ts';

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.jsonl'));

function recorded(file: string): ParsedLog {
  const log = parseLog(readFileSync(join(import.meta.dirname, file), 'utf8'));
  if (!log.ok) throw new Error(log.failure.what);
  return log.value;
}

describe('recorded sessions', () => {
  it('exist', () => {
    expect(files.length).toBeGreaterThan(1);
  });

  for (const file of files) {
    it(`${file} still replays to the recorded state`, () => {
      const { states } = replay(recorded(file));
      const last = at(states, states.length - 1);
      expect(last.phase.name).toBe('ended');
      expect(indicatorsOf(last.basis.setting, derive(last.basis.setting, last.world))).toEqual(
        at(last.rounds, last.rounds.length - 1).indicators,
      );
    });

    it(`${file} would be decided the same today`, () => {
      const report = verifyLog(recorded(file), sha256);
      expect(report.firstFault).toBeNull();
      expect(report.checks.map(({ name, done, ok }) => [name, done, ok])).toEqual([
        ['chain', true, true],
        ['texts', true, true],
        ['outcomes', true, true],
        ['decisions', true, true],
      ]);
    });
  }

  it('contain what negotiation leaves behind: offers, signatures, announcements, one promise kept and one broken', () => {
    const { lines } = recorded('archipelago-5x3-talk.jsonl');
    const given = new Set<string>(lines.map(({ command }) => command.type));
    expect(['proposeAgreement', 'signAgreement', 'say'].every((type) => given.has(type))).toBe(true);
    const outcomes = lines.flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'agreementJudged' ? [event.judgement.outcome] : [])),
    );
    expect(new Set(outcomes)).toEqual(new Set(['kept', 'breached']));
    const said = lines.flatMap(({ events }) =>
      events.flatMap((event) => (event.type === 'said' ? [event.phrase] : [])),
    );
    expect(said).toContain('weWillCommit');
  });
});

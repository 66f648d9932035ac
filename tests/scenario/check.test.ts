import { describe, expect, it } from 'vitest';
import { checkScenario } from '../../shared/scenario/check.ts';
import { toldFault } from '../../shared/scenario/faultWords.ts';
import { scenarioById } from '../../shared/scenario/packs.ts';

type Path = readonly (string | number)[];

/** A copy of a value with the part at a path replaced, or removed if `next` is undefined. */
function replaced(value: unknown, path: Path, next: unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return next;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === head ? replaced(item, rest, next) : item));
  }
  if (typeof value !== 'object' || value === null) throw new Error(`nothing lies at ${head}`);
  const members = new Map<string, unknown>(Object.entries(value));
  const inner = replaced(members.get(String(head)), rest, next);
  if (inner === undefined) members.delete(String(head));
  else members.set(String(head), inner);
  return Object.fromEntries(members);
}

/** A shipped scenario with one value replaced. */
function altered(path: Path, value: unknown): unknown {
  return replaced(scenarioById('archipelago'), path, value);
}

function faultsAt(path: Path, value: unknown) {
  const checked = checkScenario(altered(path, value));
  return checked.ok ? [] : checked.failure.map((fault) => toldFault(fault));
}

describe('checkScenario, shape', () => {
  it('accepts a shipped scenario', () => {
    expect(checkScenario(altered(['scarred'], false)).ok).toBe(true);
  });

  it('says that a translation is missing, and where', () => {
    expect(faultsAt(['seats', 2, 'brief', 'zh'], undefined)).toEqual([
      { path: 'seats[2].brief.zh', message: 'This field is missing; it should be a text.', suggestion: null },
    ]);
  });

  it('names the bound that a number crosses', () => {
    const [fault] = faultsAt(['seats', 0, 'capability'], 1.5);
    expect(fault).toMatchObject({ path: 'seats[0].capability', message: 'This number must be at most 1.' });
  });

  it('takes a remark on a source as one plain text, and says how to write one in both languages', () => {
    for (const path of [['provenance'], ['seats', 0, 'provenance'], ['events', 0, 'source']]) {
      expect(faultsAt(path, 'invented')).toEqual([]);
      const [fault] = faultsAt(path, { en: 'invented' });
      expect(fault?.message).toBe('This should be a text in both languages, or one plain text.');
      expect(fault?.suggestion).toBe('Write { "en": "…", "zh": "…" }.');
    }
  });

  it('guesses the value that was meant', () => {
    const [fault] = faultsAt(['seats', 0, 'objectives', 0], 'rulemaker');
    expect(fault?.message).toContain('"rule-maker"');
    expect(fault?.suggestion).toBe('Did you mean "rule-maker"?');
  });

  it('refuses fields that the format does not have', () => {
    const [fault] = faultsAt(['weather'], 'fine');
    expect(fault).toMatchObject({ path: '', message: 'The scenario format has no field "weather" here.' });
  });

  it('explains how ids and plans are written', () => {
    expect(faultsAt(['seats', 0, 'id'], 'The Hub')[0]?.suggestion).toContain('lower-case');
    expect(faultsAt(['plans', 0, 'id'], 'six by three')[0]?.suggestion).toContain('"6x3"');
  });

  it('explains the two kinds of bloc', () => {
    const [fault] = faultsAt(['opening', 'blocs', 0, 'kind'], 'camp');
    expect(fault?.path).toMatch(/^opening\.blocs\[0\]/);
    expect(fault?.suggestion).toContain('"exclusive"');
  });

  it.each([null, 7, 'archipelago', [], {}])('gives at least one fault for %j', (input) => {
    const checked = checkScenario(input);
    expect(checked.ok ? 0 : checked.failure.length).toBeGreaterThan(0);
  });
});

describe('checkScenario, meaning', () => {
  it('names the nearest seat for an unknown member', () => {
    expect(faultsAt(['opening', 'blocs', 0, 'members'], ['aurelai'])).toEqual([
      {
        path: 'opening.blocs[0].members',
        message: 'No seat has the id "aurelai".',
        suggestion: 'Did you mean "aurelia"?',
      },
    ]);
  });

  it('suggests nothing where no seat is near', () => {
    expect(faultsAt(['opening', 'restrictions', 0, 'to'], 'zzz')[0]?.suggestion).toBeNull();
  });

  it('allows one camp per seat', () => {
    const [fault] = faultsAt(['opening', 'blocs', 1, 'members'], ['aurelia', 'meridia']);
    expect(fault?.message).toContain('one camp');
  });

  it('allows one group of a field per seat', () => {
    const [fault] = faultsAt(['opening', 'blocs', 3, 'members'], ['savannah', 'concordia']);
    expect(fault?.message).toContain('one group of a field');
  });

  it('finds a member named twice', () => {
    const [fault] = faultsAt(['opening', 'blocs', 3, 'members'], ['savannah', 'savannah']);
    expect(fault?.message).toContain('named twice');
  });

  it('finds repeated seats, events and restrictions', () => {
    expect(faultsAt(['seats', 1, 'id'], 'aurelia').some((fault) => fault.path === 'seats[1].id')).toBe(true);
    expect(faultsAt(['events', 1, 'id'], 'ransomware-wave')[0]?.path).toBe('events[1].id');
    const twice = { from: 'aurelia', to: 'meridia', value: 0.1 };
    expect(faultsAt(['opening', 'restrictions', 1], twice)[0]?.path).toBe('opening.restrictions[1]');
  });

  it('wants a weighted deck to be weighted throughout, with tones and equal sums', () => {
    const messages = (key: string) => faultsAt(['events', 8, key], undefined).map(({ message }) => message);
    expect(messages('weight')).toContain('"expert-report" has no weight while other events have one.');
    expect(messages('tone')).toContain('"expert-report" has no tone while the deck is weighted.');
    expect(faultsAt(['events', 8, 'weight'], 4)).toEqual([
      {
        path: 'events',
        message: 'The hopeful events weigh 25 together, the grim ones 24; the two must be equal.',
        suggestion: 'Change weights until the two sums are the same.',
      },
    ]);
  });

  it('takes a scenario that only gives words to the eight events of the rules', () => {
    const worded = (scenarioById('archipelago')?.events ?? [])
      .slice(0, 8)
      .map(({ tone: _tone, weight: _weight, ...words }) => words);
    expect(worded).toHaveLength(8);
    expect(faultsAt(['events'], worded)).toEqual([]);
    expect(faultsAt(['events'], [])).toEqual([]);
  });

  it('wants effects where the rules fix none, and none where they do', () => {
    const [unknown] = faultsAt(['events', 8, 'effects', 0, 'kind'], 'barier');
    expect(unknown?.message).toContain('no effect of this kind');
    expect(unknown?.suggestion).toBe('Did you mean "barrier"?');
    expect(faultsAt(['events', 0, 'effects'], [{ kind: 'trust', amount: 0.01 }])[0]?.message).toBe(
      'The rules fix what "ransomware-wave" does.',
    );
    expect(faultsAt(['events', 8, 'id'], 'meteor')).toEqual([]);
    expect(faultsAt(['events', 0, 'id'], 'meteor')[0]?.message).toBe(
      '"meteor" is none of the eight events of the rules, so it must say what it does.',
    );
    expect(faultsAt(['events', 8, 'id'], 'written')[0]?.message).toContain('stands for an event that a host');
    expect(faultsAt(['events', 8, 'effects', 0, 'amount'], 0)[0]?.message).toBe(
      'An effect of 0 does nothing.',
    );
    expect(faultsAt(['events', 8, 'effects', 0, 'amount'], 0.3)[0]?.message).toBe(
      'This number must be at most 0.2.',
    );
  });

  it('finds a restriction of oneself', () => {
    const [fault] = faultsAt(['opening', 'restrictions', 0, 'to'], 'aurelia');
    expect(fault?.message).toBe('"aurelia" cannot restrict itself.');
  });

  it('wants a plan named after its rounds and steps', () => {
    expect(faultsAt(['plans', 0, 'id'], '6x3')[0]?.suggestion).toContain('"5x3"');
  });

  it('wants a par for every seat and no other', () => {
    const faults = faultsAt(['plans', 0, 'pars'], { aurelia: 161, atlantis: 3 });
    expect(faults.map((fault) => fault.message)).toContain('No seat has the id "atlantis".');
    expect(faults.map((fault) => fault.message)).toContain('There is no par for the seat "meridia".');
    expect(faultsAt(['plans', 0, 'pars'], null)).toEqual([]);
  });

  it('wants two different objectives', () => {
    expect(faultsAt(['seats', 0, 'objectives'], ['shield', 'shield'])[0]?.path).toBe('seats[0].objectives');
  });
});

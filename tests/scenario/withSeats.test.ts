import { describe, expect, it } from 'vitest';
import { zh } from '../../client/text/zh.ts';
import { checkScenario } from '#shared/scenario/check.ts';
import {
  englishFaultWords,
  type FaultWords,
  type ScenarioFault,
  toldFault,
} from '#shared/scenario/faultWords.ts';
import { scenarioInFile } from '#shared/scenario/packFile.ts';
import { scenarioById } from '#shared/scenario/packs.ts';
import { seatCountsOf, withSeats } from '#shared/scenario/withSeats.ts';
import { ownPack } from './ownPack.ts';

const told = (input: unknown) => {
  const checked = checkScenario(input);
  return checked.ok ? [] : checked.failure.map((fault) => toldFault(fault));
};
const inFile = (text: string, most = 500_000) => {
  const read = scenarioInFile(text, most);
  return read.ok ? read.value.id : read.failure.map((fault) => toldFault(fault).message);
};

describe('a scenario with fewer states', () => {
  const pack = ownPack();

  it('can be reduced to the states outside its list, and no further', () => {
    expect(seatCountsOf(pack)).toEqual({ fewest: 4, most: 6 });
    expect(withSeats(pack, 6)).toBe(pack);
    expect([3, 7, 4.5, Number.NaN].map((count) => withSeats(pack, count))).toEqual([null, null, null, null]);
  });

  it('leaves states out in the order of the list, with all that concerns them', () => {
    const five = withSeats(pack, 5);
    const four = withSeats(pack, 4);
    expect(five?.seats.map(({ id }) => id)).toEqual(
      pack.seats.map(({ id }) => id).filter((id) => id !== 'savannah'),
    );
    expect(five?.leaveOut).toEqual(['straitport']);
    expect(four?.seats.map(({ id }) => id)).not.toContain('straitport');
    for (const scenario of [five, four]) {
      if (!scenario) throw new Error('not to be had');
      expect(told(scenario)).toEqual([]);
      const text = JSON.stringify(scenario.opening);
      expect(text).not.toContain('savannah');
      expect(scenario.plans.every(({ pars, usual }) => pars === null && usual === undefined)).toBe(true);
    }
  });

  it('leaves the rest of the opening as it was written', () => {
    const { blocs: _blocs, restrictions: _restrictions, ...rest } = pack.opening;
    expect(withSeats(pack, 4)?.opening).toMatchObject(rest);
  });

  it.each([
    ['archipelago', 5, []],
    ['twelve-states', 8, ['aurelia', 'halcyon']],
  ])('exists for %s with %i states, sound and with its blocs', (id, fewest, pact) => {
    const scenario = scenarioById(id);
    if (scenario === null) throw new Error(`no scenario ${id}`);
    expect(seatCountsOf(scenario).fewest).toBe(fewest);
    const small = withSeats(scenario, fewest);
    expect(told(small)).toEqual([]);
    expect(small?.seats).toHaveLength(fewest);
    const members = small?.opening.blocs.find(({ name }) => name.en === 'Harbour Pact')?.members;
    expect(members).toEqual(pact.length > 0 ? pact : ['aurelia']);
  });
});

describe('the list of states that may be left out', () => {
  it('names known states, each once, and leaves three', () => {
    expect(told(ownPack({ leaveOut: ['savanna'] }))).toEqual([
      {
        path: 'leaveOut[0]',
        message: 'No seat has the id "savanna".',
        suggestion: 'Did you mean "savannah"?',
      },
    ]);
    expect(told(ownPack({ leaveOut: ['savannah', 'savannah'] }))[0]?.message).toBe(
      '"savannah" is named twice.',
    );
    const four = ['savannah', 'straitport', 'indravar', 'concordia'];
    expect(told(ownPack({ leaveOut: four }))[0]?.message).toContain('this list leaves 2');
  });

  it('lets no brief speak of a state that may be absent', () => {
    const pack = ownPack();
    const speaking = (who: string, en: string) => ({
      ...pack,
      seats: pack.seats.map((seat) => (seat.id === who ? { ...seat, brief: { en, zh: '。' } } : seat)),
    });
    expect(told(speaking('aurelia', 'Watch Savannah.'))[0]?.path).toBe('seats[0].brief.en');
    expect(told(speaking('straitport', 'Watch Savannah.'))).toHaveLength(1);
    expect(told(speaking('savannah', 'Watch Straitport.'))).toEqual([]);
    expect(told(speaking('aurelia', 'Watch Meridia.'))).toEqual([]);
  });
});

describe('the text of a scenario file', () => {
  const text = JSON.stringify(ownPack());

  it('is taken with or without the mark that some editors put first', () => {
    expect(inFile(text)).toBe('harbour-town');
    expect(inFile(`\uFEFF${text}`)).toBe('harbour-town');
  });

  it.each([
    ['{\n"format": "crossroads-scenario",\n"version" 1}', 'This file is not JSON; the fault is near line 3.'],
    ['{"format":', 'This file is not JSON; the fault is near line 1.'],
    ['['.repeat(70), 'This file nests lists and objects deeper than 64 levels.'],
    ['{"format":"crossroads-log"}', 'This file is not a Crossroads scenario'],
    ['7', 'This file is not a Crossroads scenario'],
    [
      text.replace('harbour-town', 'archipelago'),
      'The id "archipelago" belongs to a scenario that comes with',
    ],
    [text.replace('"harbour-town"', '"constructor"'), 'The id "constructor" is reserved.'],
    [
      text.replace('"scarred"', '"__proto__":{"a":1},"scarred"'),
      'The scenario format has no field "__proto__" here.',
    ],
  ])('is refused in a sentence: %.40s', (given, sentence) => {
    expect(inFile(given)).toEqual([expect.stringContaining(sentence)]);
  });

  it('is refused where it is too large, without being read', () => {
    expect(inFile(`${' '.repeat(2048)}{`, 1024)).toEqual(['This file is larger than 1 kB.']);
  });
});

it('every language says every fault with the same values', () => {
  const chinese: FaultWords = zh.packs.faultWords;
  const slots = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  for (const part of ['sentences', 'hints'] as const)
    for (const [name, sentence] of Object.entries(englishFaultWords[part])) {
      const other = Object.entries(chinese[part]).find(([key]) => key === name)?.[1] ?? '';
      expect(new Set(slots(other)), name).toEqual(new Set(slots(sentence)));
    }
  const fault: ScenarioFault = { path: 'a', what: 'missing', hint: null, values: { kind: 'int' } };
  expect(toldFault(fault, chinese).message).toBe('缺少这一项；这里应当是整数。');
});

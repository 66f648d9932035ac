import { describe, expect, test } from 'vitest';
import { personSheets } from '#shared/export/sheets.ts';
import { parsed } from '../log/playedLog.ts';
import { classLog, spoken, typedNames } from './classLog.ts';

const log = parsed(classLog());

describe('the sheets of people', () => {
  test('tell what each person did, in the order of joining, by pseudonym', () => {
    const sheets = personSheets(log, { names: false });
    expect(sheets.map(({ who }) => who.person).slice(0, 2)).toEqual(['P01', 'P02']);
    expect(sheets.every(({ who }) => who.name === null)).toBe(true);
    const aurelia = sheets.find(({ who }) => who.seat === 'aurelia');
    // Two rounds stand, and Aurelia's person sealed in both; the order of the attempt that was taken back does not count.
    expect(aurelia?.sealed).toEqual([1, 2]);
    expect(aurelia?.unnamed?.quizAsked).toBe(1);
    expect(sheets.find(({ who }) => who.seat === 'concordia')?.sealed).toEqual([]);
  });

  test('hold the words of the debrief that may be passed on, and no reflection that was not shared', () => {
    const sheets = personSheets(log, { names: false });
    const of = (seat: string) => sheets.find(({ who }) => who.seat === seat);
    expect(of('aurelia')).toMatchObject({ word: spoken.pulse, reflection: spoken.shared });
    expect(of('meridia')).toMatchObject({ word: null, reflection: null });
    expect(JSON.stringify(sheets)).not.toContain(spoken.unshared);
  });

  test('with names hold nothing that people gave without their name', () => {
    const sheets = personSheets(log, { names: true });
    const aurelia = sheets.find(({ who }) => who.seat === 'aurelia');
    expect(aurelia).toMatchObject({ word: null, reflection: null, unnamed: null });
    expect(aurelia?.who.name).toBe(typedNames['aurelia']);
  });
});

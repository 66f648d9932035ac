import { plural } from '../number.ts';

const sessions = (count: number): string => `${count} ${plural(count, 'session', 'sessions')}`;

/** Files that are made of records: tables, workbook, record, codebook. */
export const exports = {
  fold: 'Save as files: tables, workbook, record…',
  sheets: 'Sheets to print',
  people: 'People in the files',
  pseudonyms: 'Pseudonyms',
  names: 'Names as typed',
  pseudonymsNote:
    'People are P01, P02, … Typed names are left out. What people wrote may still name somebody: read it before you pass it on.',
  namesNote:
    'The files hold the names that people typed. Give them only to those who may know who played. Answers to the rules check and the survey, words of leaving and reflections are left out: people gave them without their name.',
  kinds: {
    zip: 'Tables (zip)',
    xlsx: 'Workbook (xlsx)',
    log: 'Record (jsonl)',
    codebook: 'Save the codebook',
  },
  note: 'Tables: for analysis, one CSV file each, with a dictionary. Workbook: who took part how, results by state, the rounds. Record: for another replay. Words of private talk are in them only if the session promised that they open. The files are made on this device and sent nowhere.',
  codebook: 'Codebook: who is behind each pseudonym…',
  codebookNote:
    'A file with every pseudonym and the name that the person typed. Keep it apart from the other files and pass it on to nobody.',
  making: 'Making the file…',
  made: (file: string, size: string) => `Made: ${file} (${size}). Your browser saves it.`,
  kilobytes: (count: string) => `${count} kB`,
  megabytes: (count: string) => `${count} MB`,
  faulty: (place: string) => `The record cannot be read. The fault is at: ${place}. No file was made.`,
  failed: 'The file could not be made on this device. Reload the page and try again.',
  unread: (code: string, why: string) => `${code}: ${why} No file was made.`,
  tick: (name: string) => `Tick to save as files: ${name}`,
  ticked: (count: number) => `Save as files: ${sessions(count)} ticked`,
  tickHint: 'Tick sessions to save them as tables, workbook or records.',
  untick: 'Untick all',
};
export type ExportWords = typeof exports;

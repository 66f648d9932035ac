import { FORMAT_VERSION } from './header.ts';

/** Turns one record of a file (header, line, footer or text, as parsed JSON) into the next format version's. */
type Step = (record: unknown) => unknown;

/** The step at index v − 1 leads from version v to v + 1. */
const steps: readonly Step[] = [];

/** Upgrades a record of an older file to today's format; the chain is checked before that, on the file's own text. */
export function upgrade(record: unknown, version: number): unknown {
  return steps.slice(version - 1, FORMAT_VERSION - 1).reduce((current, step) => step(current), record);
}

/** The format version that a header names, if the program can read it; otherwise a sentence that says why not. */
export function readableVersion(header: unknown): number | string {
  if (typeof header !== 'object' || header === null || !('format' in header) || !('version' in header))
    return 'is not the header of a Crossroads log';
  if (header.format !== 'crossroads-log') return 'is not the header of a Crossroads log';
  const { version } = header;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return 'names no format version';
  if (version > FORMAT_VERSION)
    return `was written by a newer program (format ${version}; this one reads up to ${FORMAT_VERSION})`;
  return version;
}

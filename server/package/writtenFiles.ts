import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Target } from './target.ts';

const texts = join(import.meta.dirname, 'files');

/** The values that the texts of a package mention. */
export interface TextFacts {
  readonly version: string;
  /** The version of Node inside. */
  readonly node: string;
  /** The oldest Node that runs the program. */
  readonly least: string;
}

/** A script that people start, in the line ends of its system. */
export function starterText(target: Target, from: string, facts: TextFacts): string {
  return linesFor(target, filled(textOf(from), target, facts));
}

/** The first file that a person reads, in both languages. */
export function readMe(target: Target, facts: TextFacts): string {
  const parts = ['en', 'zh'].map((language) => {
    const [start = '', commands = ''] = textOf(`read-me/${target.system}.${language}.txt`).split('\n---\n');
    return textOf(`read-me/${language}.txt`)
      .replace('{START}', start.trim())
      .replace('{COMMANDS}', commands.trim());
  });
  const text = filled(parts.join(`\n${'='.repeat(60)}\n\n`), target, facts);
  // Without a byte order mark, Windows editors show Chinese as other letters.
  return linesFor(target, target.system === 'windows' ? `\uFEFF${text}` : text);
}

function textOf(name: string): string {
  return readFileSync(join(texts, name), 'utf8');
}

function filled(text: string, { id }: Target, { version, node, least }: TextFacts): string {
  return text
    .replaceAll('{VERSION}', version)
    .replaceAll('{NODE}', node)
    .replaceAll('{LEAST}', least)
    .replaceAll('{TARGET}', id);
}

function linesFor({ system }: Target, text: string): string {
  return system === 'windows' ? text.replaceAll('\n', '\r\n') : text;
}

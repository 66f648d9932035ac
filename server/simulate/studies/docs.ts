import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { RULES_VERSION } from '#shared/log/header.ts';
import { readTextFile } from '../../lib/textFile.ts';
import { writeWhole } from '../files.ts';
import { balanceReport, judgeAll } from './balance.ts';
import { studyBands } from './bands.ts';
import { studyHawk, studyTalk } from './behaviour.ts';
import { studyCases } from './cases.ts';
import { studyDilemma } from './dilemma.ts';
import { studyHysteresis } from './hysteresis.ts';
import { studyImitation } from './imitation.ts';
import { studyInvasion } from './invasion.ts';
import type { Lab, Stand } from './lab.ts';
import { studyMoves } from './moves.ts';
import { markdownOf, type StudyReport, writeCharts } from './report.ts';
import { studyPaths } from './paths.ts';
import { studySensitivity } from './sensitivity.ts';
import { studyTipping } from './tipping.ts';
import { studyTournament } from './tournament.ts';
import { studyWindow } from './window.ts';

/** The share of *balance*'s games per cell that the other studies of the page use. */
const OTHER_STUDIES = 0.2;
/** Random mixes of the page's league, and fifty times the games per cell of its invasion table. */
const LEAGUE_GAMES = 1000;

type Study = (lab: Lab, stands: readonly Stand[]) => Promise<StudyReport>;

/**
 * The page of balance and behaviour: the demands of balance first, then each study in turn; costly studies use each scenario's
 * first plan only. Calls `begins` with each chapter and the seconds so far.
 */
export async function balancePage(
  lab: Lab,
  stands: readonly Stand[],
  begins: (chapter: string, seconds: number) => void,
): Promise<readonly StudyReport[]> {
  const smaller: Lab = { ...lab, games: Math.max(20, Math.round(lab.games * OTHER_STUDIES)) };
  const usual = stands.filter(({ scenario, plan }) => scenario.plans[0] === plan);
  const chapters: readonly (readonly [string, Study, Lab, readonly Stand[]])[] = [
    ['balance', async (of, all) => balanceReport(of, await judgeAll(of, all)), lab, stands],
    ['dilemma', studyDilemma, lab, usual],
    ['talk', studyTalk, smaller, usual],
    ['moves', studyMoves, smaller, stands],
    ['hawk', studyHawk, smaller, usual],
    ['tipping', studyTipping, smaller, stands],
    ['window', studyWindow, smaller, stands],
    ['bands', studyBands, smaller, stands],
    ['paths', studyPaths, smaller, usual],
    ['hysteresis', studyHysteresis, smaller, usual],
    ['invasion', studyInvasion, { ...lab, games: Math.min(lab.games, LEAGUE_GAMES) }, usual],
    ['imitation', studyImitation, smaller, usual],
    ['tournament', studyTournament, smaller, usual],
    ['cases', studyCases, { ...lab, games: 400, seed: 1 }, usual],
    ['sensitivity', studySensitivity, smaller, usual],
  ];
  const began = performance.now();
  const reports: StudyReport[] = [];
  for (const [title, study, of, where] of chapters) {
    begins(title, (performance.now() - began) / 1000);
    reports.push(await study(of, where));
  }
  return reports;
}

/** Hand-written chapters; they stay when the page is made again. */
export function handWritten(page: string, titles: readonly string[]): readonly string[] {
  return page
    .split(/^(?=## )/m)
    .slice(1)
    .filter((part) => !titles.some((title) => part.startsWith(`## ${title}\n`)))
    .map((part) => part.trimEnd());
}

/** A page with one new chapter: it replaces the one with the same title, or comes last. */
export function withChapter(page: string, { title }: Pick<StudyReport, 'title'>, chapter: string): string {
  const parts = page.split(/^(?=## )/m);
  const place = parts.findIndex((part) => part.startsWith(`## ${title}\n`));
  if (place < 0) return `${page.trimEnd()}\n\n${chapter}\n`;
  const end = place === parts.length - 1 ? '\n' : '\n\n';
  return parts.with(place, `${chapter}${end}`).join('');
}

/** Makes one chapter of a page again, with its charts. */
export function writeChapter(file: string, report: StudyReport): void {
  const folder = basename(file).replace(/\.md$/, '');
  const page = existsSync(file) ? readTextFile(file) : '# Balance and behaviour\n';
  writeWhole(file, withChapter(page, report, markdownOf(report, folder)));
  writeCharts(join(dirname(file), folder), report.charts);
}

/** Writes the page, and its charts into a folder of the same name beside it. */
export function writePage(file: string, reports: readonly StudyReport[]): void {
  const folder = basename(file).replace(/\.md$/, '');
  const head = [
    '# Balance and behaviour',
    'This page is generated but for the chapter on tension. It is made by `npm run crossroads -- simulate balance --docs docs/balance.md`, ' +
      'a single chapter by `--chapter docs/balance.md` behind the study of its name, ' +
      `and says where the shipped scenarios are balanced and where they are not, by rules version ${RULES_VERSION}. ` +
      'Bots are not people: CLASS is a guess at noisy novices, HUMAN follows shares found in experiments.',
  ].join('\n\n');
  const chapters = reports.map((report) => markdownOf(report, folder));
  const before = existsSync(file) ? readTextFile(file) : '';
  const kept = handWritten(
    before,
    reports.map(({ title }) => title),
  );
  writeWhole(file, `${[head, ...kept, ...chapters].join('\n\n')}\n`);
  for (const { charts } of reports) writeCharts(join(dirname(file), folder), charts);
}

import type { Command } from 'commander';
import { CommandFailed } from '../../lib/commandFailed.ts';
import { wholeNumber } from '../../lib/wholeNumber.ts';
import { DEFAULT_WORKERS } from '../options.ts';
import { openPool } from '../pool.ts';
import { rateSentence, showProgress } from '../progress.ts';
import { balanceReport, judgeAll } from './balance.ts';
import { studyBands } from './bands.ts';
import { studyAdvice, studyHawk, studyTalk } from './behaviour.ts';
import { balancePage, writeChapter, writePage } from './docs.ts';
import { studyCases } from './cases.ts';
import { studyDilemma } from './dilemma.ts';
import { fansOf, fansReport, type StandFans, writeFans } from './fans.ts';
import { studyHysteresis } from './hysteresis.ts';
import { studyImitation } from './imitation.ts';
import { studyInvasion } from './invasion.ts';
import { type Lab, openLab, type Stand, standsFor } from './lab.ts';
import { studyMoves } from './moves.ts';
import { parsOf, parsReport, writePars } from './pars.ts';
import { type StudyReport, textOf, writeReport } from './report.ts';
import { candidateText, search, type SearchOptions } from './search.ts';
import { studyPaths } from './paths.ts';
import { studySensitivity } from './sensitivity.ts';
import { studyTension } from './tensionStudy.ts';
import { studyTipping } from './tipping.ts';
import { studyTournament } from './tournament.ts';
import { studyWindow } from './window.ts';

type Study = (lab: Lab, stands: readonly Stand[]) => Promise<StudyReport>;

interface StudyOptions {
  readonly scenario?: string;
  readonly plan?: string;
  readonly games: number;
  readonly seed: number;
  readonly workers: number;
  readonly openDeck?: true;
  readonly out?: string;
  readonly chapter?: string;
}

const studies: readonly (readonly [name: string, about: string, games: number, study: Study])[] = [
  ['tension', 'whether the world stays worth fighting for: demands 6a to 6g alone', 1000, studyTension],
  ['dilemma', 'what every card brings the state that plays it, and what it brings all', 20, studyDilemma],
  ['bands', 'how often the dial changes its band, and how soon', 300, studyBands],
  ['paths', 'the dial of three sessions, and how many turn in their last third', 100, studyPaths],
  ['hysteresis', 'whether the same rivalry keeps a good and a bad world apart', 300, studyHysteresis],
  ['imitation', 'where populations go that copy their winners', 300, studyImitation],
  ['invasion', 'what one mutant gains among residents of every kind', 1000, studyInvasion],
  ['tipping', 'how the endings turn with the share of self-interested seats', 300, studyTipping],
  ['window', 'how long the choice stays open and what turning late still brings', 300, studyWindow],
  ['sensitivity', 'what a fifth more or less of each number does', 500, studySensitivity],
  ['talk', 'what each part of talk does', 300, studyTalk],
  ['moves', 'the same games without moves and with them', 300, studyMoves],
  ['hawk', 'a willing class with one seat that does not want to', 300, studyHawk],
  ['advice', 'half of a class follows the preview', 800, studyAdvice],
  ['cases', 'how often each case that the paper names comes up', 400, studyCases],
  ['tournament', 'a league table of dispositions in random company', 1000, studyTournament],
];

/** Adds the studies of balance and behaviour below `crossroads simulate`. */
export function addStudies(simulate: Command): void {
  for (const [name, about, games, study] of studies) {
    studyCommand(simulate, name, about, games).action((options: StudyOptions) =>
      inLab(options, async (lab, stands) => tell(await study(lab, stands), options)),
    );
  }
  studyCommand(simulate, 'balance', 'which demands of balance each scenario and plan meets', 1000)
    .option('--docs <file>', 'write the page of all studies (Markdown, charts beside it) instead')
    .action((options: StudyOptions & { readonly docs?: string }) =>
      inLab(options, async (lab, stands) => {
        if (options.docs === undefined) tell(balanceReport(lab, await judgeAll(lab, stands)), options);
        else writePage(options.docs, await balancePage(lab, stands, chapterBegins));
      }),
    );
  addSearch(simulate);
  studyCommand(simulate, 'fan', 'where the dial goes in simulated sessions, for Compare', 2000)
    .option('--write', 'write them beside the shipped scenarios')
    .action((options: StudyOptions & { readonly write?: true }) =>
      inLab(options, async (lab, stands) => {
        if (options.write === true && options.plan !== undefined)
          throw new CommandFailed('A file holds all plans of a scenario: leave out --plan to write it.', 2);
        const measured: StandFans[] = [];
        for (const stand of stands) measured.push(await fansOf(lab, stand));
        tell(fansReport(lab, measured), options);
        if (options.write === true)
          for (const file of writeFans(lab, measured)) console.log(`Written: ${file}.`);
      }),
    );
  studyCommand(simulate, 'pars', "every seat's mean final score, for Nation in the ending", 2000)
    .option('--write', 'write them into the shipped scenarios')
    .action((options: StudyOptions & { readonly write?: true }) =>
      inLab(options, async (lab, stands) => {
        const measured = await Promise.all(stands.map((stand) => parsOf(lab, stand)));
        tell(parsReport(lab, measured), options);
        if (options.write === true)
          for (const pars of measured) console.log(`Written: ${writePars(pars)}, ${pars.stand.plan.id}.`);
      }),
    );
}

interface SearchStudyOptions extends StudyOptions {
  readonly trail: string;
  readonly tries: number;
  readonly from?: string;
  readonly rulesOnly?: true;
}

/** `simulate search`: one scenario and plan, with a trail that a later run can continue. */
function addSearch(simulate: Command): void {
  studyCommand(
    simulate,
    'search',
    'openings and numbers under which one scenario and plan meets the demands',
    24,
  )
    .requiredOption('--trail <file>', 'one try a line; a search goes on where its trail ends')
    .option('--tries <n>', 'tries in all, those of the trail among them', wholeNumber(1, 1_000_000), 100)
    .option('--from <file>', 'begin with the best of another trail instead of the pack as it is')
    .option('--rules-only', 'turn numbers of the rules alone, which a plan may have of its own')
    .action((options: SearchStudyOptions) =>
      inLab(options, (lab, stands) => searchOne(lab, stands, options)),
    );
}

async function searchOne(lab: Lab, stands: readonly Stand[], options: SearchStudyOptions): Promise<void> {
  const [stand, ...more] = stands;
  if (stand === undefined || more.length > 0)
    throw new CommandFailed('A search is made for one scenario and plan: give --scenario and --plan.', 2);
  const { trail, tries, from, rulesOnly = false } = options;
  const heard: SearchOptions['heard'] = (tried, { loss }) =>
    console.error(`try ${tried.try}: ${tried.loss}; best ${loss}`);
  const elsewhere = from === undefined ? {} : { from };
  const best = await search(lab, stand, { trail, tries, ...elsewhere, rulesOnly, stakesGames: 3, heard });
  console.log(
    `Best of ${tries}: ${best.loss}\n${JSON.stringify(best.shortfall)}\n${candidateText(best.candidate)}`,
  );
}

function studyCommand(simulate: Command, name: string, about: string, games: number): Command {
  return simulate
    .command(name)
    .description(about)
    .option('--scenario <id|file>', 'one scenario; all shipped ones by default')
    .option('--plan <id>', 'one plan; all of them by default')
    .option('--games <n>', 'games for a cell of the table', wholeNumber(20, 1_000_000), games)
    .option('--seed <n>', 'seed of the first game of every cell', wholeNumber(0, 2 ** 32 - 1), 1)
    .option('--workers <n>', 'worker threads', wholeNumber(1, 1024), DEFAULT_WORKERS)
    .option('--open-deck', 'all cards from the first round, instead of the deck of a session')
    .option('--out <dir>', 'write text, CSV and SVG files there')
    .option('--chapter <file>', 'make its chapter of a Markdown page again, charts beside it');
}

/** Opens a lab for a study and closes it in any case; reports the speed at the end. */
async function inLab(
  options: StudyOptions,
  work: (lab: Lab, stands: readonly Stand[]) => Promise<void>,
): Promise<void> {
  const stands = standsFor(options.scenario, options.plan);
  const { games, seed, workers, openDeck = false } = options;
  const progress = showProgress();
  let played = 0;
  const pool = openPool(workers, (count) => {
    played += count;
    progress.add(count);
  });
  const began = performance.now();
  const processor = process.cpuUsage();
  try {
    await work(openLab(pool, progress, { games, seed, openDeck }), stands);
  } finally {
    progress.stop();
    await pool.close();
  }
  const used = process.cpuUsage(processor);
  const seconds = (performance.now() - began) / 1000;
  console.error(rateSentence(played, seconds, workers, (used.user + used.system) / 1e6));
}

/** Names the chapter in progress on the terminal, also when no bar is drawn. */
function chapterBegins(title: string, seconds: number): void {
  console.error(`${Math.round(seconds)} s: ${title}`);
}

function tell(report: StudyReport, { out, chapter }: StudyOptions): void {
  console.log(textOf(report));
  if (out !== undefined) writeReport(out, report);
  if (chapter !== undefined) writeChapter(chapter, report);
}

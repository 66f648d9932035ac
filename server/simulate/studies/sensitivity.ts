import { at } from '#shared/lib/at.ts';
import type { EndingShares } from '#shared/simulation/outcome.ts';
import { tableSpecOf } from '../run.ts';
import { conditionOf, type Lab, measured, type Stand } from './lab.ts';
import { fileStem, type StudyReport, shareText, signedText } from './report.ts';

/** The numbers that carry most of the model's assumptions, including the three resting values. [model E] */
const varied = [
  'lambda',
  'relax',
  'T0threat',
  'T0base',
  'recepMin',
  'gDialog',
  'gMutual',
  'gCommit',
  'gCommitRec',
  'lList',
  'lLoc',
  'lOff',
  'lSep',
  'aU',
  'dU',
  'pStar',
  'Khost',
  'Kdialog',
  'creepO',
  'creepL',
  'bM',
  'bL',
  'bSepPol',
  'tau0',
  'allyRelief',
  'thSep',
  'kThreat',
  'depthStep',
  'eventProb',
  'restingCompetition',
  'restingInstitutions',
  'restingOpacity',
] as const;
type Varied = (typeof varied)[number];

const FACTORS = [0.8, 1.2] as const;

/** Games per cell: a fifth of the usual number, because there are sixty-four cells. */
function sensitivityGames(lab: Lab): number {
  return Math.max(20, Math.round(lab.games / 5));
}

interface Effect {
  readonly parameter: Varied;
  readonly value: number;
  readonly less: EndingShares;
  readonly more: EndingShares;
  /** The largest change of either share. */
  readonly most: number;
}

/** `simulate sensitivity`: how a fifth more or less of each number changes the endings. [model E] */
export async function studySensitivity(lab: Lab, stands: readonly Stand[]): Promise<StudyReport> {
  const games = sensitivityGames(lab);
  const studied = await Promise.all(
    stands.map(async (stand) => {
      const base = await measured(lab, conditionOf(lab, stand, 'MIX25'), games);
      const effects = varied.map((parameter) => effectOf(lab, stand, parameter, base, games));
      const sorted = (await Promise.all(effects)).toSorted((a, b) => b.most - a.most);
      return { stand, base, effects: sorted };
    }),
  );
  return {
    title: 'Sensitivity',
    about: [
      `Mix MIX25, no talk, ${games} games a cell on paired seeds: change of the share of good governance/predicament with a fifth less and a fifth more of one number.`,
    ],
    tables: studied.map(({ stand, base, effects }) => ({
      id: fileStem('sensitivity', stand.name),
      title: `${stand.name}: good governance ${shareText(base.governance)}, predicament ${shareText(base.predicament)}`,
      head: ['parameter', 'value', '− 20 %', '+ 20 %'],
      rows: effects.map(({ parameter, value, less, more }) => [
        parameter,
        String(value),
        changeText(less, base),
        changeText(more, base),
      ]),
    })),
    charts: studied.map(({ stand, effects }) => ({
      kind: 'bars',
      id: fileStem('sensitivity', stand.name),
      title: `Largest change of an ending by ± 20 %, ${stand.name}`,
      xLabel: 'share of games',
      bars: effects.slice(0, 12).map(({ parameter, most }) => ({ name: parameter, value: most })),
    })),
  };
}

async function effectOf(
  lab: Lab,
  stand: Stand,
  parameter: Varied,
  base: EndingShares,
  games: number,
): Promise<Effect> {
  const { table } = stand;
  if (table.kind !== 'fixed') throw new Error('a stand has a fixed table');
  const value = table.setting.parameters[parameter];
  const cells = FACTORS.map((factor) => {
    const settings = { [parameter]: value * factor };
    const condition = { ...conditionOf(lab, stand, 'MIX25'), table: tableSpecOf(stand.place, settings) };
    return measured(lab, condition, games);
  });
  const [less, more] = await Promise.all([at(cells, 0), at(cells, 1)]);
  const changes = [less, more].flatMap(({ governance, predicament }) => [
    Math.abs(governance - base.governance),
    Math.abs(predicament - base.predicament),
  ]);
  return { parameter, value, less, more, most: Math.max(...changes) };
}

function changeText(changed: EndingShares, base: EndingShares): string {
  const good = signedText(changed.governance - base.governance);
  return `${good}/${signedText(changed.predicament - base.predicament)}`;
}

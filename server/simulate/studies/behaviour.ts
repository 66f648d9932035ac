import type { Twist } from '#shared/simulation/condition.ts';
import { type TalkId, talkIds } from '#shared/simulation/talk.ts';
import { conditionOf, type Lab, measured, type Stand } from './lab.ts';
import { endingsText, fileStem, type StudyReport, type ReportTable } from './report.ts';

/** `simulate talk`: what each part of talk does to the endings. [model E] */
export async function studyTalk(lab: Lab, stands: readonly Stand[]): Promise<StudyReport> {
  const tables = ['HUMAN', 'CLASS'] as const;
  const measuredTables = tables.map(async (mix): Promise<ReportTable> => {
    const rows = stands.map(async (stand) => {
      const cells = talkIds.map((talk) => measured(lab, conditionOf(lab, stand, mix, talk)));
      return [stand.name, ...(await Promise.all(cells)).map(endingsText)];
    });
    return {
      id: fileStem('talk', mix),
      title: `Mix ${mix}`,
      head: [
        'scenario and plan',
        'no talk',
        'dialogues matched',
        'pledges',
        'both',
        'both and moves',
        'both and commitments in step',
      ],
      rows: await Promise.all(rows),
    };
  });
  return {
    title: 'What talk is made of',
    about: [`Good governance/predicament; ${lab.games} games a cell.`],
    tables: await Promise.all(measuredTables),
    charts: [],
  };
}

const hawks: readonly (readonly [string, Twist])[] = [
  ['class', { kind: 'none' }],
  ['+ securitizer', { kind: 'oneSeat', disposition: 'securitizer' }],
  ['+ camp builder', { kind: 'oneSeat', disposition: 'camp-builder' }],
  ['+ worst-case planner', { kind: 'oneSeat', disposition: 'worst-case-planner' }],
];

/** `simulate hawk`: a willing class with one unwilling seat. [model E] */
export async function studyHawk(lab: Lab, stands: readonly Stand[]): Promise<StudyReport> {
  const kinds: readonly (readonly [TalkId, string])[] = [
    ['none', 'no talk'],
    ['talk', 'talk'],
    ['moves', 'talk in moves'],
    ['in-step', 'commitments in step'],
  ];
  const rows = stands.flatMap((stand) =>
    kinds.map(async ([talk, name]) => {
      const cells = hawks.map(([, twist]) => measured(lab, conditionOf(lab, stand, 'WILLING', talk, twist)));
      return [`${stand.name}, ${name}`, ...(await Promise.all(cells)).map(endingsText)];
    }),
  );
  return {
    title: 'One hawk',
    about: [
      `A willing class (60 % conditional, 20 % unconditional cooperators, 20 % hedgers) and the same with one other seat; good governance/predicament, ${lab.games} games a cell.`,
    ],
    tables: [
      {
        id: 'hawk',
        title: 'Endings with one other seat',
        head: ['scenario, plan and talk', ...hawks.map(([name]) => name)],
        rows: await Promise.all(rows),
      },
    ],
    charts: [],
  };
}

/** Points for one point of the world's line: how an advised seat weighs it against its own figure. */
export const adviceWeights = [0, 0.2, 0.5] as const;

/** Games per cell with followers of the preview, each of which costs as much as hundreds of ordinary games. */
export function adviceGames(lab: Lab): number {
  return Math.max(20, Math.round(lab.games / 16));
}

/** `simulate advice`: half of a class follows the recommendation of the preview. [model E, D.14] */
export async function studyAdvice(lab: Lab, stands: readonly Stand[]): Promise<StudyReport> {
  const games = adviceGames(lab);
  const rows = stands.map(async (stand) => {
    const twists: readonly Twist[] = [
      { kind: 'none' },
      ...adviceWeights.map((worldWeight): Twist => ({ kind: 'advised', worldWeight })),
    ];
    const cells = twists.map((twist) =>
      measured(lab, conditionOf(lab, stand, 'CLASS', 'dialogues', twist), games),
    );
    return [stand.name, ...(await Promise.all(cells)).map(endingsText)];
  });
  return {
    title: 'Following the preview',
    about: [
      `Half of a class (mix CLASS, dialogues matched) takes the card with the best *you, over two rounds, answered in kind* plus so many points per point of the world's line; good governance/predicament, ${games} games a cell.`,
    ],
    tables: [
      {
        id: 'advice',
        title: 'Endings by weight of the world',
        head: [
          'scenario and plan',
          'nobody follows',
          ...adviceWeights.map((weight) => `own + ${weight} × world`),
        ],
        rows: await Promise.all(rows),
      },
    ],
    charts: [],
  };
}

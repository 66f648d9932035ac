import { selfInterestedMix } from '#shared/simulation/condition.ts';
import { conditionOf, type Lab, measured, type Stand } from './lab.ts';
import { endingsText, fileStem, type StudyReport } from './report.ts';

/** The shares of self-interested seats along the curve. */
const shares = [0, 0.1, 0.2, 0.3, 0.4, 0.5] as const;

/** `simulate tipping`: how the endings depend on the share of self-interested seats. [model E] */
export async function studyTipping(lab: Lab, stands: readonly Stand[]): Promise<StudyReport> {
  const curves = stands.map(async (stand) => {
    const cells = shares.map((share) =>
      measured(lab, { ...conditionOf(lab, stand, 'CLASS'), mix: selfInterestedMix(share) }),
    );
    return { stand, cells: await Promise.all(cells) };
  });
  const measuredCurves = await Promise.all(curves);
  return {
    title: 'Tipping',
    about: [
      `Good governance/predicament by the share of self-interested seats (half worst-case planners, half free riders); ${lab.games} games a cell, no talk.`,
    ],
    tables: [
      {
        id: 'tipping',
        title: 'Endings by share of self-interested seats',
        head: ['scenario and plan', ...shares.map((share) => `${Math.round(share * 100)} %`)],
        rows: measuredCurves.map(({ stand, cells }) => [stand.name, ...cells.map(endingsText)]),
      },
    ],
    charts: measuredCurves.map(({ stand, cells }) => ({
      kind: 'lines',
      id: fileStem('tipping', stand.name),
      title: `Tipping, ${stand.name}`,
      xLabel: 'share of self-interested seats',
      yLabel: 'share of games',
      series: [
        { name: 'good governance', points: shares.map((x, k) => [x, cells[k]?.governance ?? 0]) },
        { name: 'predicament', points: shares.map((x, k) => [x, cells[k]?.predicament ?? 0]) },
      ],
    })),
  };
}

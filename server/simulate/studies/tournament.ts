import type { Lab, Stand } from './lab.ts';
import { leagueOf, rivals } from './league.ts';
import { fileStem, type StudyReport, shareText, signedText } from './report.ts';

/** The fewest random mixes of a league. */
export const LEAST_MIXES = 300;

/** `simulate tournament`: the league table of characters in random company. */
export async function studyTournament(lab: Lab, stands: readonly Stand[]): Promise<StudyReport> {
  const mixes = Math.max(LEAST_MIXES, lab.games);
  const leagues = await Promise.all(
    stands.map(async (stand) => ({ stand, league: await leagueOf(lab, stand, mixes, rivals) })),
  );
  return {
    title: 'League of dispositions',
    about: [
      `${mixes} random mixes, one game each, no talk. Best: share of the mixes in which a character scored best; rank: 0 first, 1 last of the kinds present; gain: points above the average of its seats.`,
    ],
    tables: leagues.map(({ stand, league }) => ({
      id: fileStem('tournament', stand.name),
      title: stand.name,
      head: ['disposition', 'best', 'rank', 'gain', 'mixes'],
      rows: league.map(({ disposition, best, rank, gain, mixes: played }) => {
        return [disposition, shareText(best), shareText(rank), signedText(gain, 1), String(played)];
      }),
    })),
    charts: leagues.map(({ stand, league }) => ({
      kind: 'bars',
      id: fileStem('tournament', stand.name),
      title: `Best in random mixes, ${stand.name}`,
      xLabel: 'share of mixes',
      bars: league.map(({ disposition, best }) => ({ name: disposition, value: best })),
    })),
  };
}

import type { Lab, Stand } from './lab.ts';
import { leagueOf, rivals } from './league.ts';
import { fileStem, type StudyReport, shareText, signedText } from './report.ts';

/** The fewest random mixes of a league. */
export const LEAST_MIXES = 300;

/** The leagues of a stand: silent, and with talk in moves. */
const leagues = [
  { talk: 'none', name: 'no talk' },
  { talk: 'moves', name: 'talk in moves' },
] as const;

/** `simulate tournament`: the league table of characters in random company, silent and with talk in moves. */
export async function studyTournament(lab: Lab, stands: readonly Stand[]): Promise<StudyReport> {
  const mixes = Math.max(LEAST_MIXES, lab.games);
  const played = await Promise.all(
    stands.flatMap((stand) =>
      leagues.map(async ({ talk, name }) => ({
        name: `${stand.name}, ${name}`,
        stem: talk === 'none' ? stand.name : `${stand.name}-${talk}`,
        league: await leagueOf(lab, stand, mixes, rivals, talk),
      })),
    ),
  );
  return {
    title: 'League of dispositions',
    about: [
      `${mixes} random mixes, one game each, without talk and with talk in moves. Best: share of the mixes in which a character scored best; rank: 0 first, 1 last of the kinds present; gain: points above the average of its seats, in games of MIX25 with the same talk.`,
    ],
    tables: played.map(({ name, stem, league }) => ({
      id: fileStem('tournament', stem),
      title: name,
      head: ['disposition', 'best', 'rank', 'gain', 'mixes'],
      rows: league.map(({ disposition, best, rank, gain, mixes: games }) => {
        return [disposition, shareText(best), shareText(rank), signedText(gain, 1), String(games)];
      }),
    })),
    charts: played.map(({ name, stem, league }) => ({
      kind: 'bars',
      id: fileStem('tournament', stem),
      title: `Best in random mixes, ${name}`,
      xLabel: 'share of mixes',
      bars: league.map(({ disposition, best }) => ({ name: disposition, value: best })),
    })),
  };
}

import { at } from '#shared/lib/at.ts';
import { equalityOf } from '#shared/model/governance.ts';
import { toUnits } from '#shared/model/micro.ts';
import type { Parameters } from '#shared/model/parameters.ts';
import { type Aftermath, type Course, nextCourse } from '#shared/model/stages.ts';
import type { Setting } from '#shared/model/world.ts';
import type { GameRecord, RoundFigures } from '#shared/simulation/record.ts';
import type { Candidate } from './knobs.ts';

/**
 * The thresholds at which good governance is reached and lost. No state and no other rule reads them, so other values can be tried
 * without replaying a game.
 */
export const barNames = ['ggOut', 'ggRegime', 'ggRegimeOut', 'ggEqual', 'ggSafe', 'ggOpen'] as const;

/** A setting with the thresholds of a candidate, by the three marks. */
export function withBars(setting: Setting, candidate: Candidate): Setting {
  const bars = Object.fromEntries(
    barNames.map((name) => [name, candidate[name] ?? setting.parameters[name]]),
  );
  return { ...setting, parameters: { ...setting.parameters, ...bars, governanceMarks: 'threeMarks' } };
}

/** Games that can be judged by thresholds other than those they were played with. */
export type Replayable = readonly {
  readonly record: GameRecord;
  readonly aftermaths: readonly Aftermath[];
}[];

/** Keeps those parts of games that the stages depend on. */
export function replayableOf({ seats, parameters }: Setting, records: readonly GameRecord[]): Replayable {
  return records.map((record) => ({
    record,
    aftermaths: record.rounds.map((figures) => ({
      totals: totalsOf(figures),
      regime: toUnits(figures.regime),
      equal: equalityOf(
        seats,
        figures.payoffs.map((total) => ({ total })),
      ),
      passes: figures.round * parameters.steps,
    })),
  }));
}

/** The same games with the stages that these thresholds would give. */
export function judgedBy(p: Parameters, games: Replayable): readonly GameRecord[] {
  return games.map(({ record, aftermaths }) => {
    let course: Course = OPENING;
    const rounds = record.rounds.map((figures, k) => {
      course = nextCourse(p, course, at(aftermaths, k));
      return { ...figures, stage: course.stage, locked: course.locked };
    });
    const { stage, locked } = course;
    return { ...record, rounds, end: { ...record.end, stage, locked } };
  });
}

const OPENING: Course = {
  stage: 'emergence',
  locked: false,
  counters: { governance: 0, predicament: 0, scar: 0 },
};

function totalsOf({ indicators }: RoundFigures): Aftermath['totals'] {
  const { efficiency, openEfficiency, meanTrust, meanThreat, blocIndex, securitizationIndex } = indicators;
  const { fragmentationIndex, regimeFragmentation, parallelTreaties, selectiveParticipation } = indicators;
  return {
    efficiency: toUnits(efficiency),
    openEfficiency: toUnits(openEfficiency),
    meanTrust: toUnits(meanTrust),
    meanThreat: toUnits(meanThreat),
    blocIndex: toUnits(blocIndex),
    securitizationIndex: toUnits(securitizationIndex),
    fragmentationIndex: toUnits(fragmentationIndex),
    regimeFragmentation: toUnits(regimeFragmentation),
    parallelTreaties: toUnits(parallelTreaties),
    selectiveParticipation: toUnits(selectiveParticipation),
    lowParticipation: toUnits(indicators.lowParticipation),
    effectiveOpacity: toUnits(indicators.effectiveOpacity),
    direction: toUnits(indicators.direction),
  };
}

import { type RoundPhase, roundPhases } from '#shared/session/vocabulary/phases.ts';
import {
  isPlansPace,
  minutesAt,
  type OwnPace,
  ownPaceSchema,
  ROUND_BOUNDS,
  SECOND_BOUNDS,
} from '#shared/session/vocabulary/ownPace.ts';
import type { OpenSessionBody, ScenarioListItem } from '#shared/wire/api.ts';
import { words } from '../../text/language.ts';
import type { OpeningForm } from './useOpening.ts';

interface Props {
  readonly parts: OpeningForm;
  readonly now: OpenSessionBody;
}

/** Custom rounds and seconds: the plan fills them, each may be changed, and the minutes are computed while typing. */
export function PaceChoice({ parts, now }: Props) {
  const { pace: text } = words.value.opening;
  const plan = parts.scenario.value?.plans.find(({ id }) => id === now.plan);
  if (!plan) return null;
  const pace: OwnPace = now.pace ?? { rounds: plan.rounds, seconds: plan.seconds };
  const take = (next: OwnPace): void => parts.choose({ pace: isPlansPace(plan, next) ? null : next });
  return (
    <fieldset class="field pace-choice">
      <legend>{text.title}</legend>
      <div class="pace-numbers">
        <PaceNumber
          label={text.rounds}
          bounds={ROUND_BOUNDS}
          value={pace.rounds}
          change={(rounds) => take({ ...pace, rounds })}
        />
        {roundPhases.map((phase) => (
          <PaceNumber
            key={phase}
            label={phaseName(phase)}
            bounds={SECOND_BOUNDS[phase]}
            value={pace.seconds[phase]}
            change={(seconds) => take({ ...pace, seconds: { ...pace.seconds, [phase]: seconds } })}
          />
        ))}
      </div>
      <PaceSum plan={plan} pace={pace} />
      {now.pace !== null && (
        <button type="button" class="btn quiet" onClick={() => parts.choose({ pace: null })}>
          {text.asPlanned}
        </button>
      )}
    </fieldset>
  );
}

function phaseName(phase: RoundPhase): string {
  return words.value.opening.pace.seconds(words.value.play.phases[phase].name);
}

interface NumberProps {
  readonly label: string;
  readonly bounds: readonly [number, number];
  readonly value: number;
  readonly change: (value: number) => void;
}

function PaceNumber({ label, bounds: [least, most], value, change }: NumberProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        class="input num"
        type="number"
        inputMode="numeric"
        min={least}
        max={most}
        step={1}
        value={value}
        aria-invalid={value < least || value > most}
        onInput={(event) => change(Math.round(Number(event.currentTarget.value)))}
      />
      <small>{words.value.opening.pace.bounds(least, most)}</small>
    </label>
  );
}

/** The duration, and the cost of a number of rounds other than the plan's. */
function PaceSum({
  plan,
  pace,
}: {
  readonly plan: ScenarioListItem['plans'][number];
  readonly pace: OwnPace;
}) {
  const { pace: text } = words.value.opening;
  if (!ownPaceSchema.safeParse(pace).success) {
    return (
      <p class="note" role="status">
        {words.value.refusals.api.badPace}
      </p>
    );
  }
  return (
    <p class="note" role="status">
      <b>{text.minutes(minutesAt(plan, pace))}</b>
      {plan.firstRoundExtraSeconds > 0 && ` ${words.value.hostLines.longer(plan.firstRoundExtraSeconds)}`}
      {pace.rounds !== plan.rounds && ` ${text.measured(pace.rounds)}`}
    </p>
  );
}

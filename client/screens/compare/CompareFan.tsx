import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { Treatment } from '#shared/session/vocabulary/treatments.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { FEW_COMPARED } from '../../lib/mostCompared.ts';
import { CompareChart } from '../../charts/CompareChart.tsx';
import { askDialFan, type DialFan } from '../../source/dialFanDesk.ts';
import type { DialFanErrand, DialFanTold } from '../../source/dialFanWorker.ts';
import { list, words } from '../../text/language.ts';
import { points } from '../../text/number.ts';
import { areAlike, type ComparedSession, markOf, treatmentsIn } from './compared.ts';
import { rankSentence } from './rank.ts';

type Kind = DialFanErrand['kind'];

/** As many sessions are simulated. */
const GAMES = 500;
const mixes = ['CLASS', 'HUMAN'] as const;

/** The dials over each other, and the fan of simulated sessions in the setting of the first one: as shipped, or made now. */
export function CompareFan({ sessions }: { readonly sessions: readonly ComparedSession[] }) {
  const { compare } = words.value;
  const alike = areAlike(sessions);
  const tones = treatmentsIn(sessions);
  const kind = useSignal<Kind>({ mix: 'CLASS', talk: true });
  const isAsked = useSignal(false);
  const told = useFan(sessions[0]?.source.text ?? '', kind.value, isAsked.value);
  const fan = told === 'none' || told === null ? null : told.fan;
  const bands = fan === null ? [] : fan.bands.map((band) => band.map((micro) => Math.round(micro / 1000)));
  const ends = sessions.map((one, place) => ({ mark: markOf(one, place), end: one.dial.at(-1) ?? 0 }));
  return (
    <section class="compare-fan">
      <h2>{compare.dials}</h2>
      {!alike && <p class="note">{compare.unlike}</p>}
      <CompareChart
        paths={sessions.map((one, place) => ({
          mark: markOf(one, place),
          dial: one.dial,
          tone: one.treatment === null ? place % 4 : tones.indexOf(one.treatment),
        }))}
        bands={bands}
        byShare={!alike}
        label={compare.label(list(ends.map(({ mark, end }) => compare.endsAt(mark, points(end)))))}
      />
      {tones.length > 0 && <Tones tones={tones} />}
      <FanChoice kind={kind.value} choose={(one) => (kind.value = one)} />
      <FanState told={told} isAsked={isAsked.value} ask={() => (isAsked.value = true)} />
      {fan !== null && alike && <Ranks ends={ends} fan={fan} />}
      {fan !== null && <p class="note">{compare.meaning}</p>}
    </section>
  );
}

interface StateProps {
  readonly told: DialFanTold | 'none';
  readonly isAsked: boolean;
  readonly ask: () => void;
}

/** How many sessions were simulated; where none were shipped for the setting, the way to simulate some now. */
function FanState({ told, isAsked, ask }: StateProps) {
  const { compare } = words.value;
  const fan = told === 'none' || told === null ? null : told.fan;
  if (told === 'none' && !isAsked) return null;
  if (!isAsked && fan === null)
    return (
      <button type="button" class="btn" onClick={ask}>
        {compare.simulate(GAMES)}
      </button>
    );
  const says = isAsked ? compare.games(fan?.games ?? 0, GAMES) : compare.shipped(fan?.games ?? 0);
  return (
    <p role="status" aria-live={isAsked && (fan?.games ?? 0) < GAMES ? 'off' : 'polite'}>
      {told === null ? compare.failed : says}
    </p>
  );
}

/** The fan of a record's setting: what was shipped for it, or as far as it has grown; null if it could not be simulated. */
function useFan(text: string, kind: Kind, isAsked: boolean): DialFanTold | 'none' {
  const told = useSignal<DialFanTold | 'none'>('none');
  useEffect(() => {
    told.value = 'none';
    return askDialFan({ text, kind, games: isAsked ? GAMES : null }, (answer) => {
      told.value = answer;
    });
  }, [text, kind, isAsked]);
  return told.value;
}

interface RanksProps {
  readonly ends: readonly { readonly mark: string; readonly end: Tenths }[];
  readonly fan: DialFan;
}

/** Which line is which treatment. */
function Tones({ tones }: { readonly tones: readonly Treatment[] }) {
  const { names } = words.value.manyTables.treatments;
  return (
    <ul class="compare-tones">
      {tones.map((treatment, tone) => (
        <li key={treatment}>
          <svg viewBox="0 0 40 8" aria-hidden="true">
            <line class={`path-line compare-line is-${tone}`} x1="0" y1="4" x2="40" y2="4" />
          </svg>
          {names[treatment]}
        </li>
      ))}
    </ul>
  );
}

/** Where each session lies among the simulated ones; folded where there are many. */
function Ranks({ ends, fan }: RanksProps) {
  const rows = <RankRows ends={ends} fan={fan} />;
  if (ends.length <= FEW_COMPARED) return rows;
  return (
    <details>
      <summary>{words.value.compare.ranks(ends.length)}</summary>
      {rows}
    </details>
  );
}

function RankRows({ ends, fan }: RanksProps) {
  return (
    <ul class="compare-ranks">
      {ends.map(({ mark, end }) => (
        <li key={mark}>{rankSentence(mark, end, fan)}</li>
      ))}
    </ul>
  );
}

interface ChoiceProps {
  readonly kind: Kind;
  readonly choose: (kind: Kind) => void;
}

/** Who plays the simulated sessions. */
function FanChoice({ kind, choose }: ChoiceProps) {
  const { compare } = words.value;
  const id = useId();
  return (
    <p class="compare-kind">
      <label for={id}>{compare.who}</label>
      <select
        id={id}
        class="input"
        value={`${kind.mix} ${kind.talk}`}
        onChange={(event) => {
          const [mix, talk] = event.currentTarget.value.split(' ');
          choose({ mix: mix === 'HUMAN' ? 'HUMAN' : 'CLASS', talk: talk === 'true' });
        }}
      >
        {mixes.flatMap((mix) =>
          [true, false].map((talk) => (
            <option key={`${mix} ${talk}`} value={`${mix} ${talk}`}>
              {compare.kinds[mix](talk)}
            </option>
          )),
        )}
      </select>
    </p>
  );
}

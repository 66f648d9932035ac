import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { useMedia } from '../../../components/useMedia.ts';
import { endOfDial } from '../../../panels/whatIf/answerSentences.ts';
import type { BranchNow } from '../../../panels/whatIf/inquiries.ts';
import { MapPane } from '../../../panels/world/MapPane.tsx';
import type { RecordedSource } from '../../../source/recorded.ts';
import { words } from '../../../text/language.ts';
import { points } from '../../../text/number.ts';
import { openedBranch } from './useWhatIf.ts';

/** Here two sheets beside each other would be too small for their names. */
const NARROW = '(max-width: 1599px)';

interface Props {
  readonly source: RecordedSource;
  readonly answer: Extract<BranchNow, { is: 'branch' }>;
}

/** The map as recorded and the map of the branch, side by side after the same round; drawn when asked for. */
export function TwoMaps({ source, answer }: Props) {
  const { maps: text } = words.value.whatIf;
  const isOpen = useSignal(false);
  return (
    <section class="what-if-maps">
      <h3>{text.title}</h3>
      {isOpen.value ? (
        <Maps source={source} answer={answer} />
      ) : (
        <button type="button" class="btn" onClick={() => (isOpen.value = true)}>
          {text.open}
        </button>
      )}
    </section>
  );
}

function Maps({ source, answer }: Props) {
  const { whatIf } = words.value;
  const last = source.breaks.length - 1;
  const round = useSignal(last);
  const branch = useMemo(() => openedBranch(answer.text, last, source.viewer.peek()), [answer]);
  if (branch === null) return <p class="panel-note">{whatIf.fault.failed}</p>;
  const after = (one: RecordedSource): View => one.viewAt(one.breaks[round.value] ?? one.length);
  return (
    <>
      <RoundSlider
        first={Math.max(1, answer.fromRound)}
        last={last}
        round={round.value}
        choose={(wanted) => (round.value = wanted)}
      />
      <div class="what-if-pair">
        <OneMap name={whatIf.answer.recorded} view={after(source)} />
        <OneMap name={whatIf.answer.changed} view={after(branch)} />
      </div>
    </>
  );
}

interface SliderProps {
  readonly first: number;
  readonly last: number;
  readonly round: number;
  readonly choose: (round: number) => void;
}

function RoundSlider({ first, last, round, choose }: SliderProps) {
  const { maps: text } = words.value.whatIf;
  const id = useId();
  if (first >= last) return <p>{text.after(last)}</p>;
  return (
    <p class="what-if-field">
      <label for={id}>{text.after(round)}</label>
      <input
        id={id}
        type="range"
        min={first}
        max={last}
        value={round}
        aria-valuetext={text.after(round)}
        onInput={({ currentTarget }) => choose(currentTarget.valueAsNumber)}
      />
    </p>
  );
}

function OneMap({ name, view }: { readonly name: string; readonly view: View }) {
  const { maps: text } = words.value.whatIf;
  const isNarrow = useMedia(NARROW);
  return (
    <figure>
      <figcaption>{text.caption(name, points(endOfDial(view)))}</figcaption>
      <div class="what-if-map">
        <MapPane view={view} layout={isNarrow ? 'ring' : 'sheet'} controls={false} durationMs={400} />
      </div>
    </figure>
  );
}

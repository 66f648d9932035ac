import { useId } from 'preact/hooks';
import { changesNothing } from '#shared/session/vocabulary/branching.ts';
import { RadioRow } from '../../../components/RadioRow.tsx';
import type { RecordedSource } from '../../../source/recorded.ts';
import { words } from '../../../text/language.ts';
import { EventChange } from './EventChange.tsx';
import { NumberChange } from './NumberChange.tsx';
import { OrderList } from './OrderList.tsx';
import { PromiseChange } from './PromiseChange.tsx';
import type { Inquiry } from './useWhatIf.ts';

interface Props {
  readonly source: RecordedSource;
  readonly inquiry: Inquiry;
  readonly lastRound: number;
}

/** What is to be different: a round, other orders in it, its events, its promises, numbers of the rules. */
export function ChangePart({ source, inquiry, lastRound }: Props) {
  const { whatIf } = words.value;
  const { round, orders } = inquiry.change.value;
  return (
    <>
      <RoundChoice round={round} lastRound={lastRound} choose={inquiry.setRound} />
      <h2>{whatIf.orders.title(round)}</h2>
      <OrderList key={round} source={source} round={round} others={orders} setOrder={inquiry.setOrder} />
      <EventChange source={source} inquiry={inquiry} />
      <PromiseChange source={source} inquiry={inquiry} />
      <NumberChange source={source} inquiry={inquiry} />
      <OthersChoice inquiry={inquiry} />
      <PlayBar inquiry={inquiry} />
    </>
  );
}

/** Who goes on after the change. */
function OthersChoice({ inquiry }: { readonly inquiry: Inquiry }) {
  const { others } = words.value.whatIf;
  return (
    <>
      <RadioRow
        label={others.title}
        options={[
          [false, others.recorded],
          [true, others.bots],
        ]}
        chosen={inquiry.byBots.value}
        choose={inquiry.setByBots}
      />
      {inquiry.byBots.value && <p class="panel-note">{others.note}</p>}
    </>
  );
}

function PlayBar({ inquiry }: { readonly inquiry: Inquiry }) {
  const { whatIf } = words.value;
  const isChanged = inquiry.byBots.value || !changesNothing(inquiry.change.value);
  return (
    <footer class="what-if-play">
      <button
        type="button"
        class="btn primary lg"
        disabled={!isChanged}
        aria-busy={inquiry.branch.value.is === 'asked'}
        onClick={inquiry.askBranch}
      >
        {whatIf.play}
      </button>
      <p class="panel-note">{isChanged ? whatIf.spoiler : whatIf.playHint}</p>
    </footer>
  );
}

interface RoundProps {
  readonly round: number;
  readonly lastRound: number;
  readonly choose: (round: number) => void;
}

function RoundChoice({ round, lastRound, choose }: RoundProps) {
  const { whatIf } = words.value;
  const id = useId();
  return (
    <p class="what-if-round">
      <label for={id}>{whatIf.round}</label>
      <select
        id={id}
        class="input"
        value={round}
        onChange={(event) => choose(Number(event.currentTarget.value))}
      >
        {Array.from({ length: lastRound }, (_, index) => (
          <option key={index} value={index + 1}>
            {whatIf.roundName(index + 1)}
          </option>
        ))}
      </select>
    </p>
  );
}

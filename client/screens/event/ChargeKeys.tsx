import { useSignal } from '@preact/signals';
import type { GatheringNow, TableNow } from '#shared/wire/gatherings.ts';
import { announce } from '../../components/Announcer.tsx';
import { ChooseAndDo } from '../../components/ChooseAndDo.tsx';
import { eventApi } from '../../net/eventApi.ts';
import { words } from '../../text/language.ts';

interface Props {
  readonly event: GatheringNow;
  /** The tables that are chosen. */
  readonly picked: readonly TableNow[];
  readonly look: () => Promise<void>;
}

/** Who is in charge of the chosen tables: the host says it of anybody, a co-host takes tables and gives up their own. */
export function ChargeKeys({ event, picked, look }: Props) {
  const { coHosts: text, refusals } = words.value;
  const problem = useSignal<string | null>(null);
  if (event.coHosts.length === 0) return null;
  const charge = async (tables: readonly TableNow[], coHost: string | null): Promise<void> => {
    const answer = await eventApi.charge(event.code, { tables: tables.map(({ number }) => number), coHost });
    problem.value = answer.ok ? null : refusals.api[answer.failure.code];
    announce(problem.value ?? text.changed);
    await look();
  };
  return (
    <section class="charge-keys" aria-label={text.who}>
      <h2>{text.who}</h2>
      {picked.length === 0 && <p class="note">{text.chooseFirst}</p>}
      {event.you === null ? (
        <HostChoice event={event} picked={picked} charge={charge} />
      ) : (
        <OwnKeys you={event.you} picked={picked} charge={charge} />
      )}
      {problem.value !== null && (
        <p role="alert">
          {refusals.notDone} {problem.value}
        </p>
      )}
    </section>
  );
}

type Charge = (tables: readonly TableNow[], coHost: string | null) => Promise<void>;

function HostChoice({ event, picked, charge }: Omit<Props, 'look'> & { readonly charge: Charge }) {
  const { coHosts: text } = words.value;
  if (picked.length === 0) return null;
  const [first] = picked;
  const isOne = picked.every(({ coHost }) => coHost === first?.coHost);
  return (
    <ChooseAndDo
      label={text.put(picked.length)}
      now={isOne ? (first?.coHost ?? NOBODY) : ''}
      onDo={(chosen) => void charge(picked, chosen === NOBODY ? null : chosen)}
    >
      {!isOne && <option value="">…</option>}
      <option value={NOBODY}>{text.nobody}</option>
      {event.coHosts.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </ChooseAndDo>
  );
}

const NOBODY = 'nobody';

interface OwnProps {
  readonly you: string;
  readonly picked: readonly TableNow[];
  readonly charge: Charge;
}

function OwnKeys({ you, picked, charge }: OwnProps) {
  const { coHosts: text } = words.value;
  const own = picked.filter(({ coHost }) => coHost === you);
  const others = picked.filter(({ coHost }) => coHost !== you);
  return (
    <div class="act-keys">
      {others.length > 0 && (
        <button type="button" class="btn primary" onClick={() => void charge(others, you)}>
          {text.take(others.length)}
        </button>
      )}
      {own.length > 0 && (
        <button type="button" class="btn" onClick={() => void charge(own, null)}>
          {text.giveUp(own.length)}
        </button>
      )}
    </div>
  );
}

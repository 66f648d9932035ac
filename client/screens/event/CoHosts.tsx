import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type CoHostLink, MOST_CO_HOSTS } from '#shared/wire/coHosts.ts';
import type { GatheringNow } from '#shared/wire/gatherings.ts';
import { announce } from '../../components/Announcer.tsx';
import { CopyText } from '../../components/CopyText.tsx';
import { HeldAsk } from '../../components/HeldAsk.tsx';
import { joinBase, useFreshAddress } from '../../components/useJoinAddress.ts';
import { coHostPage } from '../../lib/address.ts';
import type { ApiResult } from '../../net/asking.ts';
import { eventApi } from '../../net/eventApi.ts';
import { list, words } from '../../text/language.ts';
import { runsOf } from './refused.ts';

/** For the host of an event: links by which colleagues lead tables, to make, to hand out and to end. */
export function CoHosts({ event }: { readonly event: GatheringNow }) {
  const { coHosts: text } = words.value;
  const isOpen = useSignal(false);
  return (
    <details class="co-hosts" onToggle={(toggled) => (isOpen.value = toggled.currentTarget.open)}>
      <summary>{text.title}</summary>
      {isOpen.value && <Links event={event} />}
    </details>
  );
}

function Links({ event }: { readonly event: GatheringNow }) {
  const { coHosts: text, refusals } = words.value;
  const links = useSignal<readonly CoHostLink[]>([]);
  const told = useSignal<string | null>(null);
  useFreshAddress();
  const taken = (answer: ApiResult<readonly CoHostLink[]>, done: string | null): void => {
    if (answer.ok) links.value = answer.value;
    told.value = answer.ok ? done : refusals.api[answer.failure.code];
    if (told.value !== null) announce(told.value);
  };
  useEffect(() => {
    void eventApi.coHosts(event.code).then((answer) => taken(answer, null));
  }, [event.code]);
  const add = async (name: string): Promise<void> =>
    taken(await eventApi.addCoHost(event.code, { name }), text.made(name));
  const end = async ({ id, name }: CoHostLink): Promise<void> =>
    taken(await eventApi.endCoHost(event.code, id), text.ended(name));
  return (
    <>
      <p class="note">{text.note}</p>
      {links.value.length < MOST_CO_HOSTS ? <Making add={add} /> : <p>{text.most(MOST_CO_HOSTS)}</p>}
      {told.value !== null && <p class="told">{told.value}</p>}
      {links.value.length === 0 ? <p class="note">{text.none}</p> : <p class="note">{text.linkNote}</p>}
      <ul aria-label={text.title}>
        {links.value.map((link) => (
          <LinkRow key={link.id} event={event} link={link} end={end} />
        ))}
      </ul>
    </>
  );
}

function Making({ add }: { readonly add: (name: string) => Promise<void> }) {
  const { coHosts: text } = words.value;
  const name = useSignal('');
  return (
    <form
      class="making"
      onSubmit={(submit) => {
        submit.preventDefault();
        const typed = name.value.trim();
        if (typed === '') return;
        name.value = '';
        void add(typed);
      }}
    >
      <label>
        <span>{text.name}</span>
        <input
          class="input"
          maxLength={40}
          required
          value={name.value}
          onInput={(input) => (name.value = input.currentTarget.value)}
        />
      </label>
      <button type="submit" class="btn">
        {text.make}
      </button>
    </form>
  );
}

interface RowProps {
  readonly event: GatheringNow;
  readonly link: CoHostLink;
  readonly end: (link: CoHostLink) => Promise<void>;
}

function LinkRow({ event, link, end }: RowProps) {
  const { coHosts: text } = words.value;
  const isAsking = useSignal(false);
  const { id, name, secret } = link;
  const theirs = event.tables.filter(({ coHost }) => coHost === id).map(({ number }) => number);
  const address = `${joinBase.value}${coHostPage(event.code, secret)}`;
  return (
    <li>
      <p>
        <b>{name}</b> <small>{text.inCharge(theirs.length, list(runsOf(theirs)))}</small>
      </p>
      <div class="act-keys" role="group" aria-label={text.link(name)}>
        <CopyText label={text.copy} copied={text.copied} byHand={text.link(name)} text={() => address} />
        <button
          type="button"
          class="btn quiet"
          aria-label={text.endOf(name)}
          onClick={() => (isAsking.value = true)}
        >
          {text.end}
        </button>
      </div>
      {isAsking.value && (
        <HeldAsk
          label={text.endHeld(name)}
          note={text.endNote}
          onDone={() => void end(link)}
          cancel={() => (isAsking.value = false)}
        />
      )}
    </li>
  );
}

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { NewShareLink, ShareLink } from '#shared/wire/shareLinks.ts';
import { CopyText } from '../../components/CopyText.tsx';
import { Notice } from '../../components/Notice.tsx';
import { joinBase, useFreshAddress } from '../../components/useJoinAddress.ts';
import { sharedPage } from '../../lib/address.ts';
import { api, type ApiFailure } from '../../net/api.ts';
import { dateAndTime } from '../../text/dateAndTime.ts';
import { words } from '../../text/language.ts';
import '../../styles/share-links.css';

/** For the host of an ended session: links that open its replay for whoever has them, to make and to withdraw. */
export function ShareLinks({ code }: { readonly code: string }) {
  const { shareLinks: text } = words.value;
  const isOpen = useSignal(false);
  return (
    <details class="share-links no-print" onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>{text.fold}</summary>
      {isOpen.value && <Links code={code} />}
    </details>
  );
}

function Links({ code }: { readonly code: string }) {
  const { shareLinks: text, refusals } = words.value;
  const links = useSignal<readonly ShareLink[] | null>(null);
  const fresh = useSignal<NewShareLink | null>(null);
  const said = useSignal('');
  const problem = useSignal<ApiFailure['code'] | null>(null);
  useFreshAddress();
  useEffect(() => {
    void api.shareLinks(code).then((answer) => {
      if (answer.ok) links.value = answer.value;
      else problem.value = answer.failure.code;
    });
  }, [code]);
  const make = async (names: boolean): Promise<void> => {
    const answer = await api.makeShareLink(code, { names });
    problem.value = answer.ok ? null : answer.failure.code;
    if (!answer.ok) return;
    const { secret: _secret, ...link } = answer.value;
    fresh.value = answer.value;
    links.value = [...(links.value ?? []), link];
    said.value = text.made;
  };
  const withdraw = async (id: string): Promise<void> => {
    const answer = await api.withdrawShareLink(code, id);
    problem.value = answer.ok ? null : answer.failure.code;
    if (!answer.ok) return;
    links.value = answer.value;
    if (fresh.value?.id === id) fresh.value = null;
    said.value = text.withdrawn;
  };
  return (
    <>
      <p class="note">{text.note}</p>
      {problem.value !== null && <Notice title={refusals.notDone} text={refusals.api[problem.value]} />}
      <Making make={make} />
      <p role="status">{said.value}</p>
      {fresh.value !== null && <Fresh secret={fresh.value.secret} />}
      {links.value !== null && <List links={links.value} withdraw={withdraw} />}
    </>
  );
}

function Making({ make }: { readonly make: (names: boolean) => Promise<void> }) {
  const { shareLinks: text } = words.value;
  const names = useSignal(false);
  return (
    <div class="making">
      <label class="tick">
        <input
          type="checkbox"
          checked={names.value}
          onChange={(event) => (names.value = event.currentTarget.checked)}
        />
        <span>
          {text.names}
          <small>{text.namesNote}</small>
        </span>
      </label>
      <button type="button" class="btn" onClick={() => void make(names.value)}>
        {text.make}
      </button>
    </div>
  );
}

/** The link while it is known: only its digest is kept. */
function Fresh({ secret }: { readonly secret: string }) {
  const { shareLinks: text } = words.value;
  const address = `${joinBase.value}${sharedPage(secret)}`;
  return (
    <div class="fresh">
      <input
        class="input"
        readOnly
        value={address}
        aria-label={text.fresh}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyText label={text.copy} copied={text.copied} byHand={text.fresh} text={() => address} />
    </div>
  );
}

interface ListProps {
  readonly links: readonly ShareLink[];
  readonly withdraw: (id: string) => Promise<void>;
}

function List({ links, withdraw }: ListProps) {
  const { shareLinks: text } = words.value;
  if (links.length === 0) return <p class="note">{text.none}</p>;
  return (
    <>
      <h3>{text.list}</h3>
      <ul>
        {links.map(({ id, names, madeMs }) => {
          const when = dateAndTime(madeMs);
          const who = names ? text.withNames : text.withoutNames;
          return (
            <li key={id}>
              <span>
                {text.one(when)}
                <small>{who}</small>
              </span>
              <button
                type="button"
                class="btn"
                aria-label={text.withdrawOf(when, who)}
                onClick={() => void withdraw(id)}
              >
                {text.withdraw}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

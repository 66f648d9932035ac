import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Result } from '#shared/lib/result.ts';
import type { NewShareLink, ShareLink } from '#shared/wire/shareLinks.ts';
import { CopyText } from '../../components/CopyText.tsx';
import { Notice } from '../../components/Notice.tsx';
import { joinBase, useFreshAddress } from '../../components/useJoinAddress.ts';
import { sharedPage } from '../../lib/address.ts';
import { api } from '../../net/api.ts';
import type { ApiFailure } from '../../net/asking.ts';
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
  const { links, fresh, isWithdrawn, problem, make, withdraw } = useLinks(code);
  useFreshAddress();
  return (
    <>
      <p class="note">{text.note}</p>
      {problem !== null && <Notice title={refusals.notDone} text={refusals.api[problem]} />}
      <Making make={make} />
      <p role="status">{fresh !== null && text.made}</p>
      {fresh !== null && <Fresh secret={fresh.secret} />}
      {links !== null && <List links={links} withdraw={withdraw} />}
      <p role="status">{isWithdrawn && text.withdrawn}</p>
    </>
  );
}

interface LinksOf {
  /** Null until the server has answered. */
  readonly links: readonly ShareLink[] | null;
  /** The one that was just made: only now its secret is known. */
  readonly fresh: NewShareLink | null;
  /** The last act withdrew one. */
  readonly isWithdrawn: boolean;
  readonly problem: ApiFailure['code'] | null;
  readonly make: (names: boolean) => Promise<void>;
  readonly withdraw: (id: string) => Promise<void>;
}

function useLinks(code: string): LinksOf {
  const links = useSignal<readonly ShareLink[] | null>(null);
  const fresh = useSignal<NewShareLink | null>(null);
  const isWithdrawn = useSignal(false);
  const problem = useSignal<ApiFailure['code'] | null>(null);
  const taken = <Value,>(answer: Result<Value, ApiFailure>, take: (value: Value) => void): void => {
    problem.value = answer.ok ? null : answer.failure.code;
    if (answer.ok) take(answer.value);
  };
  useEffect(() => {
    void api.shareLinks(code).then((answer) => taken(answer, (all) => (links.value = all)));
  }, [code]);
  return {
    links: links.value,
    fresh: fresh.value,
    isWithdrawn: isWithdrawn.value,
    problem: problem.value,
    make: async (names) =>
      taken(await api.makeShareLink(code, { names }), (made) => {
        const { id, madeMs } = made;
        fresh.value = made;
        links.value = [...(links.value ?? []), { id, names, madeMs }];
        isWithdrawn.value = false;
      }),
    withdraw: async (id) =>
      taken(await api.withdrawShareLink(code, id), (left) => {
        links.value = left;
        if (fresh.value?.id === id) fresh.value = null;
        isWithdrawn.value = true;
      }),
  };
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
      <p class="list-name" aria-hidden="true">
        {text.list}
      </p>
      <ul aria-label={text.list}>
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

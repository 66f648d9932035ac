import { useSignal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { LanguageSwitch } from '../../components/LanguageSwitch.tsx';
import { LineIcon } from '../../components/LineIcon.tsx';
import { Logo } from '../../components/Logo.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ThemeSwitch } from '../../components/ThemeSwitch.tsx';
import { api } from '../../net/api.ts';
import type { ApiFailure } from '../../net/asking.ts';
import { hostPassOf, seatPassOf } from '../../net/tokens.ts';
import { textBeforeFault } from '#shared/log/beforeFault.ts';
import { recordText } from '../../source/recordFile.ts';
import { recordedSource, type RecordedSource } from '../../source/recorded.ts';
import { pick, words } from '../../text/language.ts';
import { faultPlace } from '../../components/faultPlace.ts';
import { FilePicker } from './FilePicker.tsx';
import { Player } from './Player.tsx';
import { RecordCheck } from './RecordCheck.tsx';
import { SHEETS_HASH, SheetsOf } from './SheetsOf.tsx';
import { type Errand, fetchHostPass, useErrand, useSession, useWayBack } from './useSession.ts';
import '../../styles/replay.css';
import { go } from '../../lib/address.ts';
import { pathTo } from '../../net/ownAddress.ts';

type Shown =
  | { readonly state: 'picking' }
  | { readonly state: 'waiting'; readonly sentence: 'reading' | 'fetching' }
  | { readonly state: 'faulty'; readonly place: string; readonly sound: RecordedSource | null }
  | { readonly state: 'refused'; readonly code: ApiFailure['code'] }
  | {
      readonly state: 'open';
      readonly source: RecordedSource;
      /** The code of the session; null for a file. */
      readonly code: string | null;
      /** The secret of the link that led here; null: no link did. */
      readonly link: string | null;
      /** Where the record is damaged: only what comes before is shown. */
      readonly damagedAt: string | null;
    };

/** A session from its record: from a file of this device, or from its server. */
export function ReplayScreen({ code }: { readonly code: string | null }) {
  const shown = useSignal<Shown>(
    code === null ? { state: 'picking' } : { state: 'waiting', sentence: 'fetching' },
  );
  const errand = useErrand();
  useEffect(() => {
    if (code !== null) void fetchRecord(code, shown, errand);
  }, [code]);
  return <Record shown={shown} code={code} errand={errand} />;
}

/** A session from the record that a link leads to; the secret of the link stands in the address. */
export function SharedRecordScreen() {
  const shown = useSignal<Shown>({ state: 'waiting', sentence: 'fetching' });
  useEffect(() => {
    let opened: string | null = null;
    const follow = (): void => {
      const link = linkInAddress();
      // An address without a link is a place in the record that is open.
      if (link === opened || (link === null && opened !== null)) return;
      opened = link;
      void fetchShared(link, shown);
    };
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return <Record shown={shown} code={null} errand="watch" />;
}

interface RecordProps {
  readonly shown: Signal<Shown>;
  readonly code: string | null;
  readonly errand: Errand;
}

/** The record once it is open; until then the way to it. */
function Record({ shown, code, errand }: RecordProps) {
  const live = useSession(code, shown.value.state === 'open', errand);
  useWayBack(code, live.value, errand);
  const open = (file: Blob): void => {
    shown.value = { state: 'waiting', sentence: 'reading' };
    void readFile(file, shown);
  };
  const now = shown.value;
  const onPaper = useSignal(location.hash === SHEETS_HASH);
  if (now.state === 'open' && onPaper.value)
    return <SheetsOf source={now.source} close={() => (onPaper.value = false)} />;
  return (
    <div class={now.state === 'open' ? 'replay is-open' : 'replay'}>
      <ReplayHeader
        source={now.state === 'open' ? now.source : null}
        damagedAt={now.state === 'open' ? now.damagedAt : null}
        again={() => {
          // The address is that of this record: its place and, on a server, its session.
          go('/replay');
          shown.value = { state: 'picking' };
        }}
      />
      {now.state === 'open' ? (
        <Player
          source={now.source}
          code={now.code}
          link={now.link}
          live={live.value}
          leads={errand === 'lead'}
          toSheets={() => (onPaper.value = true)}
        />
      ) : (
        <Opening shown={shown} open={open} />
      )}
    </div>
  );
}

interface OpeningProps {
  readonly shown: Signal<Shown>;
  readonly open: (file: Blob) => void;
}

/** Before a record is open: what is under way or went wrong, and the way to choose a file. */
function Opening({ shown, open }: OpeningProps) {
  const now = shown.value;
  return (
    <main id="main" class="replay-open" tabIndex={-1}>
      <h1>{words.value.replay.open.title}</h1>
      {now.state === 'waiting' && (
        <p class="note" role="status">
          {words.value.replay.open[now.sentence]}
        </p>
      )}
      {now.state === 'faulty' && (
        <Faulty
          {...now}
          openSound={(source) =>
            (shown.value = { state: 'open', source, code: null, link: null, damagedAt: now.place })
          }
        />
      )}
      {now.state === 'refused' && (
        <Notice title={words.value.refusals.notDone} text={words.value.refusals.api[now.code]} />
      )}
      {now.state !== 'waiting' && (
        <>
          <FilePicker open={open} />
          <a class="btn" href={pathTo('/compare')}>
            {words.value.compare.several}
          </a>
        </>
      )}
    </main>
  );
}

function ReplayHeader({
  source,
  damagedAt,
  again,
}: {
  readonly source: RecordedSource | null;
  readonly damagedAt: string | null;
  readonly again: () => void;
}) {
  const { shell, replay } = words.value;
  const card = source?.view.value?.card;
  return (
    <header>
      <a href={pathTo('/')} class="brand" aria-label={shell.toHome}>
        <Logo size={26} />
      </a>
      <b class="name">{card ? pick(card.title) : replay.title}</b>
      {source && damagedAt === null && <RecordCheck source={source} />}
      {damagedAt !== null && (
        <p class="record-check is-bad" role="status">
          {replay.fault.shownUpTo(faultPlace(damagedAt))}
        </p>
      )}
      <div class="corner">
        {source && (
          <button type="button" class="btn quiet open-other" title={replay.open.other} onClick={again}>
            <LineIcon path="M2.5 16V4.5h5l2 2.5h8v9z" />
            <span>{replay.open.other}</span>
          </button>
        )}
        <ThemeSwitch />
        <LanguageSwitch />
      </div>
    </header>
  );
}

interface FaultyProps {
  readonly place: string;
  readonly sound: RecordedSource | null;
  readonly openSound: (source: RecordedSource) => void;
}

/** What is wrong with a file and where; what comes before can still be shown. */
function Faulty({ place, sound, openSound }: FaultyProps) {
  const { fault } = words.value.replay;
  return (
    <Notice
      title={fault.title}
      text={place === 'unreadable' ? fault.unreadable : fault.text(faultPlace(place))}
    >
      {sound !== null && (
        <button type="button" class="btn" onClick={() => openSound(sound)}>
          {fault.showSound(sound.length)}
        </button>
      )}
    </Notice>
  );
}

async function fetchRecord(code: string, shown: Signal<Shown>, errand: Errand): Promise<void> {
  if (errand === 'lead') await fetchHostPass(code);
  const token = seatPassOf(code)?.token ?? hostPassOf(code)?.token ?? null;
  const answer = await api.log(code, token);
  // Who follows sees nothing of what is to come until the host's place says whether it may be seen.
  if (answer.ok) openText(answer.value, code, shown, { hidesAhead: errand === 'follow' });
  else shown.value = { state: 'refused', code: answer.failure.code };
}

/** The secret in the address of a link, which stays there while one moves in the replay. */
function linkInAddress(): string | null {
  return new URLSearchParams(location.hash.slice(1)).get('link');
}

async function fetchShared(link: string | null, shown: Signal<Shown>): Promise<void> {
  shown.value = { state: 'waiting', sentence: 'fetching' };
  const answer = await api.sharedRecord(link ?? '');
  if (answer.ok) openText(answer.value, null, shown, { link });
  else shown.value = { state: 'refused', code: answer.failure.code };
}

async function readFile(file: Blob, shown: Signal<Shown>): Promise<void> {
  try {
    openText(await recordText(file), null, shown);
  } catch {
    shown.value = { state: 'faulty', place: 'unreadable', sound: null };
  }
}

interface Way {
  readonly link?: string | null;
  readonly hidesAhead?: boolean;
}

function openText(
  text: string,
  code: string | null,
  shown: Signal<Shown>,
  { link = null, hidesAhead = false }: Way = {},
): void {
  const opened = recordedSource(text);
  if (opened.ok) opened.value.hidesAhead.value = hidesAhead;
  shown.value = opened.ok
    ? { state: 'open', source: opened.value, code, link, damagedAt: null }
    : { state: 'faulty', place: opened.failure.where, sound: soundSource(text, opened.failure.where) };
}

/** What comes before the fault, where it can be played. */
function soundSource(text: string, where: string): RecordedSource | null {
  const part = textBeforeFault(text, where);
  const opened = part === null ? null : recordedSource(part);
  return opened?.ok === true && opened.value.length > 0 ? opened.value : null;
}

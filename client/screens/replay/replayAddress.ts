import { batch } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { parseSubject, subjectKey } from '#shared/model/explain.ts';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import { type PlayState, type Tab, tabs } from '../../panels/playState.ts';
import { lastRound } from '../../panels/world/gauges.ts';
import type { RecordedSource } from '../../source/recorded.ts';
import { type NamedPlace, positionName, positionOf } from '../../source/recordPlaces.ts';

const WRITE_AFTER_MS = 250;
/** In an address: what lies after its position is hidden. */
const HIDDEN = 'hidden';
const shownTabs: readonly Tab[] = ['index', 'course', 'analysis', ...tabs];

/**
 * Keeps the address of the page in step with what is shown (`#at=round3.reveal&eyes=aurelia&why=trust:aurelia:meridia`), and goes
 * where another address leads. A branch has no address. The secret of a link that led here stays in it.
 */
export function useReplayAddress(
  source: RecordedSource,
  ui: PlayState,
  places: readonly NamedPlace[],
  hasAddress: boolean,
  link: string | null,
): void {
  useEffect(() => {
    if (!hasAddress) return undefined;
    // The address may have been written once more since somebody changed it.
    const follow = ({ newURL }: HashChangeEvent): void =>
      batch(() => goTo(partsOf(new URL(newURL)), source, ui, places));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [source, ui, places]);
  const now = `#${secretPart(link)}${placeText(source, ui, places)}${overTable(ui)}`;
  useEffect(() => {
    if (!hasAddress) return undefined;
    const timer = setTimeout(() => history.replaceState(history.state, '', now), WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [now]);
}

/** The address of the reveal of a round, on this page. */
export function roundAddress(round: number, link: string | null): string {
  return `#${secretPart(link)}at=round${round}.reveal`;
}

function secretPart(link: string | null): string {
  return link === null ? '' : `link=${link}&`;
}

/** Goes where the address of the page leads. What it does not name stays as it is. */
export function goToAddress(source: RecordedSource, ui: PlayState, places: readonly NamedPlace[]): void {
  batch(() => goTo(partsOf(location), source, ui, places));
}

function partsOf({ hash }: Pick<URL, 'hash'>): URLSearchParams {
  return new URLSearchParams(hash.slice(1));
}

/** The page that lies over the table, which the host's place in a shared replay leaves out. */
function overTable({ whatIf, debriefing }: PlayState): string {
  if (whatIf.value !== null) return `&whatif=${whatIf.value}`;
  return debriefing.value ? '&debrief=open' : '';
}

/** What is shown of the table, as the address has it after its `#`. */
export function placeText(
  { position, viewer, hidesAhead }: RecordedSource,
  ui: PlayState,
  places: readonly NamedPlace[],
): string {
  const asked = ui.asked.value;
  const said: readonly (readonly [string, string | null])[] = [
    ['at', positionName(places, position.value)],
    ['eyes', eyesName(viewer.value)],
    ['tab', ui.tab.value],
    ['why', asked === null ? null : subjectKey(asked.subject)],
    ['round', asked === null ? null : String(asked.round)],
    ['state', ui.looking.value],
    ['bloc', ui.bloc.value === null ? null : String(ui.bloc.value)],
    ['agreement', ui.agreement.value],
    ['talk', ui.thread.value],
    ['lit', ui.lit.value.length === 0 ? null : ui.lit.value.join(',')],
    ['ahead', hidesAhead.value ? HIDDEN : null],
  ];
  const parts = said.flatMap(([name, value]) => (value === null ? [] : [`${name}=${readable(value)}`]));
  return parts.join('&');
}

/** Escaped only where an address needs it. */
function readable(value: string): string {
  return encodeURIComponent(value).replaceAll('%3A', ':').replaceAll('%20', '+').replaceAll('%2C', ',');
}

function eyesName(viewer: Viewer): string {
  if (viewer.kind === 'host') return 'everything';
  return viewer.kind === 'observer' ? 'everybody' : (viewer.seat ?? 'everybody');
}

/** Shows what the text of a place says and nothing else: what it does not name is closed. */
export function showPlace(
  place: string,
  source: RecordedSource,
  ui: PlayState,
  places: readonly NamedPlace[],
): void {
  batch(() => {
    for (const open of [ui.asked, ui.looking, ui.bloc, ui.agreement, ui.thread]) open.value = null;
    ui.lit.value = [];
    [ui.whatIf.value, ui.debriefing.value] = [null, false];
    source.hidesAhead.value = false;
    goTo(new URLSearchParams(place), source, ui, places);
  });
}

function goTo(
  asked: URLSearchParams,
  source: RecordedSource,
  ui: PlayState,
  places: readonly NamedPlace[],
): void {
  const round = Number(asked.get('round') ?? Number.NaN);
  const at = asked.get('at') ?? (asked.has('why') || Number.isNaN(round) ? null : `round${round}.reveal`);
  const place = at === null ? null : positionOf(places, at);
  if (place !== null) source.position.value = Math.min(source.length, place);
  const eyes = viewerNamed(asked.get('eyes'), source);
  if (eyes !== null) source.viewer.value = eyes;
  if (asked.has('ahead')) source.hidesAhead.value = asked.get('ahead') === HIDDEN;
  const tab = shownTabs.find((one) => one === asked.get('tab'));
  if (tab !== undefined) ui.tab.value = tab;
  const subject = parseSubject(asked.get('why') ?? '');
  if (subject !== null) {
    const view = source.view.peek();
    const last = view === null ? 0 : lastRound(view);
    // A round that has not come at this place has no answer yet; the last one that has come has.
    const asks = Number.isInteger(round) ? Math.min(round, last) : last;
    ui.asked.value = asks < 1 ? null : { subject, round: asks };
    if (tab === undefined) ui.tab.value = 'why';
  }
  if (asked.has('state')) ui.looking.value = asked.get('state');
  if (asked.has('bloc')) ui.bloc.value = Number(asked.get('bloc'));
  if (asked.has('agreement')) ui.agreement.value = asked.get('agreement');
  const whatIf = Number(asked.get('whatif'));
  if (Number.isInteger(whatIf) && whatIf >= 1 && whatIf < source.breaks.length) ui.whatIf.value = whatIf;
  if (asked.get('debrief') === 'open') ui.debriefing.value = source.view.peek()?.table.debrief !== null;
  if (asked.has('talk')) ui.thread.value = asked.get('talk');
  if (asked.has('lit')) ui.lit.value = seatsNamed(asked.get('lit') ?? '', source);
}

function viewerNamed(name: string | null, { lines, view }: RecordedSource): Viewer | null {
  if (name === null || lines.length === 0) return null;
  if (name === 'everything') return { kind: 'host' };
  if (name === 'everybody') return { kind: 'observer' };
  const isSeat = view.peek()?.card.seats.some(({ id }) => id === name) === true;
  return isSeat ? { kind: 'participantAfterEnd', seat: name } : null;
}

function seatsNamed(names: string, { view }: RecordedSource): readonly string[] {
  const seats = view.peek()?.card.seats.map(({ id }) => id) ?? [];
  return names.split(',').filter((name) => seats.includes(name));
}

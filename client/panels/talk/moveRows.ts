import type { SeatId } from '#shared/model/world.ts';
import { aimOf } from '#shared/session/topics/spokenDeeds.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { sameJson } from '#shared/lib/sameJson.ts';
import type { SpokenDeed, SpokenInquiry, TalkMove } from '#shared/session/vocabulary/moves.ts';
import type { Channel } from '#shared/session/vocabulary/talk.ts';
import { words } from '../../text/language.ts';
import { seatName } from '../lookup.ts';
import type { MoveDraft } from '../playState.ts';
import { deedOfCard, mayBeToAll, type MovePart, partsOf, type SpokenCard } from './moveDraft.ts';
import { factClause, moveSentence, reasonClause, type Speaking } from './moveSentence.ts';
import { addressees, aimsFor, cardsFor, factsAbout, reasonsFor } from './spokenOptions.ts';

/** One choice for a part, and the draft that results from it. */
export interface PartOption {
  readonly key: string;
  readonly label: string;
  readonly isChosen: boolean;
  readonly draft: MoveDraft;
}

/** A part of a move with its choices; `chosen` is the current choice, in words. */
export interface PartRow {
  readonly key: string;
  readonly label: string;
  readonly chosen: string | null;
  readonly options: readonly PartOption[];
}

interface Making {
  readonly view: View;
  readonly channel: Channel;
  readonly draft: MoveDraft;
}

/** The parts of the unfinished move with their choices, in their order. */
export function rowsOf(making: Making): readonly PartRow[] {
  return partsOf(making.draft.kind, making.channel).flatMap((part) => rowsOfPart(making, part));
}

function rowsOfPart(making: Making, part: MovePart): readonly PartRow[] {
  switch (part) {
    case 'to':
      return [toRow(making)];
    case 'of':
      return [ofRow(making)];
    case 'theirs':
    case 'ours':
      return deedRows(making, part);
    case 'round':
      return [roundRow(making)];
    case 'fact':
      return [factRow(making)];
    case 'reason':
      return [reasonRow(making)];
    case 'inquiry':
      return [inquiryRow(making)];
  }
}

function row(key: MovePart | 'theirsAim' | 'oursAim', options: readonly PartOption[]): PartRow {
  const chosen = options.find(({ isChosen }) => isChosen)?.label ?? null;
  return { key, label: words.value.moves.parts[key], chosen, options };
}

function toRow({ view, channel, draft }: Making): PartRow {
  const all = mayBeToAll(draft.kind)
    ? [
        {
          key: 'all',
          label: words.value.moves.all,
          isChosen: draft.toAll,
          draft: { ...draft, to: null, toAll: true },
        },
      ]
    : [];
  const seats = addressees(view, channel).map((seat) => ({
    key: seat,
    label: seatName(view, seat),
    isChosen: draft.to === seat,
    draft: { ...draft, to: seat, toAll: false },
  }));
  return row('to', [...all, ...seats]);
}

function ofRow({ view, draft }: Making): PartRow {
  const seats = view.card.seats.map(({ id }) => id).filter((seat) => seat !== view.own?.seat);
  return row(
    'of',
    seats.map((seat) => ({
      key: seat,
      label: seatName(view, seat),
      isChosen: draft.of === seat,
      draft: { ...draft, of: seat },
    })),
  );
}

/** The card, and its target if it has one: what they do is for us, what we do is for them, unless chosen otherwise. */
function deedRows({ view, draft }: Making, part: 'theirs' | 'ours'): readonly PartRow[] {
  const { orders, moves } = words.value;
  const deed = draft[part];
  const me = view.own?.seat ?? null;
  const doer = part === 'ours' ? me : draft.kind === 'expect' ? draft.of : draft.to;
  const aim = part === 'ours' ? draft.to : draft.kind === 'ask' && draft.toAll ? null : me;
  const cards = row(
    part,
    cardsFor(view, part).map((card) => {
      const { name } = orders.cards[card.action];
      return {
        key: `${card.does} ${card.action}`,
        label: card.does === 'act' ? name : moves.leave(name),
        isChosen: deed?.does === card.does && deed.action === card.action,
        draft: { ...draft, [part]: aimed(card, aim) },
      };
    }),
  );
  if (deed === null || aimOf(deed) === 'none') return [cards];
  const aims = row(
    part === 'ours' ? 'oursAim' : 'theirsAim',
    aimsFor(view, deed, doer).map((target) => ({
      key: target ?? 'any',
      label: target === null ? moves.nobodyNamed : target === me ? moves.us : seatName(view, target),
      isChosen: deed.target === target,
      draft: { ...draft, [part]: { ...deed, target } },
    })),
  );
  return [cards, aims];
}

function aimed(card: SpokenCard, aim: SeatId | null): SpokenDeed {
  return deedOfCard(card, aim);
}

function roundRow({ view, draft }: Making): PartRow {
  const { round } = view.table;
  const { rounds } = view.card.plan;
  const { moves } = words.value;
  const left = Array.from({ length: Math.max(1, rounds - round + 1) }, (_, ahead) => round + ahead);
  return row(
    'round',
    left.map((one) => ({
      key: `${one}`,
      label: one === round ? moves.thisRound : moves.inRound(one),
      isChosen: draft.round === one,
      draft: { ...draft, round: one },
    })),
  );
}

function factRow(making: Making): PartRow {
  const { view, draft } = making;
  const at = speaking(making);
  const about =
    draft.kind === 'report'
      ? view.card.seats.map(({ id }) => id).filter((seat) => seat !== view.own?.seat)
      : [draft.to].flatMap((seat) => seat ?? []);
  return row(
    'fact',
    about
      .flatMap((seat) => factsAbout(view, seat))
      .map((fact, place) => ({
        key: `${place}`,
        label: factClause(at, fact),
        isChosen: sameJson(draft.fact, fact),
        draft: { ...draft, fact },
      })),
  );
}

function reasonRow(making: Making): PartRow {
  const { view, draft } = making;
  const at = speaking(making);
  return row(
    'reason',
    reasonsFor(view, draft.to).map((reason, place) => ({
      key: `${place}`,
      label: reasonClause(at, reason),
      isChosen: sameJson(draft.reason, reason),
      draft: { ...draft, reason },
    })),
  );
}

function inquiryRow(making: Making): PartRow {
  const { view, draft } = making;
  const { to } = draft;
  const { round } = view.table;
  const facts = to === null ? [] : factsAbout(view, to);
  const inquiries: readonly SpokenInquiry[] = [
    ...facts.map((fact): SpokenInquiry => ({ ask: 'why', fact })),
    { ask: 'plans', round },
    { ask: 'terms', agreement: null },
  ];
  return row(
    'inquiry',
    inquiries.map((inquiry, place) => {
      const asked: TalkMove = { kind: 'question', to: to ?? '', about: inquiry };
      return {
        key: `${place}`,
        label: moveSentence(view, view.own?.seat ?? '', asked),
        isChosen: sameJson(draft.inquiry, inquiry),
        draft: { ...draft, inquiry },
      };
    }),
  );
}

function speaking({ view, draft }: Making): Speaking {
  return { view, from: view.own?.seat ?? '', to: draft.to };
}

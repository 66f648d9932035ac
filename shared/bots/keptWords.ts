import { HOLD, type Order } from '../model/actions.ts';
import { keepsDeed } from '../session/topics/spokenDeeds.ts';
import { type HeardSpoken, type WordGiven, wordsGiven, wordsJudged } from '../session/topics/wordsGiven.ts';
import type { DispositionId } from '../session/vocabulary/actors.ts';
import type { SpokenDeed } from '../session/vocabulary/moves.ts';
import type { ParleySight } from './parleySight.ts';
import { keepsItsWord } from './manners.ts';
import { isFreeToTalk } from './speech.ts';

type Words = Pick<ParleySight, 'seat' | 'heard' | 'played'> & { readonly round: number };

/** The words of a seat that are still to be kept in a round: given, not judged, and not waiting for somebody else's deed. */
export function wordsToKeep({ seat, heard, played, round }: Words): readonly WordGiven[] {
  const given = wordsGiven(heard);
  const judged = wordsJudged(played, given);
  const isSame = (a: WordGiven, b: WordGiven): boolean =>
    a.by === b.by && a.due === b.due && a.deed === b.deed;
  return given.filter((word) => {
    if (word.by !== seat || round < word.from || round > word.due) return false;
    if (judged.some((done) => isSame(done, word))) return false;
    const { provided } = word;
    return (
      provided === null ||
      word.deed.does === 'refrain' ||
      judged.some(({ by, deed, done }) => done && by === provided.by && deed === provided.deed)
    );
  });
}

/** Whether what was heard holds a move at all; without one nothing here changes what a bot does. */
export function hasMoves(heard: readonly HeardSpoken[]): boolean {
  return heard.some(({ move }) => move !== null);
}

/** The order of a bot that keeps the words it gave in moves: it does what is due, and leaves what it promised to leave. */
export function keepingWordsGiven(
  disposition: DispositionId,
  order: Order,
  words: Words & { readonly open: readonly Order['action'][] },
): Order {
  if (!hasMoves(words.heard) || !keepsItsWord(disposition)) return order;
  const mine = wordsToKeep(words);
  const breaks = (given: Order): boolean =>
    mine.some(({ deed }) => deed.does === 'refrain' && !keepsDeed(deed, given));
  const deeds = mine
    .filter(({ deed }) => deed.does === 'act')
    .toSorted((a, b) => a.due - b.due)
    .filter(({ due }) => due === words.round || isFreeToTalk(order))
    .flatMap(({ deed }) => orderOfDeed(deed) ?? [])
    .filter((given) => words.open.includes(given.action) && !breaks(given));
  if (mine.some(({ deed, due }) => deed.does === 'act' && due === words.round && keepsDeed(deed, order)))
    return order;
  const [due] = deeds;
  if (due !== undefined) return due;
  return breaks(order) ? HOLD : order;
}

/** The order that does a deed, or null where its card needs more than a deed says. */
export function orderOfDeed({ does, action, target }: SpokenDeed): Order | null {
  if (does === 'refrain') return null;
  switch (action) {
    case 'dialogue':
    case 'build-capacity':
      return target === null ? null : { action, targets: [target] };
    case 'commit':
    case 'open-standards':
    case 'open-bloc':
    case 'harden':
    case 'roll-back':
    case 'hold':
      return { action };
    case 'localize':
    case 'restrict':
    case 'build-force':
    case 'bridge':
    case 'join-functional':
    case 'join-exclusive':
    case 'leave':
      return null;
  }
}

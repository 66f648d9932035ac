import { mixChanceFor } from '../bots/chance.ts';
import { dispositionOf } from '../bots/dispositions.ts';
import { assignMix, type Mix } from '../bots/mixes.ts';
import type { Chance, Disposition } from '../session/views/sight.ts';
import { openWorld, profilesOf } from '../model/opening.ts';
import { type Parameters, parametersFor } from '../model/parameters.ts';
import { smallRoster, standardOpening, standardRoster } from '../model/roster.ts';
import type { Setting, World } from '../model/world.ts';
import type { DispositionId } from '../session/vocabulary/actors.ts';
import { previewFollower } from './follower.ts';
import type { Game } from './playGame.ts';
import { talkHook, type TalkId, talks } from './talk.ts';

/** Where games are played: at one fixed table, or at the reference table of so many seats, whose copies differ by the seed. */
export type TableSpec =
  | { readonly kind: 'fixed'; readonly setting: Setting; readonly world: World }
  | {
      readonly kind: 'standard';
      readonly seats: number;
      readonly rounds: number;
      readonly steps: number;
      readonly parameters: Partial<Parameters>;
    };

/** How a game differs from an ordinary one with its mix. */
export type Twist =
  | { readonly kind: 'none' }
  /** One seat, a different one for each seed, has this character. */
  | { readonly kind: 'oneSeat'; readonly disposition: DispositionId }
  /** Every seat has the character given here; the mix is not used. */
  | { readonly kind: 'seated'; readonly dispositions: readonly DispositionId[] }
  /** Everybody cooperates unconditionally from this round on. */
  | { readonly kind: 'cooperateFrom'; readonly round: number }
  /** Half of the seats follow the preview. */
  | { readonly kind: 'advised'; readonly worldWeight: number };

/** Everything about a simulated game except its seed; plain JSON, so that a worker can get it. */
export interface Condition {
  readonly table: TableSpec;
  readonly mix: Mix;
  readonly talk: TalkId;
  readonly openDeck: boolean;
  readonly twist: Twist;
  /** The record keeps the measures of network science after every round; absent: it does not. */
  readonly networks?: true;
}

/** Who can sit at a simulated table. */
export type Character = DispositionId | 'preview-follower';

/** A game ready to be played, with who sits where. */
export interface Arranged {
  readonly game: Game;
  readonly characters: readonly Character[];
}

/** The game of a condition with one seed. */
export function arrange(condition: Condition, seed: number): Arranged {
  const { setting, world } = openingTableOf(condition.table, seed);
  const characters = charactersOf(condition, setting.seats.length, seed);
  const { twist, openDeck, talk } = condition;
  const game: Game = {
    setting,
    world,
    dispositions: characters.map((character) => played(character, twist)),
    seed,
    openDeck,
    ...(talk === 'none' ? {} : { onOrders: talkHook(talks[talk], characters) }),
  };
  return { game, characters };
}

/** The setting and the opening world of a table. */
export function openingTableOf(
  table: TableSpec,
  seed: number,
): { readonly setting: Setting; readonly world: World } {
  if (table.kind === 'fixed') return table;
  const { seats: n, rounds, steps, parameters } = table;
  const seats = n === 6 || n === 8 ? smallRoster(n) : standardRoster(n, seed);
  const setting: Setting = {
    seats: profilesOf(seats),
    parameters: { ...parametersFor(n, rounds, steps), ...parameters },
  };
  return { setting, world: openWorld(setting, standardOpening(seats)) };
}

function charactersOf({ mix, twist }: Condition, n: number, seed: number): readonly Character[] {
  if (twist.kind === 'seated') return twist.dispositions;
  const chance = mixChanceFor(seed);
  const assigned = assignMix(mix, n, chance);
  if (twist.kind === 'oneSeat') return assigned.with(oddSeat(seed, n), twist.disposition);
  if (twist.kind !== 'advised') return assigned;
  const advised = halfOf(n, chance);
  return assigned.map((character, seat) => (advised.includes(seat) ? 'preview-follower' : character));
}

/** Half of the seats, at random. */
function halfOf(n: number, chance: Chance): readonly number[] {
  const seats = Array.from({ length: n }, (_, seat) => ({ seat, draw: chance() }));
  seats.sort((a, b) => a.draw - b.draw || a.seat - b.seat);
  return seats.slice(0, Math.floor(n / 2)).map(({ seat }) => seat);
}

function played(character: Character, twist: Twist): DispositionId | Disposition {
  if (character === 'preview-follower') {
    return previewFollower(twist.kind === 'advised' ? twist.worldWeight : 0);
  }
  if (twist.kind !== 'cooperateFrom') return character;
  const before = dispositionOf(character);
  const from = dispositionOf('unconditional-cooperator');
  return (sight, chance) => (sight.round >= twist.round ? from : before)(sight, chance);
}

/** A mix with this share of self-interested seats, half planning for the worst and half riding free. [model D.8] */
export function selfInterestedMix(share: number): Mix {
  const parts: readonly (readonly [DispositionId, number])[] = [
    ['conditional-cooperator', (1 - share) * 0.8],
    ['hedger', (1 - share) * 0.13],
    ['unconditional-cooperator', (1 - share) * 0.07],
    ['worst-case-planner', share / 2],
    ['free-rider', share / 2],
  ];
  return parts.filter(([, part]) => part > 0).map(([disposition, part]) => ({ disposition, share: part }));
}

/** A table at which all but one play alike; the odd seat differs from seed to seed. */
export function invaded(
  resident: DispositionId,
  mutant: DispositionId,
): { readonly mix: Mix; readonly twist: Twist } {
  const mix = [{ disposition: resident, share: 1 }];
  if (resident === mutant) return { mix, twist: { kind: 'none' } };
  return { mix, twist: { kind: 'oneSeat', disposition: mutant } };
}

/** The index of the seat that a twist of one seat falls on. */
export function oddSeat(seed: number, seats: number): number {
  return seed % seats;
}

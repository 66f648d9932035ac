import type { Order } from '#shared/model/actions.ts';
import type { Branch } from '#shared/run/branch.ts';
import { type FanSide, type FanSummary, spansZero } from '#shared/run/fan.ts';
import { type CharacterFit, fitShares } from '#shared/run/fit.ts';
import type { BranchChange } from '#shared/session/vocabulary/branching.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import { columns } from '../lib/columns.ts';
import { shown } from './roundTable.ts';

/** A branch beside its record, with what makes a fan of both. */
export interface BranchFound {
  readonly change: BranchChange;
  readonly recorded: SessionState;
  readonly branch: Branch;
  readonly fits: readonly (readonly CharacterFit[])[];
  readonly summary: FanSummary | null;
}

/** What was found, as sentences and tables. */
export function branchText({ change, recorded, branch, fits, summary }: BranchFound): string {
  const { state } = branch.session;
  const rows = recorded.rounds.map(({ round, indicators }, index) => {
    const other = state.rounds[index]?.indicators ?? indicators;
    return [
      String(round),
      shown(indicators.direction),
      shown(other.direction),
      signed(other.direction - indicators.direction),
    ];
  });
  const dial = columns([['round', 'dial as recorded', 'dial with the change', 'difference'], ...rows]);
  const left = branch.leftOut.map(
    ({ seq, command, refusal }) =>
      `line ${seq}: ${command === 'sealOrders' ? 'an order became hold' : `${command} was left out`} (${refusal})`,
  );
  return [
    `${changeText(change)}; ${othersText(change)}.`,
    dial,
    `The world ends in ${state.world.stage}; as recorded, in ${recorded.world.stage}.`,
    `The branch ends in the hash ${branch.session.headHash}.`,
    ...(left.length === 0 ? [] : [`What the changed world did not allow:\n${left.join('\n')}`]),
    ...(summary === null ? [] : [fanText(recorded, fits, summary)]),
  ].join('\n\n');
}

function changeText({ round, orders, event, unmade = [], numbers = {}, hand = [] }: BranchChange): string {
  const numbersText = Object.entries(numbers).map(([name, value]) => `${name} is ${value} from the start on`);
  return [
    [
      `Round ${round}`,
      [
        ...ordersText(orders),
        ...(event === undefined ? [] : [event === null ? 'nothing happens' : `${event} happens`]),
        ...unmade.map((agreement) => `${agreement} was never made`),
        ...numbersText,
      ].join(', '),
    ].join(': '),
    ...hand.map((one) => `round ${one.round} by hand: ${ordersText(one.orders).join(', ')}`),
  ].join('; ');
}

function othersText({ bots }: BranchChange): string {
  if (bots === undefined) return 'everybody else as recorded';
  const characters = Object.entries(bots).map(([seat, character]) => `${seat} by ${character}`);
  return ['afterwards bots as they were', ...characters].join(', ');
}

function ordersText(orders: Readonly<Record<string, Order>>): readonly string[] {
  return Object.entries(orders).map(([seat, { action }]) => `${seat} ${action}`);
}

function fanText(recorded: SessionState, fits: BranchFound['fits'], summary: FanSummary): string {
  const { pairs, record, branch, difference } = summary;
  const played = recorded.seats.map(({ id, bot }, seat) => {
    const used = fits[seat]?.find(({ character }) => bot === null || character === bot);
    if (fits[seat] === undefined || used === undefined) return [id, '', '', ''];
    const part = bot === null ? (fitShares(fits[seat])[fits[seat].indexOf(used)] ?? 0) : 1;
    return [id, used.character, percent(part), percent(used.agreement)];
  });
  const { mean, low, high } = difference;
  const says = spansZero(summary)
    ? 'This change alone would probably not have mattered.'
    : 'The interval leaves out zero: this change would probably have mattered.';
  return [
    `${pairs} continuations of each with fresh dice, each seat played by its bot, or by characters as often as they explain its cards:`,
    columns([['seat', 'played most by', 'in', 'explains'], ...played]),
    columns([
      ['end of the dial', '5 %', '25 %', '50 %', '75 %', '95 %', 'endings'],
      sideRow('as recorded', record),
      sideRow('with the change', branch),
    ]),
    `Difference of the dial at the end: ${signed(mean)} on average, with 95 % between ${signed(low)} and ${signed(high)}. ${says}`,
  ].join('\n\n');
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function sideRow(name: string, { bands, endings }: FanSide): readonly string[] {
  const last = bands.at(-1) ?? [];
  const ends = Object.entries(endings).map(([stage, share]) => `${stage} ${Math.round(100 * share)} %`);
  return [name, ...last.map(shown), ends.join(', ')];
}

function signed(micro: number): string {
  return `${micro < 0 ? '−' : '+'}${shown(Math.abs(micro))}`;
}

/** What was found, as JSON in millionths. */
export function branchJson({ change, recorded, branch, fits, summary }: BranchFound): string {
  const dial = ({ rounds }: SessionState): readonly number[] =>
    rounds.map(({ indicators }) => indicators.direction);
  return JSON.stringify({
    change,
    recorded: { dial: dial(recorded), stage: recorded.world.stage },
    branch: {
      dial: dial(branch.session.state),
      stage: branch.session.state.world.stage,
      head: branch.session.headHash,
    },
    leftOut: branch.leftOut,
    characters: fits.map((fit) => fit[0] ?? null),
    fan: summary,
  });
}

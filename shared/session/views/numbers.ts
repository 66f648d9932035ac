import { at } from '../../lib/at.ts';
import { type Derived, derive } from '../../model/indicators.ts';
import { linkLayersOf } from '../../model/layers.ts';
import type { Setting, World } from '../../model/world.ts';
import type { SessionState } from '../vocabulary/state.ts';
import type { SeatView, TableView } from './tableView.ts';
import { tenths, tenthsOf, type Tenths } from './tenths.ts';

/** The numbers of a state that everybody sees. */
type SeatNumbers = Omit<SeatView, 'id' | 'delegates' | 'bot' | 'sealed' | 'handRaised'>;

type OpenNumber = 'stage' | 'locked' | 'regime' | 'institutions' | 'opacity' | 'competition' | 'restriction';
/** The numbers of the world that everybody sees; trust of everybody is apart. */
export type OpenNumbers = Pick<TableView, OpenNumber> & Layers & { readonly seats: readonly SeatNumbers[] };

/** Builds these numbers from the world as it is now. */
export function numbersOf({ world, basis }: SessionState): OpenNumbers {
  const { setting } = basis;
  const derived = derive(setting, world);
  return {
    seats: setting.seats.map((_, seat) => seatNumbers(setting, world, derived, seat)),
    stage: world.stage,
    locked: world.locked,
    regime: tenths(world.regime),
    institutions: tenths(world.institutions),
    opacity: tenths(world.opacity),
    competition: tenths(world.competition),
    restriction: world.restriction.map(tenths),
    ...layersOf(setting, world, derived),
  };
}

function seatNumbers(setting: Setting, world: World, derived: Derived, index: number): SeatNumbers {
  return {
    development: tenths(at(world.development, index)),
    defence: tenths(at(world.defence, index)),
    localization: tenths(at(world.localization, index)),
    force: tenths(at(world.force, index)),
    shock: tenths(at(world.shock, index)),
    threat: tenthsOf(derived.threat[index] ?? 0),
    securitization: tenthsOf(derived.securitization[index] ?? 0),
    trusted: trustedOf(setting, world, index),
  };
}

/** Mean trust of the others in a seat, by weight. */
function trustedOf(setting: Setting, world: World, seat: number): Tenths {
  const n = setting.seats.length;
  let sum = 0;
  let weights = 0;
  setting.seats.forEach(({ weight }, observer) => {
    if (observer === seat) return;
    sum += weight * at(world.trust, observer * n + seat);
    weights += weight;
  });
  return tenths(sum / weights);
}

type Layers = Pick<TableView, 'link' | 'technical' | 'political' | 'commercial'>;

/** Links and the openness of their three layers, one entry a pair. [model D.4] */
function layersOf(setting: Setting, world: World, derived: Derived): Layers {
  const n = setting.seats.length;
  const link: Tenths[] = [];
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) link.push(tenthsOf(derived.link[i * n + j] ?? 0));
  const { technical, political, commercial } = linkLayersOf(setting, world, derived);
  return {
    link,
    technical: technical.map(tenthsOf),
    political: political.map(tenthsOf),
    commercial: commercial.map(tenthsOf),
  };
}

import { num } from '../../lib/at.ts';
import { heading } from './book.ts';
import type { Pass } from './pass.ts';
import { changeWithin } from './pass.ts';
import { COMPETITION, INSTITUTIONS, REGIME } from './cells.ts';

/**
 * The universal regime grows when enough states commit, less if rules are fragmented; rivalry and camps wear it down. [cai-zhang
 * §1.1, §4] [milinski-2008] [model D.3 step 10]
 */
export function buildRegime(pass: Pass): void {
  const { p, book, standing, before } = pass;
  const regime = num(standing.dials, REGIME);
  const competition = num(standing.dials, COMPETITION);
  const { participation } = pass.shares;
  const effort = participation >= p.pStar ? participation : p.belowStar * participation;
  const unity = 1 - 0.6 * before.treaties.fragmentation;
  changeWithin(
    pass,
    0,
    [
      {
        under: heading(book, 'regimeProgress', 'regime'),
        amount: pass.damp * p.aU * effort * pass.amp * (1 - regime) * unity,
      },
      {
        under: heading(book, 'regimeWornByRivalry', 'regime'),
        amount: -regime * p.dU * (0.5 + competition),
      },
      { under: heading(book, 'regimeWornByCamps', 'regime'), amount: -regime * p.dUB * before.blocIndex },
    ],
    0,
    1,
  );
}

/**
 * Institutions amplify what states do, in either direction: participation builds them up, camps and time wear them down.
 * [cai-zhang §2.2, §3]
 */
export function wearInstitutions(pass: Pass): void {
  const { p, book, standing, before } = pass;
  const quality = num(standing.dials, INSTITUTIONS);
  const built = pass.damp * p.Igain * pass.shares.participation * (1 - quality);
  changeWithin(
    pass,
    0,
    [
      { under: heading(book, 'institutionsBuilt', 'institutions'), amount: built },
      {
        under: heading(book, 'institutionsWornByCamps', 'institutions'),
        amount: -p.Iloss * before.blocIndex * quality,
      },
      { under: heading(book, 'institutionsWornByTime', 'institutions'), amount: -p.Iwear * quality },
      {
        under: heading(book, 'institutionsAtRest', 'institutions'),
        amount: p.Irelax * (p.restingInstitutions - quality),
      },
    ],
    0,
    1,
  );
}

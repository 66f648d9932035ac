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
      [
        heading(book, 'regimeProgress', 'regime'),
        pass.damp * p.aU * effort * pass.amp * (1 - regime) * unity,
      ],
      [heading(book, 'regimeWornByRivalry', 'regime'), -regime * p.dU * (0.5 + competition)],
      [heading(book, 'regimeWornByCamps', 'regime'), -regime * p.dUB * before.blocIndex],
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
      [heading(book, 'institutionsBuilt', 'institutions'), built],
      [heading(book, 'institutionsWornByCamps', 'institutions'), -p.Iloss * before.blocIndex * quality],
      [heading(book, 'institutionsWornByTime', 'institutions'), -p.Iwear * quality],
      [heading(book, 'institutionsAtRest', 'institutions'), p.Irelax * (p.restingInstitutions - quality)],
    ],
    0,
    1,
  );
}

import { num } from '../../lib/at.ts';
import { heading } from './book.ts';
import type { Pass, JointChange } from './pass.ts';
import { changeWithin } from './pass.ts';
import { COMPETITION, OPACITY, REGIME } from './cells.ts';

/** Technology keeps growing more opaque; open standards lower opacity. [cai-zhang §2.1] [model D.3 step 10] */
export function shiftOpacity(pass: Pass): void {
  const { p, book, standing } = pass;
  const opacity = num(standing.dials, OPACITY);
  changeWithin(
    pass,
    0,
    [
      {
        under: heading(book, 'opacityLifted', 'opacity'),
        amount: -pass.damp * p.omegaC4 * pass.shares.opening * opacity,
      },
      { under: heading(book, 'newTechnology', 'opacity'), amount: p.omegaNew * (1 - opacity) },
      {
        under: heading(book, 'opacityAtRest', 'opacity'),
        amount: p.omegaRelax * (p.restingOpacity - opacity),
      },
    ],
    0,
    1,
  );
}

/**
 * States make rivalry, the decisive factor: hostile acts raise it; dialogue and the regime of this pass lower it. [cai-zhang §2.3]
 */
export function shiftCompetition(pass: Pass): void {
  const { n, p, book, standing, shares } = pass;
  const competition = num(standing.dials, COMPETITION);
  const tamed = p.KU * num(standing.dials, REGIME) * competition;
  const terms: JointChange[] = [
    { under: heading(book, 'rivalryTamed', 'competition'), amount: -tamed },
    {
      under: heading(book, 'competitionAtRest', 'competition'),
      amount: p.Krelax * (p.restingCompetition - competition),
    },
  ];
  for (let i = 0; i < n; i++) {
    const hostility = num(shares.hostility, i);
    if (hostility > 0) {
      const under = heading(book, 'rivalryStoked', 'competition', i);
      terms.push({ under, amount: p.Khost * hostility * (1 - competition) });
    }
    const dialogue = num(shares.dialogue, i);
    if (dialogue > 0) {
      const eased = pass.damp * p.Kdialog * dialogue * competition;
      terms.push({ under: heading(book, 'rivalryEased', 'competition', i), amount: -eased });
    }
  }
  changeWithin(pass, 0, terms, 0, 1);
}

import { num } from '../../lib/at.ts';
import type { Heading } from './book.ts';
import { heading } from './book.ts';
import type { Pass } from './pass.ts';
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
      [heading(book, 'opacityLifted', 'opacity'), -pass.damp * p.omegaC4 * pass.shares.opening * opacity],
      [heading(book, 'newTechnology', 'opacity'), p.omegaNew * (1 - opacity)],
      [heading(book, 'opacityAtRest', 'opacity'), p.omegaRelax * (p.restingOpacity - opacity)],
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
  const terms: (readonly [Heading, number])[] = [
    [heading(book, 'rivalryTamed', 'competition'), -tamed],
    [heading(book, 'competitionAtRest', 'competition'), p.Krelax * (p.restingCompetition - competition)],
  ];
  for (let i = 0; i < n; i++) {
    const hostility = num(shares.hostility, i);
    if (hostility > 0) {
      terms.push([heading(book, 'rivalryStoked', 'competition', i), p.Khost * hostility * (1 - competition)]);
    }
    const dialogue = num(shares.dialogue, i);
    if (dialogue > 0) {
      const eased = pass.damp * p.Kdialog * dialogue * competition;
      terms.push([heading(book, 'rivalryEased', 'competition', i), -eased]);
    }
  }
  changeWithin(pass, 0, terms, 0, 1);
}

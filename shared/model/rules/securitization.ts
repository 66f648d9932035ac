import { assertNever } from '../../lib/assertNever.ts';
import { at, num } from '../../lib/at.ts';
import { heading } from './book.ts';
import type { Move } from './moves.ts';
import type { Pass } from './pass.ts';
import { areMates, change, gain, lose } from './pass.ts';

/**
 * Acts in the name of security. Moderate measures protect and alarm almost nobody; restrictions, localization and force protect or
 * pay their author and cost it the trust of others, the more the closer those are to the target. [cai-zhang §1.2] [model D.3 step
 * 4]
 */
export function takeMeasures(pass: Pass): void {
  pass.moves.forEach((move, seat) => {
    switch (move.action) {
      case 'harden':
        harden(pass, seat);
        break;
      case 'restrict':
        restrict(pass, seat, move);
        break;
      case 'localize':
        localize(pass, seat);
        break;
      case 'build-force':
        buildForce(pass, seat, move);
        break;
      case 'roll-back':
        rollBack(pass, seat);
        break;
      case 'dialogue':
      case 'commit':
      case 'build-capacity':
      case 'open-standards':
      case 'bridge':
      case 'join-functional':
      case 'join-exclusive':
      case 'leave':
      case 'open-bloc':
      case 'hold':
        break;
      default:
        assertNever(move.action);
    }
  });
}

/** Defence grows; where opacity is high, outsiders mistake it for preparation of an attack. [hansen-nissenbaum-2009] */
function harden(pass: Pass, seat: number): void {
  const { n, p, book, standing } = pass;
  change(
    pass,
    heading(book, 'hardening', 'defence', seat),
    seat,
    p.stepD * (1 - num(standing.defence, seat)),
  );
  const misread = heading(book, 'hardeningMisread', 'trust', seat);
  for (let l = 0; l < n; l++) {
    if (l === seat || areMates(pass, l, seat)) continue;
    lose(pass, misread, l, seat, p.lambda * p.lHard * pass.opacity0);
  }
}

/** Firms and services of the targets are listed or banned; an answer to an earlier measure costs less trust. */
function restrict(pass: Pass, seat: number, { targets }: Move): void {
  const { n, p, book, standing } = pass;
  const plain = targets.filter((target) => !isProportionate(pass, seat, target));
  for (const target of targets) {
    const reason = plain.includes(target) ? 'restrictiveMeasure' : 'proportionateMeasure';
    const share = plain.includes(target) ? 1 : p.proportion;
    const pair = seat * n + target;
    change(
      pass,
      heading(book, reason, 'restriction', seat),
      pair,
      p.stepM * (1 - num(standing.restriction, pair)),
    );
    lose(pass, heading(book, reason, 'trust', seat), target, seat, p.lambda * p.lList * share);
    pass.round.grievances.push([target, seat]);
  }
  if (plain.length === 0) return;
  const witnessed = heading(book, 'hitTrustedState', 'trust', seat);
  for (let l = 0; l < n; l++) {
    if (l === seat) continue;
    let trusted = 0;
    for (const target of plain) if (target !== l) trusted += num(pass.trust0, l * n + target);
    const mate = areMates(pass, l, seat) ? p.thirdMate : 1;
    lose(pass, witnessed, l, seat, ((p.lambda * p.lListThird) / pass.mostTargets) * trusted * mate);
  }
}

function isProportionate(pass: Pass, seat: number, target: number): boolean {
  return at(pass.grievance, seat * pass.n + target) > 0;
}

/** Data is kept at home; everybody loses some trust, camp-mates less. */
function localize(pass: Pass, seat: number): void {
  const { p, book, standing } = pass;
  const localized = heading(book, 'localization', 'localization', seat);
  change(pass, localized, seat, p.stepL * (1 - num(standing.localization, seat)));
  alarm(pass, seat, 'localization', p.lambda * p.lLoc, p.locMate);
}

/**
 * Offensive posture grows and frightens; operations do harm whether or not the author becomes known. [jervis-1978] [buchanan-2016]
 */
function buildForce(pass: Pass, seat: number, move: Move): void {
  const { p, book, standing } = pass;
  const force = heading(book, 'forceBuildUp', 'force', seat);
  change(pass, force, seat, p.stepO * (1 - num(standing.force, seat)));
  alarm(pass, seat, 'forceBuildUp', p.lambda * p.lOff, p.offMate);
  if (move.targets.length === 0) return;
  const struck = heading(book, 'operation', 'shock', seat);
  const blamed = heading(book, 'attributedOperation', 'trust', seat);
  for (const target of move.targets) {
    change(pass, struck, target, p.opShock);
    const known = shareKnown(pass, seat, target, move);
    lose(pass, blamed, target, seat, p.lambda * p.lOp * known);
    if (known >= 0.5) pass.round.grievances.push([target, seat]);
    if (known >= 0.5) pass.round.attributed.push([seat, target]);
  }
}

/** Whether an operation's author is known: 0 or 1, and in previews the odds. */
function shareKnown(pass: Pass, seat: number, target: number, move: Move): number {
  const odds = 1 - pass.p.opHide * pass.opacity0;
  switch (move.outcome) {
    case 'attributed':
      return 1;
    case 'unattributed':
      return 0;
    case 'expected':
      return odds;
    case 'drawn':
      return pass.comesToLight(seat, target, odds) ? 1 : 0;
  }
}

/** Takes down restrictions, localization and force; former targets regain trust twice over. [osgood-1962] */
function rollBack(pass: Pass, seat: number): void {
  const { n, p, book, standing } = pass;
  const thanked = heading(book, 'measuresLifted', 'trust', seat);
  const relieved = heading(book, 'deSecuritization', 'trust', seat);
  const lifted = heading(book, 'measuresLifted', 'restriction', seat);
  const counts = (l: number) => num(standing.restriction, seat * n + l) > p.rollFloor;
  for (let l = 0; l < n; l++) if (counts(l)) gain(pass, thanked, l, seat, pass.damp * p.gRollT);
  for (let l = 0; l < n; l++) if (l !== seat) gain(pass, relieved, l, seat, pass.damp * p.gRollAll);
  for (let l = 0; l < n; l++) {
    const pair = seat * n + l;
    if (counts(l)) change(pass, lifted, pair, -p.rollM * num(standing.restriction, pair));
  }
  for (const stock of ['localization', 'force'] as const) {
    const under = heading(book, 'deSecuritization', stock, seat);
    change(pass, under, seat, -p.rollLO * num(standing[stock], seat));
  }
}

function alarm(
  pass: Pass,
  seat: number,
  reason: 'localization' | 'forceBuildUp',
  loss: number,
  forMates: number,
): void {
  const under = heading(pass.book, reason, 'trust', seat);
  for (let l = 0; l < pass.n; l++) {
    if (l !== seat) lose(pass, under, l, seat, loss * (areMates(pass, l, seat) ? forMates : 1));
  }
}

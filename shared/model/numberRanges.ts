/** The range in which a number of the rules may be set. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
  /** Only whole numbers. */
  readonly isCount: boolean;
}

const share: NumberRange = { from: 0, to: 1, isCount: false };
const factor: NumberRange = { from: 0, to: 10, isCount: false };
const direction: NumberRange = { from: -1, to: 1, isCount: false };
const count = (from: number, to: number): NumberRange => ({ from, to, isCount: true });

/** Numbers that are not shares of the unit range. */
const others: Readonly<Record<string, NumberRange>> = {
  lambda: factor,
  deepenSlope: factor,
  depthTh: factor,
  zM15: factor,
  rL: factor,
  rM: factor,
  rO: factor,
  zM: factor,
  h: factor,
  hThreat: factor,
  dlgUnanswered: factor,
  dlgAnswered: factor,
  tau0: { from: 0, to: 0.9, isCount: false },
  devBase: { from: 0.1, to: 1, isCount: false },
  creepO: { from: 0, to: 0.6, isCount: false },
  creepL: { from: 0, to: 0.6, isCount: false },
  ggIn: direction,
  ggOut: direction,
  spIn: direction,
  scarExit: direction,
  ggNeed: count(0, 3),
  ggConfirm: count(0, 3),
  ggFail: count(1, 3),
  spNeed: count(1, 4),
  emergenceSteps: count(0, 20),
  scarRounds: count(1, 20),
  grievanceRounds: count(0, 2),
  campMin: count(2, 20),
  pledgeMax: count(0, 20),
};

/** The range in which a pack may set a number of the rules. */
export function rangeOf(name: string): NumberRange {
  return others[name] ?? share;
}

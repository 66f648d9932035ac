/** Numbers of development, regime, the three factors and payoffs. Units and support as in `relations.ts`. [model D.11] */
export const commonNumbers = {
  /** Capacity one fully developed giver builds. A. */
  devCap: 0.1,
  /** Natural growth of development. A. */
  devNat: 0.004,
  /** Share of multilateral acts that the worst institutions let through. A. */
  ampMin: 0.35,
  /** Progress of the regime under full participation. P. */
  aU: 0.52,
  /** Participation from which progress is whole. P. [milinski-2008] */
  pStar: 0.3,
  /** Share of progress below that threshold. P. */
  belowStar: 0.3,
  /** Wear of the regime by rivalry. P. */
  dU: 0.03,
  /** Wear of the regime by camps. P. */
  dUB: 0.06,
  /** Growth of institutions by participation. A. */
  Igain: 0.08,
  /** Wear of institutions by camps. A. */
  Iloss: 0.06,
  /** Wear of institutions by themselves. A. */
  Iwear: 0.012,
  /** Pull of institutions to their resting value. A. */
  Irelax: 0.02,
  /** Fall of opacity by open standards. A. */
  omegaC4: 0.14,
  /** New opacity by new technology. A. */
  omegaNew: 0.01,
  /** Pull of opacity to its resting value. A. */
  omegaRelax: 0.02,
  /** Share of opacity a full regime takes away. A. */
  omegaU: 0.5,
  /** Rise of competition by hostile acts. P. */
  Khost: 0.12,
  /** Fall of competition by dialogue. P. */
  Kdialog: 0.12,
  /** Fall of competition by the regime. P. */
  KU: 0.03,
  /** Pull of competition to its resting value. P. */
  Krelax: 0.03,
  /** Weight of an unanswered dialogue in the fall of competition. P. */
  dlgUnanswered: 0.5,
  /** Weight of an answered dialogue. P. */
  dlgAnswered: 3,
  /** Common good of a full regime, payoff per round. A. */
  vU: 0.1,
  /** Dividend of an answered dialogue or capacity building. A. */
  dRec: 0.17,
  /** Share of it with the partner of the round before. A. */
  dRepeat: 0.4,
  /** Dividend of a commitment. A. */
  dCom: 0.05,
  /** Dividend of open standards. A. */
  dTech: 0.09,
  /** Dividend of capacity building. A. */
  dCap: 0.03,
  /** Dividend of a bridge. A. */
  dBridge: 0.015,
  /** Dividends under the lock, a factor. A. */
  dividendDamp: 0.6,
  /** Rent of localization. P. */
  rL: 0.6,
  /** Rent of restrictions. P. */
  rM: 1.25,
  /** Rent of force. P. */
  rO: 0.5,
  /** Upkeep of force. P. */
  upO: 0.03,
  /** Gain of a camp's members. P. [nordhaus-2015] */
  rP: 0.12,
  /** Damage by full restriction. P. */
  zM: 0.8,
  /** Incident loss, a factor. A. */
  h: 0.62,
  /** Incident loss without threat. A. */
  hBase: 0.25,
  /** Incident loss by threat and the world's force. A. */
  hThreat: 1.5,
  /** Protection by defence. A. */
  pD: 0.55,
  /** Protection by localization. A. */
  pL: 0.15,
  /** Protection by functional groups. A. */
  pFunc: 0.22,
  /** Protection by a camp. A. */
  pPurp: 0.26,
  /** Protection by the regime. A. */
  pU: 0.6,
  /** Weight of the last direction in the final score. A. */
  legacy: 0.25,
  /** What each order costs, payoff per round. A. [model D.2] */
  cost: {
    dialogue: 0.02,
    commit: 0.045,
    'build-capacity': 0.05,
    'open-standards': 0.035,
    bridge: 0.04,
    'join-functional': 0.03,
    'join-exclusive': 0.02,
    leave: 0.01,
    'open-bloc': 0.02,
    harden: 0.035,
    restrict: 0.01,
    localize: 0.01,
    'build-force': 0.03,
    'roll-back': 0.02,
    hold: 0,
  },
};

/**
 * Numbers of trust, threat and promises. Units: shares of the unit range per pass unless said. After each meaning stands its
 * support in the literature: S direction well supported, P partly, A our assumption. [model D.11]
 */
export const relationNumbers = {
  /** Loss against gain of trust, a factor. Direction S, size A. [slovic-1993] */
  lambda: 2.5,
  /** Pull of trust to its resting value. P. [josang-ismail-2002] */
  relax: 0.09,
  /** Resting value of trust without distance, threat or gap. A. */
  T0base: 0.76,
  /** Fall of resting trust with policy distance under full competition. A. */
  T0dist: 0.36,
  /** Fall of resting trust with perceived threat. A. */
  T0threat: 0.65,
  /** Rise of resting trust with institutions above one half. A. */
  T0I: 0.16,
  /** Fall of resting trust with the gap of development. A. */
  T0gap: 0.1,
  /** Share of a dialogue that works at zero trust. P. [kydd-2005] */
  recepMin: 0.2,
  /** Capability gap slows political cooperation. A. */
  gapDrag: 0.8,
  /** Rivalry and distance slow dialogue. A. */
  polDrag: 0.4,
  /** Trust from a dialogue opened. P. */
  gDialog: 0.13,
  /** Further trust from a dialogue answered. P. */
  gMutual: 0.3,
  /** Trust from a multilateral commitment kept. P. */
  gCommit: 0.03,
  /** Further trust where both keep it. P. */
  gCommitRec: 0.05,
  /** Trust from capacity building. P. */
  gCap: 0.14,
  /** Trust from opened standards. P. */
  gTech: 0.02,
  /** Further trust where both open them. P. */
  gTechRec: 0.04,
  /** Trust between those a third state brings together. A. */
  gBridge: 0.1,
  /** Trust in the honest broker. A. */
  gBridgeSelf: 0.04,
  /** Trust of those whom measures are lifted from. P. */
  gRollT: 0.1,
  /** Trust of all in one that de-securitizes. P. */
  gRollAll: 0.03,
  /** Trust within a functional group. P. */
  gFunc: 0.015,
  /** Trust within a camp. P. */
  gPurp: 0.03,
  /** Loss by a restriction, before `lambda`. S. */
  lList: 0.13,
  /** Loss by a restriction on a state I trust, divided among targets. P. [nowak-sigmund-1998] */
  lListThird: 0.06,
  /** Share of a restriction's loss if it is proportionate. A. */
  proportion: 0.4,
  /** Share of a third party's loss in the actor's own camp. A. */
  thirdMate: 0.25,
  /** Loss by localization. A. */
  lLoc: 0.018,
  /** Share of it for camp-mates. A. */
  locMate: 0.4,
  /** Loss by a force build-up. Direction S. [jervis-1978] */
  lOff: 0.024,
  /** Share of it for camp-mates. Direction S. */
  offMate: 0.2,
  /** Loss by an attributed operation. A. */
  lOp: 0.12,
  /** Loss by hardening misread, at full opacity. Direction S. [jervis-1978] */
  lHard: 0.01,
  /** Loss across a camp boundary of full depth. P. */
  lSep: 0.013,
  /** Loss by a rival rulebook under full competition. P. */
  lFunc: 0.005,
  /** Loss by a restriction in reply to a dialogue. A. */
  lReply: 0.05,
  /** Loss by a blamed intrusion, at full opacity. A. */
  lBlame: 0.16,
  /** Most of the distance to full trust a pass can give. A. */
  capGain: 0.5,
  /** Most of the trust held a pass can take. A. */
  capLoss: 0.6,
  /** Trust from a kept pledge. A. */
  gPledge: 0.05,
  /** Payoff of a kept pledge at full trust. A. */
  aPledge: 0.05,
  /** Pledges of one seat that pay in full, a count. A. */
  pledgeMax: 2,
  /** Share of trust the betrayed partner loses. Direction S, size A. */
  breachPartner: 0.35,
  /** Share of trust an onlooker loses. Direction S, size A. */
  breachOnlooker: 0.1,
  /** Rounds with the right to answer proportionately, a count. A. */
  grievanceRounds: 2,
  /** Harm that any state can do. P. [walt-1987] */
  aBase: 0.25,
  /** Harm by capability. P. */
  aCap: 0.35,
  /** Harm by offensive posture. P. */
  aOff: 0.3,
  /** Defence taken for offence, at full opacity. P. [jervis-1978] */
  aHard: 0.22,
  /** Threat without rivalry, a factor. P. */
  kThreatBase: 0.68,
  /** Threat by full rivalry, a factor. P. */
  kThreat: 0.66,
  /** Threat across a boundary of full depth. A. */
  thSep: 0.6,
  /** Threat from one that restricts me. A. */
  thM: 0.5,
  /** Threat taken away by a full regime. A. */
  thU: 0.25,
  /** Threat taken away by one's own camp. A. */
  allyRelief: 0.08,
};

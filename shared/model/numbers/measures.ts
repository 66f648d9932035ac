/** Numbers of measures, camps, coordination and barriers. Units and support as in `relations.ts`. [model D.11] */
export const measureNumbers = {
  /** Rise of a restriction, share of what is left. A. */
  stepM: 0.45,
  /** Rise of localization. A. */
  stepL: 0.22,
  /** Rise of force. A. */
  stepO: 0.22,
  /** Rise of defence. A. */
  stepD: 0.25,
  /** Fatigue of restrictions. Form S, size A. [richardson-1960] */
  decayM: 0.05,
  /** Fatigue of localization. Form S, size A. */
  decayL: 0.03,
  /** Fatigue of force. Form S, size A. */
  decayO: 0.04,
  /** Fatigue of defence. Form S, size A. */
  decayD: 0.05,
  /** Share of a restriction that rolling back lifts. A. */
  rollM: 0.5,
  /** Share of localization and force that rolling back lifts. A. */
  rollLO: 0.4,
  /** Smallest restriction whose lifting counts. A. */
  rollFloor: 0.02,
  /** Shock of one operation, caught or not. A. */
  opShock: 0.1,
  /** Share of operations hidden at full opacity. A. */
  opHide: 0.7,
  /** Loss of shock per pass. A. */
  shockFade: 0.5,
  /** Force built out of felt threat. Form S, size A. [richardson-1960] */
  creepO: 0.05,
  /** Localization out of felt threat. Form S, size A. */
  creepL: 0.025,
  /** Share of fear that is acted on while cooperating. Form S, size A. */
  fearCoop: 0.6,
  /** Members that make a camp active, a count. A. */
  campMin: 2,
  /** Depth of a new camp. A. */
  depth0: 0.25,
  /** Least depth of a camp. A. */
  depthMin: 0.1,
  /** Deepening by order of all members at competition one half. P. */
  depthStep: 0.15,
  /** Hardening by threat and rivalry. P. */
  depthCreep: 0.1,
  /** Share of depth that opening by all members takes. P. */
  depthOpen: 0.45,
  /** Deepening by the share of members above the quorum, a slope. A. */
  deepenSlope: 1.5,
  /** Quorum of members below which nothing deepens. A. */
  deepenFrom: 0.2,
  /** Weight of the members' mean threat in hardening. A. */
  depthTh: 2.5,
  /** Threat at which hardening turns. A. */
  depthThMid: 0.22,
  /** Competition at which hardening turns. A. */
  depthKMid: 0.45,
  /** Points that coordinate a group. A. */
  coordNeed: 0.06,
  /** Share of points forgotten per pass. A. */
  coordForget: 0.3,
  /** Natural barrier. A. */
  tau0: 0.1,
  /** Drift of barriers between rival rulebooks. P. */
  tauFunc: 0.036,
  /** Drift where only one side has a rulebook. P. */
  tauFuncOut: 0.003,
  /** Drift across a camp boundary of full depth. P. */
  tauSep: 0.014,
  /** Natural fall of barriers above the natural one. P. */
  tauNat: 0.004,
  /** Cut of a barrier by one side's open standards. A. */
  tauC4one: 0.1,
  /** Cut by each side where both open. A. */
  tauC4each: 0.15,
  /** Link of two states without development. A. */
  devBase: 0.6,
  /** Rise of the link with the less developed side. A. */
  devW: 0.4,
  /** Commercial layer: weight of restrictions. Taxonomy S, size A. [drake-2016] */
  bM: 0.6,
  /** Political layer: weight of localization. Taxonomy S, size A. */
  bL: 0.42,
  /** Political layer: weight of camp boundaries. Taxonomy S, size A. */
  bSepPol: 0.38,
  /** Commercial layer: weight of camp boundaries. Taxonomy S, size A. */
  bSepCom: 0.3,
  /** Restrictions in the index of securitization, a factor. A. */
  zM15: 1.5,
};

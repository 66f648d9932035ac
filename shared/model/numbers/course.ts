/** Numbers of resting values, stages, the lock, events and pace. Units and support as in `relations.ts`. [model D.6, D.7, D.11] */
export const courseNumbers = {
  /** K₀: where competition rests and starts. Set by the number of seats, see `restingCompetitionFor`. A. */
  restingCompetition: 0.53,
  /** I₀: where institutions rest and start. A. */
  restingInstitutions: 0.45,
  /** ω₀: where technical opacity rests and starts. A. */
  restingOpacity: 0.5,
  /** Direction from which good governance is counted. S (concept), A. [scheffer-2009] */
  ggIn: 0.22,
  /** Direction below which good governance is lost. A. */
  ggOut: 0.08,
  /** Regime that good governance needs. A. */
  ggRegime: 0.35,
  /** Regime below which good governance is lost; 0: it is not lost by that. A. [decision 0053] */
  ggRegimeOut: 0,
  /** Rounds in a row that make good governance, a count; 0: as many as every ending. A. [decision 0053] */
  ggConfirm: 0,
  /** Efficiency, one of the further bars. A. */
  ggEfficiency: 0.6,
  /** Mean trust, one of the further bars. A. */
  ggTrust: 0.53,
  /** Most securitization, one of the further bars. A. */
  ggSecuritization: 0.3,
  /** How many of the three further bars are needed, a count. A. */
  ggNeed: 2,
  /** Equality of a round's gains that *equal* needs, where the three marks count. A. [decision 0054] */
  ggEqual: 0.6,
  /** Safety from threat that *safe* needs, where the three marks count. A. [decision 0054] */
  ggSafe: 0.8,
  /** Efficiency that *open* needs, where the three marks count. A. [decision 0054] */
  ggOpen: 0.6,
  /** Marks of three whose failing loses good governance, a count. A. [decision 0054] */
  ggFail: 2,
  /** Direction down to which the predicament is counted. S (concept), A. */
  spIn: -0.12,
  /** Mark of fragmentation. A. */
  spFragmentation: 0.5,
  /** Mark of camps: bloc index. A. */
  spBlocs: 0.38,
  /** Mark of camps: securitization index. A. */
  spSecuritization: 0.6,
  /** Mark of broken trust. A. */
  spTrust: 0.4,
  /** Mark of rising risk: mean threat. A. */
  spThreat: 0.38,
  /** Marks of four that the predicament needs, a count. A. */
  spNeed: 3,
  /** Rounds in a row that make an ending; 1 in a session of fewer than six rounds. A. */
  confirm: 2,
  /** Passes that emergence lasts at least, a count. A. */
  emergenceSteps: 4,
  /** Share of gains left under the lock. A. */
  spDamp: 0.35,
  /** Share of gains left under the lock in scarred mode. A. */
  scarDamp: 0.6,
  /** Direction above which a scarred lock counts towards opening. A. */
  scarExit: -0.12,
  /** Rounds in a row that open a scarred lock, a count. A. */
  scarRounds: 1,
  /** Whether the lock can open again. Class scenarios set it; the reference does not. A. */
  scarred: false,
  /** Chance of an event in a round. A. */
  eventProb: 0.3,
  /** Rounds of a session, a count. */
  rounds: 16,
  /** Passes of a round, a count. [model D.10] */
  steps: 1,
};

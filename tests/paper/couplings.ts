import type { Parameters } from '../../shared/model/parameters.ts';

/** A link between two quantities that parameter values alone can cut, to see which propositions depend on it. */
export interface Coupling {
  readonly id: string;
  /** What the rules no longer do, in a few words. */
  readonly what: string;
  readonly changes: Partial<Parameters>;
  /** Trials that must no longer hold, with their propositions: `[proposition, trial]`. */
  readonly fails: readonly (readonly [number, string])[];
}

/** The couplings that can be cut; tests/README.md lists the same. */
export const couplings: readonly Coupling[] = [
  {
    id: 'threat-to-trust',
    what: 'felt threat no longer lowers trust, neither by itself nor by hardening camps',
    changes: { T0threat: 0, depthCreep: 0 },
    fails: [[7, 'P09']],
  },
  {
    id: 'camps-to-threat',
    what: 'the boundary of a camp no longer raises threat, wears trust or drains what is common',
    changes: { thSep: 0, lSep: 0, gPurp: 0.015, dUB: 0, Iloss: 0 },
    fails: [
      [5, 'P06'],
      [30, 'P27b'],
    ],
  },
  {
    id: 'camps-to-barriers',
    what: 'camps no longer build political, commercial or technical barriers, nor walls by the fear they breed',
    changes: { bSepPol: 0, bSepCom: 0, tauSep: 0, creepL: 0 },
    fails: [[31, 'P29b']],
  },
  {
    id: 'camps-to-institutions',
    what: 'camps no longer drain institutions and common rules',
    changes: { Iloss: 0, dUB: 0 },
    fails: [[6, 'P07']],
  },
  {
    id: 'creep',
    what: 'fear no longer breeds force and walls by itself',
    changes: { creepO: 0, creepL: 0 },
    fails: [[30, 'P27b']],
  },
  {
    id: 'threat-to-depth',
    what: 'threat and rivalry no longer harden camps',
    changes: { depthCreep: 0 },
    fails: [[29, 'P28b']],
  },
  {
    id: 'regime-to-threat',
    what: 'common rules no longer lower threat, opacity or rivalry',
    changes: { thU: 0, omegaU: 0, KU: 0 },
    fails: [[39, 'P43']],
  },
  {
    id: 'opacity-to-threat',
    what: 'opacity no longer makes defence look like offence',
    changes: { aHard: 0, lHard: 0 },
    fails: [[15, 'P17a']],
  },
  {
    id: 'force-to-threat',
    what: 'a build-up of force no longer frightens, wears trust or heats rivalry',
    changes: { aOff: 0, lOff: 0, Khost: 0 },
    fails: [
      [7, 'P09'],
      [19, 'P22b'],
      [29, 'P28b'],
    ],
  },
  {
    id: 'gap-to-trust',
    what: 'gaps of development no longer slow cooperation',
    changes: { gapDrag: 0, T0gap: 0 },
    fails: [[16, 'P18b']],
  },
  {
    id: 'institutions-amplify',
    what: 'institutions no longer amplify cooperation, nor lift the resting value of trust',
    changes: { ampMin: 1, T0I: 0 },
    fails: [[35, 'P34b']],
  },
  {
    id: 'walls-to-links',
    what: 'localization no longer cuts links',
    changes: { bL: 0 },
    fails: [
      [13, 'P15'],
      [14, 'P16b'],
    ],
  },
  {
    id: 'restrictions-to-links',
    what: 'restrictions no longer cut links',
    changes: { bM: 0 },
    fails: [[14, 'P16c']],
  },
  {
    id: 'rulebooks-to-barriers',
    what: 'rival rulebooks no longer raise technical barriers',
    changes: { tauFunc: 0, tauFuncOut: 0 },
    fails: [
      [12, 'P23'],
      [37, 'P36'],
    ],
  },
  {
    id: 'standards-to-technology',
    what: 'open standards no longer lower barriers and opacity',
    changes: { tauC4one: 0, tauC4each: 0, omegaC4: 0 },
    fails: [[17, 'P20']],
  },
  {
    id: 'groups-to-loss',
    what: 'functional groups no longer protect',
    changes: { pFunc: 0 },
    fails: [
      [3, 'P04'],
      [3, 'P05a'],
      [3, 'P08'],
    ],
  },
  {
    id: 'hardening-to-loss',
    what: 'defence no longer protects',
    changes: { pD: 0 },
    fails: [[9, 'P11a']],
  },
  {
    id: 'dialogue-to-rivalry',
    what: 'neither dialogue nor common rules calm rivalry',
    changes: { Kdialog: 0, KU: 0 },
    fails: [[39, 'P39a']],
  },
  {
    id: 'brokers-to-trust',
    what: 'bridge-building no longer brings others together, nor calms rivalry or the broker',
    changes: { gBridge: 0, Kdialog: 0, fearCoop: 1 },
    fails: [[40, 'P40']],
  },
];

/** The coupling with an id, or null. */
export function couplingNamed(id: string): Coupling | null {
  return couplings.find((coupling) => coupling.id === id) ?? null;
}

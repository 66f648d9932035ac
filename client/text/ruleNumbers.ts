import { maxTargets } from '#shared/model/legality.ts';
import type { Parameters } from '#shared/model/parameters.ts';
import { BAN_ROUNDS } from '#shared/session/vocabulary/agreements.ts';

const MINUS = '\u2212';

/** A share 0..1 as screens show it: in hundredths, at most one decimal, a true minus sign. */
function hundredths(share: number): string {
  const tenths = Math.round(share * 1000);
  const body = String(Math.abs(tenths) / 10);
  return tenths < 0 ? `${MINUS}${body}` : body;
}

const shares = {
  threshold: 'pStar',
  belowThreshold: 'belowStar',
  rulesStep: 'aU',
  institutionsFloor: 'ampMin',
  dialogueOpened: 'gDialog',
  dialogueAnswered: 'gMutual',
  mostGained: 'capGain',
  mostLost: 'capLoss',
  proportionate: 'proportion',
  newDepth: 'depth0',
  leastDepth: 'depthMin',
  deeper: 'depthStep',
  opened: 'depthOpen',
  restrictStep: 'stepM',
  localizeStep: 'stepL',
  forceStep: 'stepO',
  defenceStep: 'stepD',
  liftRestriction: 'rollM',
  liftWalls: 'rollLO',
  restrictionFades: 'decayM',
  wallsFade: 'decayL',
  forceFades: 'decayO',
  defenceFades: 'decayD',
  hidden: 'opHide',
  operationShock: 'opShock',
  pledgeTrust: 'gPledge',
  breachPartner: 'breachPartner',
  breachOnlooker: 'breachOnlooker',
  governanceIn: 'ggIn',
  governanceOut: 'ggOut',
  governanceRules: 'ggRegime',
  governanceLinks: 'ggEfficiency',
  governanceTrust: 'ggTrust',
  governanceSecurity: 'ggSecuritization',
  governanceEqual: 'ggEqual',
  governanceSafe: 'ggSafe',
  governanceOpen: 'ggOpen',
  predicamentIn: 'spIn',
  predicamentFragments: 'spFragmentation',
  predicamentBlocs: 'spBlocs',
  predicamentSecurity: 'spSecuritization',
  predicamentTrust: 'spTrust',
  predicamentThreat: 'spThreat',
  lockAbsorbing: 'spDamp',
  lockScarred: 'scarDamp',
  lockDividend: 'dividendDamp',
  lockOpens: 'scarExit',
  eventChance: 'eventProb',
  legacy: 'legacy',
  answeredAgain: 'dRepeat',
} as const satisfies Readonly<Record<string, keyof Parameters>>;

const counts = {
  lossFactor: 'lambda',
  grievanceRounds: 'grievanceRounds',
  campMin: 'campMin',
  governanceNeed: 'ggNeed',
  governanceFail: 'ggFail',
  predicamentNeed: 'spNeed',
  confirm: 'confirm',
  emergenceSteps: 'emergenceSteps',
  lockRounds: 'scarRounds',
  pledgesPaid: 'pledgeMax',
} as const satisfies Readonly<Record<string, keyof Parameters>>;

/** The table sizes that limit how many states one order may name. */
const [SMALL, LARGE] = [6, 40] as const;

/** The numbers of the rules in the pages of rules, as texts; shares are in hundredths, as on the dial. */
export type RuleNumbers = Readonly<
  Record<
    keyof typeof shares | keyof typeof counts | 'trustStruck' | 'banRounds' | 'fewTargets' | 'mostTargets',
    string
  >
>;

/** Reads the numbers from the engine's own parameters, so that no page can state another. [model D.11] */
export function ruleNumbers(parameters: Parameters): RuleNumbers {
  const read = (names: Readonly<Record<string, keyof Parameters>>, form: (value: number) => string) =>
    Object.fromEntries(Object.entries(names).map(([name, key]) => [name, form(Number(parameters[key]))]));
  const numbers = {
    ...read(shares, hundredths),
    ...read(counts, String),
    trustStruck: hundredths(parameters.lambda * parameters.lList),
    banRounds: String(BAN_ROUNDS),
    fewTargets: String(maxTargets(SMALL)),
    mostTargets: String(maxTargets(LARGE)),
  };
  return isWhole(numbers) ? numbers : missing();
}

function isWhole(numbers: Readonly<Record<string, string>>): numbers is RuleNumbers {
  return [...Object.keys(shares), ...Object.keys(counts)].every((name) => numbers[name] !== undefined);
}

function missing(): never {
  throw new Error('a number of the rules is missing');
}

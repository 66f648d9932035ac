/** The sentences that say what is wrong with a scenario; `{name}` stands for a value. */
const sentences = {
  notJson: 'This file is not JSON; the fault is near line {line}.',
  tooDeep: 'This file nests lists and objects deeper than {most} levels.',
  tooLarge: 'This file is larger than {most} kB.',
  notScenario: 'This file is not a Crossroads scenario: its "format" is not "crossroads-scenario".',
  shippedId: 'The id "{id}" belongs to a scenario that comes with Crossroads.',
  unknownField: 'The scenario format has no field "{field}" here.',
  missing: 'This field is missing; it should be {kind}.',
  wrongKind: 'This should be {kind}.',
  least: '{what} must be at least {limit}.',
  moreThan: '{what} must be more than {limit}.',
  most: '{what} must be at most {limit}.',
  lessThan: '{what} must be less than {limit}.',
  oneValue: 'This must be {values}.',
  oneOfValues: 'This must be one of {values}.',
  badFormat: 'This text is not written in the expected way.',
  reservedId: 'The id "{id}" is reserved.',
  noSuchEffect: 'There is no effect of this kind; there are {values}.',
  noRemark: 'This should be a text in both languages, or one plain text.',
  noForm: 'This matches none of the forms that are allowed here.',
  notValid: 'This is not valid.',
  repeated: 'The {noun} "{item}" is already given at {first}.',
  sameObjectives: 'The two objectives of "{seat}" are the same.',
  twiceInBloc: '"{seat}" is named twice in this bloc.',
  twoCamps: '"{seat}" is already in {first}; a seat may be in one camp only.',
  twoGroups: '"{seat}" is already in {first}; a seat may be in one group of a field only.',
  restrictsItself: '"{seat}" cannot restrict itself.',
  planName: 'The plan "{plan}" has {rounds} rounds of {steps} steps.',
  noPar: 'There is no par for the seat "{seat}".',
  noSeat: 'No seat has the id "{seat}".',
  leftOutTwice: '"{seat}" is named twice.',
  tooManyLeftOut: 'At least 3 states must stay; this list leaves {stay}.',
  namesAbsent: 'The brief of "{seat}" names {name}, a state that may be left out while "{seat}" plays.',
  writtenEvent: '"{event}" stands for an event that a host writes; no scenario can use it.',
  fixedEffects: 'The rules fix what "{event}" does.',
  noEffects: '"{event}" is none of the eight events of the rules, so it must say what it does.',
  outOfRange: '"{name}" must be {kind} from {from} to {to}; beyond that the rules make no sense.',
  moreThanAll: '"devBase" and "devW" together must be at most 1; they are {devBase} and {devW}.',
  emptyEffect: 'An effect of 0 does nothing.',
  noWeight: '"{event}" has no weight while other events have one.',
  noTone: '"{event}" has no tone while the deck is weighted.',
  unequalTones: 'The hopeful events weigh {hopeful} together, the grim ones {grim}; the two must be equal.',
};

/** What to do about a fault, if that can be guessed. */
const hints = {
  didYouMean: 'Did you mean "{near}"?',
  otherId: 'Choose another id.',
  removeField: 'Remove "{field}" or check its spelling.',
  planId: 'Write rounds and steps joined by x, such as "6x3".',
  slug: 'Use lower-case letters, digits and hyphens, beginning with a letter, 40 signs at most.',
  blocKinds: 'Set "kind" to "exclusive" (a camp) or "functional" (a group on one field).',
  bothLanguages: 'Write {braces}.',
  keepOne: 'Keep one of the two, or rename this one.',
  twoObjectives: 'Choose one that fits its interest and one that costs it something.',
  nameOnce: 'Name "{seat}" once.',
  renamePlan: 'Name it "{right}" or change its rounds and steps.',
  parForAll: 'Give one for every seat, or null while none was measured.',
  rewriteBrief: 'Leave that name out of the brief, or leave "{seat}" out first.',
  removeEffects: 'Remove its effects, or give it another id.',
  giveEffects: 'Give it one to three effects.',
  lowerOne: 'Lower one of them: no link carries more than everything.',
  sizeEffect: 'Give it a size, or remove it.',
  weighAll: 'Give every event a weight, or none.',
  writeTone: 'Write "hopeful", "grim" or "neutral".',
  evenTones: 'Change weights until the two sums are the same.',
  otherFile: 'Choose a scenario file (.json); docs/scenarios.md describes it.',
  commas: 'Look for a missing comma, quotation mark or bracket.',
};

/** The words for the values `{kind}`, `{what}` and `{noun}`. */
const terms = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list of fixed length',
  object: 'an object',
  record: 'an object',
  textLength: 'The length of this text',
  listLength: 'The number of items in this list',
  thisNumber: 'This number',
  seat: 'seat',
  restriction: 'restriction',
  plan: 'plan',
  event: 'event',
};

/** The words of one language for the faults of a scenario. */
export interface FaultWords {
  readonly sentences: Readonly<Record<keyof typeof sentences, string>>;
  readonly hints: Readonly<Record<keyof typeof hints, string>>;
  readonly terms: Readonly<Record<keyof typeof terms, string>>;
}

/** In English, for the command line and for hosts who read English. */
export const englishFaultWords: FaultWords = { sentences, hints, terms };

type Values = Readonly<Record<string, string | number>>;

/** One fault of a scenario; every language has a sentence for it. */
export interface ScenarioFault {
  /** Its place, such as `seats[2].brief.zh`; empty for the scenario as a whole. */
  readonly path: string;
  readonly what: keyof typeof sentences;
  /** What to write instead, if that can be guessed. */
  readonly hint: keyof typeof hints | null;
  readonly values: Values;
}

/** A fault in the words of a language. */
export interface ToldFault {
  readonly path: string;
  readonly message: string;
  readonly suggestion: string | null;
}

/** The sentence of a fault, in English unless other words are given. */
export function toldFault(fault: ScenarioFault, words: FaultWords = englishFaultWords): ToldFault {
  const { path, what, hint, values } = fault;
  return {
    path,
    message: filled(words.sentences[what], values, words),
    suggestion: hint === null ? null : filled(words.hints[hint], values, words),
  };
}

function filled(sentence: string, values: Values, words: FaultWords): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? String(values[name]) : whole;
    const known = Object.entries(words.terms).find(([term]) => term === value);
    return ['kind', 'what', 'noun'].includes(name) && known !== undefined ? known[1] : value;
  });
}

interface Term {
  /** As in GLOSSARY.md. */
  readonly name: string;
  /** Its meaning, in a sentence or two that need no other page. */
  readonly text: string;
}

function term(name: string, text: string): Term {
  return { name, text };
}

const world = {
  weight: term('Weight', 'What a state counts for in every mean and every share. The mean weight is 1.'),
  trust: term(
    'Trust',
    'What one state expects of another’s conduct, from 0 to 100. It is lost faster than it is won, and it need not be mutual.',
  ),
  link: term('Link', 'How well two states are connected, from 0 to 100. It has three layers.'),
  layers: term(
    'Technical, political, commercial layer',
    'The three ways in which a link can break: systems that do not fit, walls between governments, and trade that is cut.',
  ),
  barrier: term('Barrier', 'Technical incompatibility of two states. Open standards lower it.'),
  path: term(
    'Path of fragmentation',
    'One of three ways in which the network comes apart: technical, political or commercial. It is as far along as that layer of the links is closed.',
  ),
  gap: term(
    'Capacity gap',
    'How far apart states are in digital development: the distance of two of them, as the mean over all pairs.',
  ),
  connectivity: term(
    'Connectivity',
    'How near every state is to every other over the best paths, from 0 to 100. A detour counts for less than a direct link.',
  ),
  threat: term(
    'Felt threat',
    'How much harm a state expects from the others, from 0 to 100. Fear grows even where nobody attacks.',
  ),
  regime: term(
    'Common rules in force',
    'How far rules that hold for everybody have grown. They protect all, and they wear out.',
  ),
  participation: term(
    'Common rules',
    'The share of rule-making weight that commits in a round. Above a threshold the common rules grow in full.',
  ),
  institutions: term(
    'Institutions',
    'How well the places work where states meet. They strengthen whatever states do, good or bad; they do not choose the direction.',
  ),
  opacity: term(
    'Technical opacity',
    'How hard it is to see who did what. The more opaque the network, the more defence looks like attack.',
  ),
  competition: term(
    'Great-power rivalry',
    'How hard the great powers compete. Hostile acts stir it, dialogue calms it.',
  ),
  development: term(
    'Digital development',
    'How advanced a state is digitally. A wide gap between two states slows their cooperation.',
  ),
  shock: term('Shock', 'The pressure of recent incidents on a state. It fades by itself.'),
  ledger: term(
    'Ledger',
    'All changes of a round, each with its cause. The causes of a number add up to its change.',
  ),
  points: term(
    'Points',
    'What a round brings one state. Points belong to the seat and are never compared between states.',
  ),
};

const course = {
  blocFormation: term('Bloc formation', 'The first trend: states gather in camps that exclude others.'),
  securitization: term(
    'Securitization',
    'The second trend: more and more questions are treated as questions of security.',
  ),
  fragmentation: term(
    'Fragmentation',
    'The third trend: one network and one set of rules break into several.',
  ),
  parallelTreaties: term('Parallel treaties', 'Several treaties for one question.'),
  selectiveParticipation: term(
    'Selective participation',
    'Each state signs what suits it and leaves the rest.',
  ),
  lowParticipation: term('Low participation', 'Many states sign nothing.'),
  centripetal: term(
    'Centripetal force',
    'What pulls the world together: trust, common rules and institutions.',
  ),
  centrifugal: term(
    'Centrifugal force',
    'What pulls the world apart: bloc formation, securitization and fragmentation.',
  ),
  course: term(
    'Course',
    'The path of this world through the stages, with what pulled it up and down at each round.',
  ),
  aspects: term(
    'Mechanism, goals, paths',
    'The three sides on which both forces pull: where states meet, what they are after, and how they go about it.',
  ),
  dial: term(
    'Dial',
    'Where the world is heading: what pulls it together minus what pulls it apart. The scale runs from −60 to 60.',
  ),
  stage: term(
    'Stage',
    'Where the world stands in its course: emergence, direction selection, good governance or predicament.',
  ),
  emergence: term('Emergence', 'The trends appear. Nothing is decided yet.'),
  selection: term('Direction selection', 'The time in which the world can still go either way.'),
  governance: term('Good governance', 'A world that is equal, secure and open. It can be lost again.'),
  equal: term('Equal', 'One of three marks of good governance: the last round’s gains were shared.'),
  safe: term('Safe', 'One of three marks of good governance: states feel little threatened.'),
  open: term(
    'Open',
    'One of three marks of good governance: every state is near every other over the network.',
  ),
  predicament: term(
    'Systemic predicament',
    'A world that is divided, hostile, mistrustful and at risk. It is hard to leave.',
  ),
  fullDivision: term(
    'Full division',
    'One of four marks of the predicament: fragmentation has reached its threshold.',
  ),
  opposedCamps: term(
    'Opposed camps',
    'One of four marks of the predicament: bloc formation or securitization has reached its threshold.',
  ),
  brokenTrust: term(
    'Broken trust',
    'One of four marks of the predicament: trust has fallen to its threshold.',
  ),
  soaringRisk: term(
    'Soaring risk',
    'One of four marks of the predicament: felt threat has reached its threshold.',
  ),
  lock: term(
    'Lock',
    'What makes the predicament hard to leave: inside it, every step towards others works less.',
  ),
  scarred: term('Scarred', 'A way to play in which the lock can open again. In the other way it never does.'),
};

const blocs = {
  bloc: term('Bloc', 'States that gather, as a camp or as an issue group.'),
  camp: term('Camp', 'A bloc with a wall to everybody outside. It covers its members.'),
  group: term(
    'Issue group',
    'A bloc for one field with a rulebook of its own. It has no wall, but rival rulebooks drift apart.',
  ),
  field: term('Field', 'What an issue group is about, such as crime, data or infrastructure.'),
  depth: term(
    'Depth',
    'How high the wall of a camp is, from 0 to 100. Fear and rivalry deepen it without any order.',
  ),
  dormant: term('Dormant', 'Said of a camp with a single member: no wall and no cover.'),
  boundary: term('Boundary', 'What the depth of camps puts between two states.'),
  coordinated: term(
    'Coordinated',
    'Said of a group whose rulebook others recognise, for good. It no longer drives links apart.',
  ),
  recognition: term('Recognition', 'Two groups recognise each other’s rulebook in a round.'),
  restriction: term('Restriction', 'A measure of one state against another, such as a list or a ban.'),
  proportionate: term(
    'Proportionate',
    'Said of a restriction that answers one shortly before. It costs less trust.',
  ),
  operation: term('Operation', 'A covert act of a build-up against a target. It may stay hidden.'),
  attributed: term('Attributed', 'Said of an operation whose author became known.'),
  agreement: term(
    'Agreement',
    'Clauses that two or more states have signed. The rules judge each clause at the reveal.',
  ),
  clause: term('Clause', 'One sentence of an agreement that the rules can judge.'),
  pledge: term(
    'Pledge',
    'A promise between two states that the rules can judge: kept, it makes trust; broken, it costs much more.',
  ),
  binding: term('Binding', 'Said of an agreement that cannot be broken: an order against it is refused.'),
  commitment: term(
    'Commitment',
    'The card Multilateral Commitment: a state follows common rules for a round. It is not a pledge.',
  ),
};

const round = {
  briefing: term('Briefing', 'What happened, and a first look.'),
  negotiation: term('Negotiation', 'The time to talk.'),
  decision: term('Decision', 'Each state seals one order.'),
  reveal: term('Reveal', 'All orders open at once, and what they did.'),
  review: term('Review', 'The time to ask why.'),
  order: term('Order', 'A state’s choice for a round, with its targets.'),
  seal: term('Seal', 'To give one’s order in secret. It may be opened again until time is up.'),
  expectation: term('Expectation', 'What you expect of one rival while you seal. Only the debrief reads it.'),
  bet: term('Bet on the dial', 'In which band you think the dial will stand. It scores nothing.'),
  preview: term(
    'Forecast',
    'What an order would do under three simple assumptions about the others. It is no promise.',
  ),
  answeredInKind: term('Answered in kind', 'Dialogue answered by dialogue, restriction by restriction.'),
};

const ending = {
  nation: term('Nation', 'Your final points against what your seat usually reaches.'),
  world: term('World', 'Where the dial stands at the end. It is never added to Nation.'),
  par: term('Usual score', 'What a seat usually reaches: its mean over many simulated sessions.'),
  sharedSuccess: term('Shared success', 'Your state and the world both did well.'),
  kingOfTheRuins: term('King of the ruins', 'Your state did well; the world did not.'),
  paidThePrice: term('Paid the price', 'The world did well; your state did not.'),
  lostTogether: term('Lost together', 'Neither did well.'),
  debrief: term('Debrief', 'What is talked about afterwards.'),
  replay: term('Replay', 'A recorded session, seen again.'),
  rehearsal: term('Rehearsal', 'Scripted people play a session, so that a host can practise.'),
};

/** Every term a newcomer meets, in one or two sentences; names as in GLOSSARY.md. Loaded with the screens that explain. */
export const terms = {
  whatIs: (name: string) => `What is “${name}”?`,
  close: 'Close',
  sections: {
    round: 'A round',
    blocs: 'Blocs, measures, promises',
    world: 'The world',
    course: 'Trends and stages',
    ending: 'The ending',
  },
  groups: { round, blocs, world, course, ending },
};
export type TermsWords = typeof terms;

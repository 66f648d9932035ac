import type { TemplateId } from '#shared/session/topics/agreements/templates.ts';

/** The words of a template: its name, its purpose, and two readings of its historical model. */
interface TemplateWords {
  readonly name: string;
  readonly gist: string;
  readonly history: {
    readonly like: string;
    /** The paper's reading, if the paper names it. */
    readonly paper: string;
    readonly other: string;
    readonly source: string;
  } | null;
}

const known: Readonly<Record<TemplateId, TemplateWords>> = {
  restraint: {
    name: 'Mutual restraint',
    gist: 'No restriction and no operation among the parties.',
    history: null,
  },
  noListing: {
    name: 'No-sanctions pledge',
    gist: 'No party puts any state on a sanctions list.',
    history: null,
  },
  noEspionage: {
    name: 'No commercial espionage',
    gist: 'No cyber force against one another, and incidents are reported instead of answered.',
    history: {
      like: 'the understanding between China and the United States of 2015',
      paper:
        'Both sides said that neither would steal trade secrets by cyber means; firms that watch intrusions saw fewer for a time.',
      other:
        'How much was due to the understanding is disputed, and accusations came back within three years. Neither side accepts the other’s account.',
      source:
        'Statements of both governments, 25 September 2015; G20 communiqué, Antalya, November 2015. Confidence: medium.',
    },
  },
  confidence: {
    name: 'Confidence-building package',
    gist: 'Notification, talk, and a review that ends it if nobody talks.',
    history: {
      like: 'the measures of the OSCE of 2013 and 2016',
      paper: 'Sixteen voluntary measures, points of contact among them, gave rivals a line to one another.',
      other: 'They are voluntary and thinly used; when relations were worst the lines stayed quiet.',
      source: 'OSCE Permanent Council, decisions 1106 (2013) and 1202 (2016). Confidence: high.',
    },
  },
  cables: {
    name: 'Cable protection',
    gist: 'No cyber force against anybody, and every party hardens what it has.',
    history: {
      like: 'the cable convention of 1884',
      paper: 'A duty not to break cables has stood for more than a century and is still cited.',
      other: 'It does not bind states at war, and it was written against careless ships, not against states.',
      source:
        'Convention for the Protection of Submarine Telegraph Cables, Paris, 14 March 1884. Confidence: high.',
    },
  },
  corridor: {
    name: 'Data corridor',
    gist: 'Data flows among the parties, and technical barriers between them fall.',
    history: {
      like: 'the EU–US Data Privacy Framework of 2023',
      paper: 'Common safeguards let data flow between two legal orders.',
      other:
        'Two earlier arrangements were annulled in court, in 2015 and 2020; critics expect the same of the third.',
      source: 'European Commission, decision of 10 July 2023. Confidence: high.',
    },
  },
  fund: {
    name: 'Capacity fund',
    gist: 'The parties build the capacity of one state together.',
    history: {
      like: 'the capacity programmes that grew from 2015 on',
      paper: 'Capacity makes small states partners rather than weak points.',
      other: 'Programmes follow what the donors want, and make those who receive depend on those who give.',
      source: 'Global Forum on Cyber Expertise, founded in The Hague, April 2015. Confidence: medium.',
    },
  },
  commit: {
    name: 'Commit together',
    gist: 'Each party commits to common rules once; any state may join.',
    history: null,
  },
  recognise: {
    name: 'Recognise rulebooks',
    gist: 'Two groups on one subject recognise each other’s rulebook. A bridge still has to link them.',
    history: null,
  },
  accession: {
    name: 'Join a group',
    gist: 'Whoever is still outside joins the group.',
    history: null,
  },
  universal: {
    name: 'Universal treaty on one subject',
    gist: 'The parties recognise rulebooks and commit to common rules; any state may join.',
    history: {
      like: 'the United Nations convention against cybercrime',
      paper: 'The universal, fair and binding mechanism that the United Nations should build.',
      other:
        'Rights groups and some states fear its wide powers; it enters into force with forty ratifications.',
      source:
        'Adopted December 2024, opened for signature in Hanoi, October 2025. The paper, §4. Confidence: high.',
    },
  },
  budapest: {
    name: 'A convention like Budapest',
    gist: 'Binding, open to others: talk, then commit to common rules.',
    history: {
      like: 'the Budapest Convention',
      paper:
        'An issue group led by the United States and Europe: it helps on its subject, but stands beside other groups.',
      other: 'Open to any state that is invited, and joined on every continent; its drafters were few.',
      source: 'Council of Europe, 2001. The paper, §1.1. Confidence: high.',
    },
  },
  arab: {
    name: 'A convention like the Arab one',
    gist: 'Binding and closed: restraint among the parties, and talk.',
    history: {
      like: 'the Arab convention on information technology offences',
      paper: 'A parallel treaty: one group of states answers another with a group of its own.',
      other:
        'Regional treaties fit regional law; two rulebooks need not be rivals if they recognise each other.',
      source: 'Signed in Cairo, 21 December 2010. The paper, §1.1. Confidence: high.',
    },
  },
  paris: {
    name: 'A call like Paris',
    gist: 'A soft norm any state may sign: no cyber force, open standards.',
    history: {
      like: 'the Paris Call',
      paper: 'A process with states, firms and civil society that has produced little of substance.',
      other:
        'Some eighty states and hundreds of firms support it; soft norms work slowly and were never meant to bind.',
      source: '2018; list of supporters, parispeaceforum.org. The paper, §1. Confidence: high.',
    },
  },
  experts: {
    name: 'Forum of invited states',
    gist: 'A small circle talks, commits to common rules, and reviews early.',
    history: {
      like: 'the groups of governmental experts of the United Nations',
      paper: 'One of the tracks that have stalled or hardly produce results.',
      other: 'It agreed norms in 2013, 2015 and 2021; that few were invited was its limit from the start.',
      source: 'Group reports of 2013, 2015 and 2021. The paper, §1. Confidence: medium.',
    },
  },
  regional: {
    name: 'Regional dialogue',
    gist: 'Neighbours talk at once, and review whether it was worth it.',
    history: {
      like: 'the dialogues of China with the EU and with ASEAN',
      paper: 'They have cooperated before, and trust can be rebuilt on that.',
      other:
        'Dialogues went on while trade and security measures hardened on both sides; their effect is contested.',
      source: 'Initiative of 2020. The paper, §4. Confidence: medium.',
    },
  },
  infrastructure: {
    name: 'Infrastructure built together',
    gist: 'One builds another’s capacity; both hold back from each other, and depend on it.',
    history: {
      like: 'the building of 5G along the Belt and Road',
      paper: 'Gives developing countries infrastructure, and keeps the network connected.',
      other: 'Equipment ties a network to its maker; some states see a risk in that, others a bargain.',
      source: 'The paper, §4. Confidence: medium.',
    },
  },
  supplyChain: {
    name: 'Trusted supply chain',
    gist: 'Binding: trade stays open among the parties, and others are kept out.',
    history: {
      like: 'trade agreements between the United States and its partners',
      paper: 'Industrial blocs that shut others out.',
      other:
        'Firms and states spread risk after shocks to supply; how far this excludes differs by agreement.',
      source: 'The paper, §1.1. Confidence: medium.',
    },
  },
};

/** The agreements one can start from. */
export const templates = {
  start: 'Start from',
  own: 'a template, or write your own',
  like: (what: string) => `Like ${what}: two views`,
  paper: 'The paper’s view',
  other: 'Another view',
  known,
};

import { actionIds } from '../../model/actions.ts';
import { accessions, clauseKinds, secrecies } from '../../session/vocabulary/clauses.ts';
import {
  maybe,
  wordOf,
  round,
  seat,
  session,
  declareTable,
  text,
  to,
  toSeat,
  whole,
  yes,
} from '../fields.ts';

const agreement = text('The agreement, by its id in the record.', '协议，用记录中的标识表示。');
const clause = whole('The clause, by its place in the agreement, from 1.', '条款序号，从 1 开始。', {
  least: 1,
});

/** Every agreement from its offer on. */
export const agreements = declareTable({
  name: 'agreements',
  title: { en: 'Agreements', zh: '协议' },
  row: { en: 'One agreement as it stood at the end of the record.', zh: '记录结束时的一份协议。' },
  fields: {
    session,
    agreement,
    proposer: text('The state that offered it.', '提出的国家。'),
    force: wordOf(['pledge', 'binding'], 'A pledge, or binding.', '政治承诺，或有约束力。'),
    secrecy: wordOf(secrecies, 'Who may read it.', '谁可以看到。'),
    accession: wordOf(accessions, 'Whether others may join.', '是否允许其他国家加入。'),
    from_round: whole('The first round in which it binds.', '生效的第一轮。', { least: 1 }),
    until_round: whole('The last round in which it binds.', '生效的最后一轮。', { least: 1 }),
    wording: whole('How many wordings it had.', '文本的版本数。', { least: 1 }),
    status: wordOf(
      ['proposed', 'inForce', 'kept', 'breached', 'expired', 'left', 'withdrawn', 'lapsed'],
      'Its stage.',
      '所处的状态。',
    ),
    changed_in: whole('The round in which the stage last changed.', '状态最近变化的轮次。'),
    leaver: maybe(text('The state that gave notice or left.', '通知退出或已退出的国家。')),
  },
  key: ['session', 'agreement'],
  references: [to.session, toSeat('proposer'), toSeat('leaver')],
});

/** The parties of agreements. */
export const parties = declareTable({
  name: 'parties',
  title: { en: 'Parties', zh: '缔约方' },
  row: { en: 'One party of an agreement.', zh: '一份协议的一个缔约方。' },
  fields: {
    session,
    agreement,
    seat,
    signed: yes('Whether it has signed the wording that stands.', '是否签署了现行文本。'),
    joined_round: maybe(
      whole('The round from which it is bound, if it joined later.', '后来加入者开始受约束的轮次。', {
        least: 1,
      }),
    ),
  },
  key: ['session', 'agreement', 'seat'],
  references: [to.agreement, to.seat],
});

/** The clauses of agreements. */
export const clauses = declareTable({
  name: 'clauses',
  title: { en: 'Clauses', zh: '条款' },
  row: { en: 'One clause of an agreement.', zh: '一份协议的一个条款。' },
  fields: {
    session,
    agreement,
    clause,
    kind: wordOf(clauseKinds, 'The kind of clause.', '条款种类。'),
    action: maybe(wordOf(actionIds, 'The act that is promised or forsworn.', '承诺做或不做的行动。')),
    towards: maybe(
      text('At whom: the id of a state, parties or anyone.', '对谁：国家标识，或 parties、anyone。'),
    ),
    giver: maybe(text('Who gives: the id of a state, or parties.', '由谁提供：国家标识，或 parties。')),
    receiver: maybe(text('Who gets it: the id of a state, or parties.', '提供给谁：国家标识，或 parties。')),
    by_round: maybe(whole('The round by which it is due.', '期限轮次。', { least: 1 })),
    group: maybe(whole('The group that is joined.', '应加入的功能合作圈。', { least: 1 })),
    field: maybe(
      whole('The field of two groups that recognise each other.', '互认所涉的议题。', { most: 2 }),
    ),
    groups: maybe(text('The two groups, as JSON.', '两个功能合作圈，JSON 格式。')),
  },
  key: ['session', 'agreement', 'clause'],
  references: [to.agreement],
});

/** What reveals made of agreements. */
export const judgements = declareTable({
  name: 'judgements',
  title: { en: 'Judgements', zh: '裁定' },
  row: { en: 'The judgement on an agreement in a round.', zh: '一轮中对一份协议的裁定。' },
  fields: {
    session,
    agreement,
    round,
    outcome: wordOf(
      ['kept', 'breached', 'idle'],
      'Kept, broken, or nothing was due.',
      '守约、违约或无事可判。',
    ),
  },
  key: ['session', 'agreement', 'round'],
  references: [to.agreement, to.round],
});

/** The deeds that judgements rest on. */
export const evidence = declareTable({
  name: 'evidence',
  title: { en: 'Evidence', zh: '依据' },
  row: { en: 'One deed that a judgement rests on.', zh: '裁定所依据的一项行动。' },
  fields: {
    session,
    agreement,
    round,
    number: whole('Its place in the judgement, from 1.', '在裁定中的序号，从 1 开始。', { least: 1 }),
    clause,
    seat,
    action: wordOf(actionIds, 'What the state did.', '该国的行动。'),
    kept: yes('Whether that kept the clause.', '是否守约。'),
    towards: text('The states towards whom it was broken, as JSON.', '违约所针对的国家，JSON 格式。'),
  },
  key: ['session', 'agreement', 'round', 'number'],
  references: [
    { fields: ['session', 'agreement', 'round'], table: 'judgements' },
    { fields: ['session', 'agreement', 'clause'], table: 'clauses' },
    to.seat,
  ],
});

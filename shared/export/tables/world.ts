import { mechanisms, reasons } from '../../model/reasons.ts';
import { quantities } from '../../model/entries.ts';
import { stages } from '../../model/world.ts';
import {
  decimal,
  maybe,
  moment,
  wordOf,
  round,
  seat,
  session,
  share,
  declareTable,
  text,
  to,
  toSeat,
  whole,
  yes,
} from '../fields.ts';

const bloc = whole('The bloc, by its number.', '圈子编号。', { least: 1 });

/** The world as a whole at the end of each round. */
export const rounds = declareTable({
  name: 'rounds',
  title: { en: 'Rounds', zh: '轮次' },
  row: { en: 'The world at the end of a round that stands.', zh: '一轮（有效）结束时的世界。' },
  fields: {
    session,
    round: moment,
    attempt: maybe(
      whole(
        'Which attempt at this round stands, from 1; empty for the opening.',
        '第几次进行的这一轮有效，从 1 开始；开局为空。',
        {
          least: 1,
        },
      ),
    ),
    stage: wordOf(stages, 'The stage of the world.', '世界所处的阶段。'),
    locked: yes('Whether the predicament has locked.', '困境是否已锁定。'),
    direction: decimal('The dial: forces that unite less forces that divide.', '指针：向心力减离心力。', {
      least: -1,
      most: 1,
    }),
    connectivity: share('How close states are along the best paths.', '总体联通：沿最佳路径各国的接近程度。'),
    open_connectivity: share('The same if no camp stood in the way.', '若没有阵营阻隔时的总体联通。'),
    trust: share('Mean trust between states.', '国家间平均信任。'),
    threat: share('Mean threat that states feel.', '各国平均威胁感。'),
    bloc_formation: share('Trend 1: formation of blocs.', '趋势之一：阵营化。'),
    securitization: share('Trend 2: securitization.', '趋势之二：安全化。'),
    fragmentation: share('Trend 3: fragmentation.', '趋势之三：碎片化。'),
    regime_fragmentation: share('Fragmentation of the common rules.', '共同规则的碎片化。'),
    parallel_treaties: share('Parallel treaties.', '平行条约。'),
    selective_participation: share('Selective participation.', '分别参与。'),
    low_participation: share('Low participation.', '低度参与。'),
    common_rules: share('Common rules in force.', '已生效的共同规则。'),
    institutions: share('Institutions.', '制度。'),
    opacity: share('Opacity of technology.', '技术不透明度。'),
    effective_opacity: share('Opacity as it is felt.', '实际起作用的不透明度。'),
    competition: share('Competition of great powers.', '大国竞争。'),
    participation: maybe(
      share('Share of rule-making weight that committed.', '本轮加入共同规则的规则制定权重份额。'),
    ),
    messages: maybe(whole('Messages said in the round that stands.', '本轮（有效）的发言数。', {})),
  },
  key: ['session', 'round'],
  references: [to.session],
});

/** Each state at the end of each round. */
export const states = declareTable({
  name: 'states',
  title: { en: 'States by round', zh: '各轮的国家' },
  row: { en: 'One state at the end of a round.', zh: '一轮结束时的一个国家。' },
  fields: {
    session,
    round: moment,
    seat,
    development: share('Digital development.', '数字化发展。'),
    defence: share('Defence.', '防护。'),
    localization: share('How far data are kept at home.', '数据留在境内的程度。'),
    force: share('Cyber force.', '网络力量。'),
    shock: decimal('Pressure of recent events.', '近期事件的压力。', { least: 0 }),
    score: decimal('Points so far, without the legacy of the end.', '至今得分，不含终局加分。'),
    threat: share('Threat that the state feels.', '该国的威胁感。'),
    securitization: share('How far the state has securitized.', '该国的安全化程度。'),
    camp: maybe(whole('Its active camp, by the number of the bloc.', '所在的活跃阵营编号。', { least: 1 })),
    camp_share: share('Weight of the others in its camp.', '同阵营其他成员的权重份额。'),
    trust_given: share('Mean trust it has in others.', '对他国的平均信任。'),
    trust_received: share('Mean trust others have in it.', '他国对它的平均信任。'),
  },
  key: ['session', 'round', 'seat'],
  references: [to.round, to.seat, { fields: ['session', 'camp'], table: 'blocs' }],
});

/** Each pair of states at the end of each round. */
export const links = declareTable({
  name: 'links',
  title: { en: 'Links', zh: '双边联通' },
  row: { en: 'Two states at the end of a round, each pair once.', zh: '一轮结束时的一对国家，每对一次。' },
  fields: {
    session,
    round: moment,
    seat,
    other: text('The second state, later in the order of the seats.', '另一国，席位顺序在后。'),
    link: share('Connection of the two.', '两国的联通。'),
    path: share('Connection along the best path.', '沿最佳路径的联通。'),
    barrier: share('Technical barrier between them.', '两国间的技术壁垒。'),
    boundary: share('Depth of the camp boundary between them.', '两国间阵营边界的深度。'),
    engaged: yes('Whether they engaged each other in the last round.', '上一轮是否相互对话合作。'),
  },
  key: ['session', 'round', 'seat', 'other'],
  references: [to.round, to.seat, toSeat('other')],
});

/** What each state holds towards each other state at the end of each round. */
export const trust = declareTable({
  name: 'trust',
  title: { en: 'Trust', zh: '信任' },
  row: {
    en: 'What one state holds towards another at the end of a round.',
    zh: '一轮结束时一国对另一国的态度。',
  },
  fields: {
    session,
    round: moment,
    seat,
    other: text('The state it is about.', '对方国家。'),
    trust: share('Trust of the state in the other.', '对对方的信任。'),
    restriction: share('Restrictions of the state against the other.', '对对方的限制。'),
    threat: share('Threat that the state feels from the other.', '感受到的来自对方的威胁。'),
    grievance: whole('Rounds in which it may still answer proportionately.', '仍可相称回应的轮数。', {
      most: 2,
      unit: 'rounds',
    }),
  },
  key: ['session', 'round', 'seat', 'other'],
  references: [to.round, to.seat, toSeat('other')],
});

/** Every bloc there was. */
export const blocs = declareTable({
  name: 'blocs',
  title: { en: 'Blocs', zh: '圈子' },
  row: { en: 'One bloc that was there at the end of some round.', zh: '某一轮结束时存在过的一个圈子。' },
  fields: {
    session,
    bloc,
    kind: wordOf(['exclusive', 'functional'], 'A camp, or a group on one field.', '阵营，或功能合作圈。'),
    field: maybe(whole('The field of a group.', '功能合作圈的议题。', { most: 2 })),
    side: whole('The side of the axis it stands on.', '所在的一侧。', { least: -1, most: 1 }),
    first_round: moment,
    last_round: whole('The last round at whose end it was there.', '最后存在的一轮。'),
    charter: maybe(text('The words of its last charter.', '最近通过的章程文字。')),
  },
  key: ['session', 'bloc'],
  references: [to.session, { fields: ['session', 'first_round'], table: 'rounds' }],
});

/** Each bloc at the end of each round. */
export const blocRounds = declareTable({
  name: 'bloc_rounds',
  title: { en: 'Blocs by round', zh: '各轮的圈子' },
  row: { en: 'One bloc at the end of a round.', zh: '一轮结束时的一个圈子。' },
  fields: {
    session,
    round: moment,
    bloc,
    members: whole('Number of members.', '成员数。'),
    age: whole('Rounds resolved since it exists.', '成立以来的轮数。', { unit: 'rounds' }),
    depth: maybe(share('Depth of a camp.', '阵营的深度。')),
    coordination: maybe(share('Points of a group towards recognition.', '功能合作圈的互认进度。')),
    coordinated: maybe(yes('Whether the group’s rulebook is recognised.', '规则是否已互认。')),
  },
  key: ['session', 'round', 'bloc'],
  references: [to.round, to.bloc],
});

/** Who belonged to which bloc at the end of each round. */
export const memberships = declareTable({
  name: 'memberships',
  title: { en: 'Memberships', zh: '成员资格' },
  row: { en: 'One state in one bloc at the end of a round.', zh: '一轮结束时一国在一个圈子中。' },
  fields: { session, round: moment, bloc, seat },
  key: ['session', 'round', 'bloc', 'seat'],
  references: [{ fields: ['session', 'round', 'bloc'], table: 'bloc_rounds' }, to.seat],
});

/** Why every quantity changed. */
export const ledger = declareTable({
  name: 'ledger',
  title: { en: 'Ledger', zh: '账本' },
  row: {
    en: 'One change of one quantity in a round, with its cause. The changes of a round add up exactly to the difference of the quantity.',
    zh: '一轮中一个数量的一项变化及其原因。一轮的各项变化之和正好等于该数量的差。',
  },
  fields: {
    session,
    round,
    entry: whole('Its place among the changes of the round, from 1.', '在本轮变化中的序号，从 1 开始。', {
      least: 1,
    }),
    quantity: wordOf(quantities, 'The quantity that changed.', '变化的数量。'),
    seat: maybe(
      text('The state whose quantity it is; the first of a pair.', '数量所属国家；成对数量的第一国。'),
    ),
    other: maybe(text('The second state of a pair.', '成对数量的第二国。')),
    bloc: maybe(whole('The bloc whose quantity it is.', '数量所属的圈子。', { least: 1 })),
    change: decimal('How much it changed.', '变化量。'),
    cause: wordOf(reasons, 'The cause.', '原因。'),
    mechanism: wordOf(mechanisms, 'The mechanism that the cause belongs to.', '原因所属的机制。'),
    author: maybe(text('The state that caused it.', '造成变化的国家。')),
    through: maybe(whole('The bloc through which it came about.', '通过哪个圈子发生。', { least: 1 })),
    event: maybe(
      whole(
        'The event of the round that caused it, by its number in the table events.',
        '造成变化的事件，即 events 表中的序号。',
        {
          least: 1,
        },
      ),
    ),
  },
  key: ['session', 'round', 'entry'],
  references: [
    to.round,
    to.seat,
    toSeat('other'),
    toSeat('author'),
    { fields: ['session', 'round', 'event'], table: 'events' },
  ],
});

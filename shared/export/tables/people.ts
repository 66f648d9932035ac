import { roles } from '../../session/vocabulary/delegations.ts';
import {
  decimal,
  line,
  maybe,
  wordOf,
  person,
  round,
  seat,
  session,
  share,
  declareTable,
  text,
  time,
  to,
  toSeat,
  whole,
  yes,
} from '../fields.ts';
import { treatments } from '../../session/vocabulary/treatments.ts';
import { roundPhases } from '../../session/vocabulary/phases.ts';
import { stages } from '../../model/world.ts';

/** What was played, and how it came out. */
export const sessions = declareTable({
  name: 'sessions',
  title: { en: 'Sessions', zh: '对局' },
  row: { en: 'One session.', zh: '一局。' },
  fields: {
    session,
    opened: time('When the session was opened.', '开局时间。'),
    build: text('The version of the program that opened it.', '开局所用程序的版本。'),
    rules: whole('The version of the rules.', '规则版本。', { least: 1 }),
    scenario: text('The scenario, by its id.', '情景标识。'),
    plan: text('The plan: rounds x steps.', '方案：轮数 x 步数。'),
    states: whole('Number of states.', '国家数。', { least: 3, most: 40 }),
    rounds_planned: whole('Rounds of the plan.', '方案的轮数。', { least: 1 }),
    rounds_played: whole('Rounds that were resolved and stand.', '已结算且有效的轮数。'),
    steps: whole('Steps of a round.', '每轮的步数。', { least: 1 }),
    seed: whole('The number that all dice follow from.', '决定全部随机结果的种子。', {
      least: Number.MIN_SAFE_INTEGER,
    }),
    practice: yes('One person against bots.', '一人与机器人的练习。'),
    talk: text('Who might talk at the start.', '开始时谁可以发言。'),
    talk_level: text('How people spoke: in words, in moves, or both.', '发言方式：自由文字、句式或两者。'),
    private_talk_opens: yes(
      'Whether private talk was to open after the end.',
      '是否约定结束后公开私下谈话。',
    ),
    trust_seen: text('Whose trust each state saw.', '各国能看到谁的信任。'),
    decision_rule: text('How delegations decided.', '代表团如何决定。'),
    pledges_only: yes('Whether no agreement could be made binding.', '协议是否仅限政治承诺。'),
    hidden_end: yes('Whether the last round was hidden.', '是否隐藏最后一轮。'),
    treatment: maybe(
      wordOf(
        treatments,
        'What held at this table of an event whose tables differed in one setting by chance; empty where they did not.',
        '本桌所属活动的各桌随机采用不同条件时，本桌的条件；没有则为空。',
      ),
    ),
    status: wordOf(['open', 'ended'], 'Whether the session had ended.', '对局是否已结束。'),
    ended_because: maybe(wordOf(['lastRound', 'host', 'cancelled'], 'Why it ended.', '结束的原因。')),
    stage: wordOf(stages, 'The stage of the world at the end of the record.', '记录结束时世界所处的阶段。'),
    locked: yes('Whether the predicament had locked.', '困境是否已锁定。'),
    lines: whole('Lines of the record.', '记录的行数。'),
  },
  key: ['session'],
  references: [],
});

/** The states at the table. */
export const seats = declareTable({
  name: 'seats',
  title: { en: 'States', zh: '国家' },
  row: { en: 'One state of a session.', zh: '一局中的一个国家。' },
  fields: {
    session,
    seat,
    place: whole('Its place in the order of the seats, from 1.', '席位顺序，从 1 开始。', { least: 1 }),
    name_en: text('Its name in English.', '英文名。'),
    name_zh: text('Its name in Chinese.', '中文名。'),
    capability: share('Capability to act in cyberspace.', '网络能力。'),
    market: share('Size of its market.', '市场规模。'),
    dependence: share('Dependence on others.', '对他国的依赖。'),
    exposure: share('Exposure to attacks.', '受攻击的暴露程度。'),
    rulemaking: share('Weight in making rules.', '规则制定权重。'),
    position: decimal('Position on the axis of policy.', '政策立场轴上的位置。', {
      least: -1,
      most: 1,
      unit: '-1 to 1',
    }),
    weight: decimal('Weight in means and shares; the mean is 1.', '各种平均和占比中的权重，平均为 1。', {
      least: 0,
      unit: 'mean = 1',
    }),
    people: whole('People who sat there at the end of the record.', '记录结束时席位上的人数。'),
    bot: maybe(text('The character of the bot that played it at the end.', '最后代打的机器人的性格。')),
    final_score: maybe(
      decimal('Its final score; empty unless the session ended.', '最终得分；未结束则为空。'),
    ),
  },
  key: ['session', 'seat'],
  references: [to.session],
});

/** Who took part. */
export const people = declareTable({
  name: 'people',
  title: { en: 'People', zh: '参与者' },
  row: { en: 'One person who joined a session.', zh: '加入一局的一位参与者。' },
  fields: {
    session,
    person: text(
      'The pseudonym: P and a number in the order of joining. It means another person in every session.',
      '代号：P 加上按加入顺序的编号。不同对局中的同一代号不是同一人。',
    ),
    log_id: text('The random id by which the record names the person.', '记录中代表此人的随机标识。'),
    name: maybe(
      text(
        'The typed name; empty unless whoever made this export chose names.',
        '本人填写的名字；导出者未选择包含名字时为空。',
      ),
    ),
    joined_line: line,
    first_seat: maybe(text('The state at which the person first sat.', '最初所在的国家。')),
    seat: maybe(
      text(
        'The state at which the person sat last; empty if never seated.',
        '最后所在的国家；从未入席则为空。',
      ),
    ),
    role: maybe(wordOf(roles, 'The role the person had last.', '最后担任的职责。')),
    present: yes('Whether the person had a seat at the end of the record.', '记录结束时是否仍在席位上。'),
  },
  key: ['session', 'person'],
  references: [to.session, toSeat('first_seat'), to.seat],
});

/** What the host did. */
export const hostActs = declareTable({
  name: 'host_acts',
  title: { en: 'Acts of the host', zh: '主持人的操作' },
  row: { en: 'One command that the host gave.', zh: '主持人的一次操作。' },
  fields: {
    session,
    line,
    at: time('When the command was kept.', '记录时间。'),
    round: maybe(round),
    phase: text('The phase in which it was given.', '所处的阶段。'),
    act: text('The name of the command.', '操作名称。'),
    person: maybe(person),
    seat: maybe(seat),
    detail: text(
      'The other parts of the command, as JSON, without any words.',
      '操作的其余内容，JSON 格式，不含文字。',
    ),
  },
  key: ['session', 'line'],
  references: [to.session, to.person, to.seat],
});

/** What the host marked. */
export const bookmarks = declareTable({
  name: 'bookmarks',
  title: { en: 'Bookmarks', zh: '书签' },
  row: {
    en: 'One moment that the host marked during play; removed ones are not there.',
    zh: '主持人在对局中标记的一个时刻；已删除的没有。',
  },
  fields: {
    session,
    bookmark: whole('The bookmark, by its number.', '书签编号。', { least: 1 }),
    line,
    at: time('When it was set.', '标记时间。'),
    round: whole('The round in which it was set.', '标记时的轮次。', { least: 1 }),
    phase: wordOf(roundPhases, 'The phase of the round.', '所处的阶段。'),
    shown: yes('Whether the host showed it to everybody in the debrief.', '主持人是否在复盘中给所有人看。'),
    note: maybe(
      text(
        'The line of the host about it; empty unless it was shown to everybody.',
        '主持人写的说明；未给所有人看的为空。',
      ),
    ),
  },
  key: ['session', 'bookmark'],
  references: [to.session],
});

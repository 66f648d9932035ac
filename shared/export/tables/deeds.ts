import { actionIds, families } from '../../model/actions.ts';
import { payoffParts } from '../../model/world.ts';
import { objectiveIds } from '../../scenario/schema.ts';
import {
  decimal,
  maybe,
  wordOf,
  person,
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

/** What each state did in each round. */
export const orders = declareTable({
  name: 'orders',
  title: { en: 'Orders', zh: '行动' },
  row: {
    en: 'The order of one state in a round; a state that gave none holds.',
    zh: '一国在一轮中的行动；没有给出即为“按兵不动”。',
  },
  fields: {
    session,
    round,
    seat,
    action: wordOf(actionIds, 'The action.', '行动。'),
    family: wordOf(families, 'The family of the action.', '行动类别。'),
    target: maybe(text('The first state at which it was aimed.', '第一个对象国。')),
    target_2: maybe(text('The second.', '第二个对象国。')),
    target_3: maybe(text('The third.', '第三个对象国。')),
    bloc: maybe(whole('The bloc that was joined or left.', '加入或退出的圈子。', { least: 1 })),
    whole_order: text('The whole order, as JSON.', '完整的行动，JSON 格式。'),
    by: wordOf(
      ['person', 'bot', 'nobody'],
      'Who sealed it; nobody: the state gave no order.',
      '由谁封存；nobody 表示没有给出行动。',
    ),
    person: maybe(person),
  },
  key: ['session', 'round', 'seat'],
  references: [to.round, to.seat, toSeat('target'), toSeat('target_2'), toSeat('target_3'), to.person],
});

/** What states expected of one another. */
export const expectations = declareTable({
  name: 'expectations',
  title: { en: 'Expectations', zh: '预期' },
  row: { en: 'What a state expected of another when it sealed.', zh: '一国封存时对另一国的预期。' },
  fields: {
    session,
    round,
    seat,
    about: text('The state it is about.', '预期的对象国。'),
    expected: wordOf(families, 'The family of action it expected.', '预期的行动类别。'),
    done: wordOf(families, 'The family of what that state did.', '对方实际的行动类别。'),
  },
  key: ['session', 'round', 'seat'],
  references: [to.round, to.seat, toSeat('about')],
});

/** Bets on the dial. */
export const bets = declareTable({
  name: 'bets',
  title: { en: 'Bets', zh: '押注' },
  row: { en: 'A bet on the band of the dial after the reveal.', zh: '对揭晓后指针所在段的押注。' },
  fields: {
    session,
    round,
    seat,
    band: whole(
      'The band, from 1 (falling apart) to 5 (good governance near).',
      '所押的段，从 1（分崩离析）到 5（善治在望）。',
      {
        least: 1,
        most: 5,
      },
    ),
  },
  key: ['session', 'round', 'seat'],
  references: [to.round, to.seat],
});

/** What happened to the world. */
export const events = declareTable({
  name: 'events',
  title: { en: 'Events of the world', zh: '世界事件' },
  row: { en: 'One event of a round.', zh: '一轮中的一个事件。' },
  fields: {
    session,
    round,
    event: whole('Its place among the events of the round, from 1.', '在本轮事件中的序号，从 1 开始。', {
      least: 1,
    }),
    id: text('The event of the deck; written: the host wrote it.', '事件标识；written 表示主持人撰写。'),
    from: wordOf(
      ['deck', 'host'],
      'Drawn from the deck, or brought in by the host.',
      '抽取，或由主持人带入。',
    ),
    victim: maybe(text('The state it struck.', '受害国。')),
    blamed: maybe(text('The state that is blamed.', '被指责的国家。')),
    effects: maybe(
      text(
        'Its effects, as JSON with sizes in millionths; empty if the rules fix them.',
        '效果，JSON 格式，大小以百万分之一计；规则已定的为空。',
      ),
    ),
    text: maybe(text('The words of a written event.', '主持人撰写的文字。')),
  },
  key: ['session', 'round', 'event'],
  references: [to.round, toSeat('victim'), toSeat('blamed')],
});

const part = (en: string, zh: string) => decimal(en, zh);
const parts: Readonly<Record<(typeof payoffParts)[number], ReturnType<typeof part>>> = {
  exchange: part('From exchange over the network.', '网络往来的收益。'),
  common: part('From the common good of shared rules.', '共同规则的公共收益。'),
  dividend: part('Dividends of cooperation.', '合作红利。'),
  rent: part('From its own restrictions, walls and forces.', '自身的限制、壁垒与力量带来的收益。'),
  club: part('From its camp.', '阵营带来的收益。'),
  pledge: part('From kept pledges.', '信守政治承诺的收益。'),
  damage: part('Damage by restrictions of others; subtracted.', '他国限制造成的损害；扣除。'),
  loss: part('Losses by incidents; subtracted.', '事件与攻击造成的损失；扣除。'),
  cost: part('The price of its own order; subtracted.', '自身行动的花费；扣除。'),
};

/** What each round brought each state. */
export const scores = declareTable({
  name: 'scores',
  title: { en: 'Scores', zh: '得分' },
  row: { en: 'What one round brought one state, by part.', zh: '一轮给一国带来的得分，分项列出。' },
  fields: {
    session,
    round,
    seat,
    ...parts,
    total: part('The sum: damage, loss and cost are subtracted.', '总和：扣除损害、损失和代价。'),
  },
  key: ['session', 'round', 'seat'],
  references: [to.round, to.seat],
});

/** How far each state came with its objectives. */
export const objectives = declareTable({
  name: 'objectives',
  title: { en: 'Objectives', zh: '目标' },
  row: {
    en: 'One secret objective of a state at the end of the record.',
    zh: '记录结束时一国的一个秘密目标。',
  },
  fields: {
    session,
    seat,
    number: whole('The first or the second objective.', '第一个或第二个目标。', { least: 1, most: 2 }),
    objective: wordOf(objectiveIds, 'The objective.', '目标。'),
    reached: decimal('How far the state came.', '达到的程度。', { least: 0 }),
    goal: decimal('How far it was to come.', '目标值。', { least: 0 }),
    barred: yes('The number is reached, but something else is in the way.', '数值达到，但另有条件不符。'),
    done: yes('Whether it is reached.', '是否达成。'),
  },
  key: ['session', 'seat', 'number'],
  references: [to.seat],
});

import type { PaperMechanism, MechanismPlace } from '../../shared/paper/mechanisms.ts';
import { paperMechanisms } from '../../shared/paper/mechanisms.ts';

const kindWords = {
  action: 'card 行动卡',
  event: 'event 事件',
  bot: 'bot 机器人',
  stage: 'stage 阶段',
  objective: 'secret objective 秘密目标',
  agreement: 'agreement template 协议范本',
  quantity: 'quantity 数量',
  indicator: 'indicator 指标',
  parameter: 'parameter 参数',
  scenario: 'scenario 情景',
} as const;

/** The page of the named mechanisms, written from the list in `shared/scenario`. */
export function mechanismsPage(): string {
  return [
    '# What the paper names, and where it is in the game 论文所列机制与其在游戏中的位置',
    '',
    'Written from `shared/paper/mechanisms.json` (`npx vitest run tests/paper -u`); do not edit. 本页由该文件生成，请勿手改。',
    '',
    'Every place is checked by `tests/paper/mechanisms.test.ts` against the game as it stands. In the fictional scenarios nothing bears a real name; the names here are for facilitators. Every row carries two readings, that of the paper and another: neither is a rule of the game, both are claims to discuss, and every tool is open to every seat. How often each case comes up in simulated sessions of the shipped scenarios is a chapter of [balance.md](balance.md), made by `crossroads simulate cases`; that it is at least one session in fifty is checked by `tests/paper/met.test.ts`.',
    '',
    '各处均由 `tests/paper/mechanisms.test.ts` 对照现有游戏逐一核对。虚构情景不用真实名称，此处名称供主持人参考。每个条目附两种解读：论文的与另一种；二者都不是游戏规则，而是供讨论的主张；每种工具对每个席位开放。各案例在内置情景的模拟对局中出现的频率，见 [balance.md](balance.md) 中由 `crossroads simulate cases` 生成的一章；至少五十局出现一次，由 `tests/paper/met.test.ts` 检查。',
    '',
    '| in the paper 论文所列 | in the game 游戏中 | readings 两种解读 | source, confidence 出处与可信度 |',
    '| --- | --- | --- | --- |',
    ...paperMechanisms.map(rowOf),
    '',
  ].join('\n');
}

function rowOf({ name, section, places, readings, source, confidence, date }: PaperMechanism): string {
  const cells = [
    `**${name.en}**<br>${name.zh} (§${section})${date === undefined ? '' : `, ${date}`}`,
    places.map(placeText).join('<br>'),
    `*Paper 论文:* ${readings.paper.en} ${readings.paper.zh}<br>*Other 另一种:* ${readings.other.en} ${readings.other.zh}`,
    `${source.en}<br>${source.zh}; ${confidence}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function placeText(place: MechanismPlace): string {
  switch (place.kind) {
    case 'scenario':
      return `${kindWords.scenario} \`${place.scenario}\`: ${place.element} ${place.id}`;
    default:
      return `${kindWords[place.kind]} \`${place.id}\``;
  }
}

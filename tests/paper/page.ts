import { fromTo, verdictWords, withInterval } from './figures.ts';
import { type Finding, type Verdict, verdictOf } from './judge.ts';
import type { Bilingual, ByConstruction, Expectation, Kind, Proposition, Trial } from './proposition.ts';
import { propositions } from './propositions.ts';
import type { Results } from './results.ts';

const kindWords: Readonly<Record<Kind, Bilingual>> = {
  direct: { en: 'direct', zh: '直接' },
  indirect: { en: 'indirect', zh: '间接' },
  emergent: { en: 'emergent', zh: '涌现' },
};

const constructionWords: Readonly<Record<ByConstruction, Bilingual>> = {
  yes: { en: 'yes', zh: '是' },
  partly: { en: 'partly', zh: '部分' },
  no: { en: 'no', zh: '否' },
};

/** The page of the paper, written from the findings of the full runs. */
export function pageOf(results: readonly Results[]): string {
  return [
    ...introduction,
    '',
    '## Verdicts 结论',
    '',
    ...results.map(countSentence),
    '',
    ...table(
      ['#', 'in the paper 论文表述', 'statement 命题', ...results.map(({ seats }) => `${seats} seats 席`)],
      propositions.map((proposition) => overviewRow(proposition, results)),
    ),
    '',
    '## Measurements 测量',
    '',
    ...measurementGuide,
    '',
    ...propositions.flatMap((proposition) => [...sectionOf(proposition, results), '']),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

const introduction = [
  '# The paper as forty propositions 论文的四十个命题',
  '',
  'Written by `npm run paper` from `tests/paper`; do not edit. 本页由 `npm run paper` 生成，请勿手改。',
  '',
  'Cai Cuihong and Zhang Linyao (2023) argue in prose; each of their statements is here an experiment on the rules of the game, at the reference pace (16 rounds of one pass) and the shipped resting rivalry. Two arms play with the same dice and differ in one cause. A statement **holds** where the whole 95 % interval lies on its side, it is **not held** where the interval lies on the other side, and **undecided** otherwise, whatever the mean; a difference below .0005 is no effect, however surely it is measured.',
  '',
  '蔡翠红、张璐瑶（2023）以文字立论；此处将其每个命题化为对游戏规则的一项实验，采用参考节奏（16 轮、每轮一步）与随附的竞争静息值。两组对局使用同样的随机数，只相差一个原因。95% 置信区间整体落在命题一侧为**成立**，落在另一侧为**不成立**，其余一律**未定**，不论均值如何；小于 .0005 的差值无论测得多准都不算效应。',
  '',
  'What this shows is that the rules *encode* what the paper says, in the right direction and with a measurable size. It does not show that the world is so. Bots are not people, and the rules were made until these tests passed: the count is a baseline against regressions, not independent evidence. Statements marked *by construction: yes* could not have come out otherwise; there only the size is measured.',
  '',
  '本页表明规则*体现*了论文的主张：方向正确、幅度可测；并不表明现实世界如此。机器人不是人；规则正是调整到这些检验通过为止的，因此通过的数目是防止倒退的基线，而非独立的证据。标为“规则内置：是”的命题不可能有别的结果，所测的只是幅度。',
];

const measurementGuide = [
  'Each row compares two numbers, *low → high*: without the cause and with it, or with less of it and more. *Kind*: **direct** (one rule), **indirect** (several rules), **emergent** (only through states that adapt). An interval of no width means that nothing was drawn: every seed plays the same game. Intervals: paired differences by Student; shares by Agresti and Coull, paired shares by Agresti and Min; groups of games by Welch. *Seeds* are those that counted.',
  '',
  '每行比较两个数值，*low → high*：无该原因与有该原因，或较少与较多。*类别*：**直接**（一条规则）、**间接**（数条规则）、**涌现**（仅经由适应性国家）。区间宽度为零表示没有随机成分：每个种子都是同一局。区间算法：配对差用 Student；比例用 Agresti–Coull，配对比例用 Agresti–Min；两组对局用 Welch。*种子*为计入的数目。',
];

function countSentence({ seats, propositions: found }: Results): string {
  const count = (verdict: Verdict) => found.filter(({ trials }) => verdictOf(trials) === verdict).length;
  const [held, notHeld, undecided] = [count('held'), count('notHeld'), count('undecided')];
  return `- ${seats} seats: ${held} of ${found.length} held, ${undecided} undecided, ${notHeld} not held. ${seats} 席：${found.length} 个命题中 ${held} 个成立，${undecided} 个未定，${notHeld} 个不成立。`;
}

function overviewRow({ number, phrase, section, statement }: Proposition, results: readonly Results[]) {
  const verdicts = results.map((result) => {
    const findings = findingsOf(result, number);
    return findings.length === 0 ? '–' : both(verdictWords[verdictOf(findings)]);
  });
  return [String(number), `${phrase} (§${section})`, `${statement.en}<br>${statement.zh}`, ...verdicts];
}

function sectionOf(proposition: Proposition, results: readonly Results[]): readonly string[] {
  const { number, phrase, section, statement, trials, note } = proposition;
  const heads = results.flatMap(({ seats }) => [
    `${seats} seats 席: low → high`,
    'difference 差值 [95 %]',
    'seeds 种子',
    'verdict 结论',
  ]);
  return [
    `### ${number} · ${phrase} (§${section})`,
    '',
    `${statement.en} ${statement.zh}`,
    '',
    ...table(
      ['', 'measured 测量', 'expected 预期', 'kind 类别', 'by construction 规则内置', ...heads],
      trials.map((trial) => trialRow(number, trial, results)),
    ),
    ...(note === undefined ? [] : ['', `${note.en} ${note.zh}`]),
  ];
}

function trialRow(number: number, trial: Trial, results: readonly Results[]): readonly string[] {
  const { id, what, kind, byConstruction, expects } = trial;
  const cells = results.flatMap((result) => {
    const finding = findingsOf(result, number).find((found) => found.id === id);
    if (finding === undefined) return ['–', '–', '–', '–'];
    return [
      fromTo(finding),
      withInterval(finding),
      String(finding.counted),
      both(verdictWords[finding.verdict]),
    ];
  });
  return [
    id,
    `${what.en}<br>${what.zh}`,
    expectation(expects),
    both(kindWords[kind]),
    both(constructionWords[byConstruction]),
    ...cells,
  ];
}

function findingsOf(results: Results, number: number): readonly Finding[] {
  return results.propositions.find((proposition) => proposition.number === number)?.trials ?? [];
}

function expectation(expects: Expectation): string {
  if (expects.difference === 'stays') return `within 不超过 ± ${expects.within}`;
  return expects.difference === 'rises' ? 'rises 上升' : 'falls 下降';
}

function both({ en, zh }: Bilingual): string {
  return `${en} ${zh}`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)];
}

import type { ExportChoice, SessionTold } from './told.ts';

/** What a reader of the package reads first, in both languages. */
export function readmeText(told: readonly SessionTold[], { names }: ExportChoice): string {
  return [
    'Crossroads: tables of sessions',
    '',
    ...told.map(
      ({ session, state }) => `${session}  ${state.basis.scenario.title.en}, ${state.rounds.length} rounds`,
    ),
    '',
    'Each .csv file is one table. datapackage.json declares every field, key and reference (Frictionless Data Package 1);',
    'DATA_DICTIONARY.md says the same for people. The .jsonl files are the records; "crossroads verify" checks them.',
    names
      ? 'People have pseudonyms (P01, P02, …). Whoever made this package chose to add their typed names. Answers to the rules check\r\nand to the survey, words of leaving and reflections are in no table: people gave them without their name.'
      : 'People have pseudonyms (P01, P02, …) that mean somebody else in each session. Typed names are left out. What people wrote',
    ...(names ? [] : ['in messages may still name somebody; read it before you pass it on.']),
    'Words of private talk are here only if the session promised that they open after the end. Calls for help and reflections that',
    'were not shared are not here. Erased words stay erased.',
    'The tables hold the rounds that stand. What was stepped back over is in the record and, of messages, marked.',
    'One is what screens show as 100 points.',
    '',
    '《Crossroads》对局数据表',
    '',
    ...told.map(
      ({ session, state }) => `${session}  ${state.basis.scenario.title.zh}，${state.rounds.length} 轮`,
    ),
    '',
    '每个 .csv 文件是一张表。datapackage.json 说明每个字段、主键和引用（Frictionless Data Package 1）；',
    'DATA_DICTIONARY.md 是供人阅读的同样内容。.jsonl 文件是对局记录，可用“crossroads verify”检查。',
    names
      ? '参与者以代号（P01、P02……）表示。导出者选择了附上本人填写的名字。规则小测和问卷的回答、离场一词和感想不在任何表中：大家是在不署名的前提下提供的。'
      : '参与者以代号（P01、P02……）表示，不同对局中的同一代号不是同一人。本人填写的名字不在其中；但发言文字中仍可能提到某人，转交前请先阅读。',
    '私下谈话的文字只有在本局约定结束后公开时才有。求助内容和未分享的感想不在其中。已抹除的文字不会恢复。',
    '各表只含有效的轮次；重来之前的内容见记录文件，其中的发言另有标记。',
    '表中的 1 就是屏幕上的 100 点。',
    '',
  ].join('\r\n');
}

/** How to cite the data, in the Citation File Format. */
export function citationText(told: readonly SessionTold[]): string {
  const builds = [...new Set(told.map(({ log }) => log.header.build))].toSorted();
  return [
    'cff-version: 1.2.0',
    'type: dataset',
    'message: If you use these data, please cite them and the program they come from.',
    'title: Sessions of Crossroads',
    'authors:',
    '  - name: The people who held these sessions',
    'keywords: [cyberspace governance, negotiation game, Crossroads]',
    `abstract: ${JSON.stringify(`Records and tables of the sessions ${told.map(({ session }) => session).join(', ')}.`)}`,
    'references:',
    '  - type: software',
    '    title: Crossroads',
    '    authors:',
    '      - name: The authors of Crossroads',
    `    version: ${JSON.stringify(builds.join(', '))}`,
    '    license: MIT',
    '',
  ].join('\n');
}

import writeXlsxFile, { type Sheet, type SheetData } from 'write-excel-file/universal';
import { familyOf } from '../model/actions.ts';
import { MICRO } from '../model/micro.ts';
import type { ParsedLog } from '../log/parse.ts';
import { deedsOf } from '../session/vocabulary/agreements.ts';
import { objectivesOf } from '../session/topics/objectives.ts';
import { participationIn } from './participation.ts';
import { orderRows } from './rows/deeds.ts';
import { roundRows, stateRows } from './rows/world.ts';
import type { ExportChoice, SessionTold } from './told.ts';
import { tellAll } from './zipPackage.ts';

/** A heading in both languages and how many characters wide its column is. */
type Heading = readonly [en: string, zh: string, width: number];
type CellValue = string | number | boolean | null;

/**
 * Records as a workbook for a teacher (.xlsx): what people took part in, results by state, the world by round. Numbers are in points,
 * as on screen. Texts are cells of text, so no formula runs. Rejects if a record cannot be folded.
 */
export async function workbook(logs: readonly ParsedLog[], choice: ExportChoice): Promise<Blob> {
  const told = tellAll(logs, choice);
  return writeXlsxFile([
    sheetOf(
      'Participation 参与情况',
      participationHead(choice),
      told.flatMap((one) => participation(one, choice)),
    ),
    sheetOf('States 各国结果', stateHead, told.flatMap(stateResults)),
    sheetOf('Rounds 各轮', roundHead, told.flatMap(roundResults)),
  ]).toBlob();
}

function sheetOf(
  sheet: string,
  head: readonly Heading[],
  rows: readonly (readonly CellValue[])[],
): Sheet<Blob> {
  const headings = head.map(([en, zh]) => ({
    value: `${en}\n${zh}`,
    type: String,
    fontWeight: 'bold' as const,
    wrap: true,
    alignVertical: 'top' as const,
    backgroundColor: '#e8edf3',
  }));
  const data: SheetData = [headings, ...rows.map((row) => row.map(cellOf))];
  return { sheet, data, columns: head.map(([, , width]) => ({ width })), stickyRowsCount: 1 };
}

function cellOf(value: CellValue): SheetData[number][number] {
  if (value === null) return null;
  if (typeof value === 'string') return { value, type: String };
  if (typeof value === 'number')
    return { value, type: Number, format: Number.isInteger(value) ? '0' : '0.0' };
  return { value: value ? 'yes · 是' : 'no · 否', type: String };
}

function participationHead({ names }: ExportChoice): readonly Heading[] {
  return [
    ['Session', '对局', 16],
    ['Person', '参与者', 10],
    ...(names ? [['Name', '名字', 22] as const] : []),
    ['State', '国家', 18],
    ['State (Chinese)', '国家（中文）', 16],
    ['Role', '职责', 12],
    ['Orders sealed', '封存的行动', 12],
    ['Messages', '发言', 12],
    ['Offers made', '提出的提议', 12],
    ['Signatures', '签署', 12],
    ['Rounds in which the state kept its word', '该国守约的轮数', 18],
    ['Rounds in which it broke its word', '该国违约的轮数', 18],
    ...(names ? [] : unnamedHead),
  ];
}

/** What people gave without their name; not there beside names. */
const unnamedHead: readonly Heading[] = [
  ['Rules check: right', '规则小测：答对', 14],
  ['Rules check: answered', '规则小测：作答', 14],
  ['Gave a word at the end', '写下离场一词', 14],
  ['Shared a reflection', '分享了感想', 14],
];

function participation(told: SessionTold, { names }: ExportChoice): readonly (readonly CellValue[])[] {
  return participationIn(told, orderRows(told)).map(({ who, ...did }) => [
    told.session,
    who.person,
    ...(names ? [who.name] : []),
    ...nameOf(told, who.seat),
    who.role,
    did.orders,
    did.messages,
    did.offers,
    did.signatures,
    did.kept,
    did.broken,
    ...(did.unnamed === null
      ? []
      : [did.unnamed.quizRight, did.unnamed.quizAsked, did.unnamed.hasWord, did.unnamed.hasShared]),
  ]);
}

function nameOf({ state }: SessionTold, seat: string | null): readonly [string | null, string | null] {
  const index = state.seats.findIndex(({ id }) => id === seat);
  const name = state.basis.scenario.seats[index]?.name;
  return [name?.en ?? null, name?.zh ?? null];
}

const stateHead: readonly Heading[] = [
  ['Session', '对局', 16],
  ['State', '国家', 18],
  ['State (Chinese)', '国家（中文）', 16],
  ['Final score', '最终得分', 12],
  ['Cooperated (rounds)', '合作（轮）', 14],
  ['Blocs (rounds)', '圈子（轮）', 14],
  ['Securitized (rounds)', '安全化（轮）', 14],
  ['Held (rounds)', '按兵不动（轮）', 14],
  ['Kept its word (rounds)', '守约（轮）', 14],
  ['Broke its word (rounds)', '违约（轮）', 14],
  ['Trust of others at the opening', '开局时他国的信任', 16],
  ['Trust of others at the end', '结束时他国的信任', 16],
  ['First objective reached', '达成第一个目标', 14],
  ['Second objective reached', '达成第二个目标', 14],
];

function stateResults(told: SessionTold): readonly (readonly CellValue[])[] {
  const { state, session, worlds } = told;
  const orders = orderRows(told);
  const states = stateRows(told);
  const finals = state.phase.name === 'ended' ? state.phase.finalScores : [];
  const trustAt = (seat: string, round: number): number =>
    points(states.find((row) => row.seat === seat && row.round === round)?.trust_received ?? 0);
  return state.seats.map(({ id }, index) => {
    const own = orders.filter(({ seat }) => seat === id);
    const count = (family: (typeof familyOf)[keyof typeof familyOf]): number =>
      own.filter((order) => order.family === family).length;
    const { kept, broken } = deedsOf(state.agreements, id);
    const [first, second] = objectivesOf(state, index);
    const score = finals[index];
    return [
      session,
      ...nameOf(told, id),
      score === undefined ? null : points(score),
      count('cooperate'),
      count('blocs'),
      count('securitize'),
      count('none'),
      kept,
      broken,
      trustAt(id, 0),
      trustAt(id, worlds.length - 1),
      first.done,
      second.done,
    ];
  });
}

const roundHead: readonly Heading[] = [
  ['Session', '对局', 16],
  ['Round (0 is the opening)', '轮次（0 为开局）', 14],
  ['Stage', '阶段', 14],
  ['Dial', '指针', 10],
  ['Connectivity', '总体联通', 14],
  ['Trust', '信任', 10],
  ['Threat felt', '威胁感', 12],
  ['Formation of blocs', '阵营化', 14],
  ['Securitization', '安全化', 14],
  ['Fragmentation', '碎片化', 14],
  ['Common rules', '共同规则', 14],
  ['Institutions', '制度', 12],
  ['Opacity', '技术不透明度', 14],
  ['Competition of great powers', '大国竞争', 16],
  ['Messages', '发言', 12],
];

function roundResults(told: SessionTold): readonly (readonly CellValue[])[] {
  return roundRows(told).map((row) => [
    row.session,
    row.round,
    row.stage,
    points(row.direction),
    points(row.connectivity),
    points(row.trust),
    points(row.threat),
    points(row.bloc_formation),
    points(row.securitization),
    points(row.fragmentation),
    points(row.common_rules),
    points(row.institutions),
    points(row.opacity),
    points(row.competition),
    row.messages,
  ]);
}

/** Millionths as points with one decimal, as screens show them. */
function points(micro: number): number {
  return Math.round((micro * 1000) / MICRO) / 10;
}

import type { en } from '../en.ts';

/** 同方向的力增强、反方向的力减弱；空的一项不写。 */
function pulled(
  way: 'up' | 'down',
  { together, apart }: Readonly<Record<'together' | 'apart', string>>,
): string {
  const [own, other] = way === 'up' ? [together, apart] : [apart, together];
  const [ownName, otherName] = way === 'up' ? ['向上的力', '向下的力'] : ['向下的力', '向上的力'];
  const more = own === '' ? [] : [`${ownName}增强（${own}）`];
  const less = other === '' ? [] : [`${otherName}减弱（${other}）`];
  return [...more, ...less].join('，');
}

const atRound = (round: number): string => (round === 0 ? '开局' : `第 ${round} 轮之后`);

/** 困境的四个标志、进程图、两种力。 */
export const course: (typeof en)['course'] = {
  lamps: {
    title: '困境的四个标志',
    summary: (lit) => (lit === 0 ? '没有困境的标志' : `困境的四个标志已亮 ${lit} 个`),
    names: { division: '完全分化', camps: '彼此对立', trust: '信任破裂', risk: '安全风险急剧上升' },
    short: { division: '分化', camps: '对立', trust: '信任', risk: '风险' },
    states: { off: '未亮', near: '接近', lit: '已亮' },
    upTo: (from) => `（${from} 起亮）`,
    downTo: (from) => `（${from} 及以下亮）`,
    or: '或',
    opening: '开局',
    never: '至今未亮',
    litAfter: (rounds) => `亮起的轮次：${rounds}`,
    rule: (need, dial) => `亮起 ${need} 个，且指针不高于 ${dial}，即陷入困境。`,
  },
  picture: {
    title: '进程',
    open: '进程 (C)',
    close: '地图 (C)',
    tab: { map: '地图', course: '进程' },
    emergence: '风险出现',
    selection: '方向选择阶段',
    governance: '善治',
    predicament: '系统性困境',
    round: '轮次',
    start: '开局',
    asTable: '以表格显示进程',
    caption: '每轮之后的指针与两种力',
    bar: (points) => `${points} 点`,
    reading: (upper, lower) => [
      `左边的数字是指针的刻度。通道的两条边就是界限：${upper} 以上善治在望，${lower} 以下即是困境。`,
      '竖直的虚线标出：从哪一轮之后起可以选择方向。',
      '每轮向上的实线箭头与向心力等长，向下的虚线箭头与离心力等长，图下的线段是它们的尺度；圆环标出转折。',
    ],
    inShort: (upper, lower) =>
      `通道以上（${upper}）善治在望，以下（${lower}）即是困境。实线箭头向上：向心力；虚线箭头向下：离心力。`,
    begins: (dial) => `尚未开始第一轮，指针在 ${dial}。`,
    stood: (dial, band) => `指针在 ${dial}：${band}。`,
    straight: (from) => `从 ${from} 出发，至今没有朝一个方向移动过三点。`,
    rose: (before, from, after, to) => `从${atRound(from)}的 ${before} 升到${atRound(to)}的 ${after}`,
    fell: (before, from, after, to) => `从${atRound(from)}的 ${before} 降到${atRound(to)}的 ${after}`,
    turnedUp: (from, after, to) => `第 ${from} 轮之后转而上升，${atRound(to)}到 ${after}`,
    turnedDown: (from, after, to) => `第 ${from} 轮之后转而下降，${atRound(to)}到 ${after}`,
    because: (told, way, causes) => {
      const why = pulled(way, causes);
      return why === '' ? `${told}。` : `${told}：${why}。`;
    },
    turn: '转折',
    moved: (name, by) => `${name} ${by}`,
  },
  forces: {
    title: '两种力',
    centripetal: '向心力',
    centrifugal: '离心力',
    aspects: { mechanism: '机制', goals: '目标', paths: '路径' },
    sum: '力的大小',
    note: '每种力是三个部分的平均，指针是两者之差。',
  },
  window: {
    start: '当时的未来还有多开放？',
    again: '重新估计',
    shares: (well, badly, undecided) =>
      `续玩 100 次，其中 ${well} 次走向善治，${badly} 次陷入困境，${undecided} 次未见分晓`,
    atStart: (shares) => `开局时的窗口：${shares}。`,
    after: (round, shares) => `第 ${round} 轮之后的窗口：${shares}。`,
    well: '走向善治',
    badly: '陷入困境',
    moved: (round, end, from, to) => `第 ${round} 轮的变化最大：100 次中${end}的从 ${from} 次变为 ${to} 次。`,
    edges: '通道里的窗口：上沿的色块是走向善治的比例，下沿的斜线是陷入困境的比例，两者之间仍然敞开。',
    how: (runs) =>
      `这是估计：从每一轮起，由机器人重新抽取随机结果，续玩 ${runs} 次。原来的机器人照旧；人所代表的国家，由最能解释其行动卡的机器人续玩。这不说明人本来能做到什么。`,
    reading: '正在读取记录……',
    progress: (done, of) => `每轮之后已续玩 ${done} / ${of} 次`,
    done: (of) => `每轮之后续玩 ${of} 次`,
    failed: '无法显示窗口',
    failedBecause: '这里读不到记录，或这台设备算不出来。',
    columns: { well: '走向善治', badly: '陷入困境' },
    percent: (share) => `${share}%`,
  },
  kinds: {
    blocs: '阵营化：功能性与目的性',
    functional: '功能性：加入功能圈的国家',
    purposive: '目的性：加入阵营的国家',
    security: '安全化：适度与泛安全化',
    moderate: '适度：本轮的举措',
    pan: '泛安全化：本轮的举措',
    total: (count) => `累计 ${count}`,
    line: '“适度防护”属于适度的安全化，对此前限制的对等回应也是；其他举措越过界线，即泛安全化。',
    card: {
      harden: '属于适度的安全化。',
      restrict: '若对每个目标都是对等回应，属于适度；否则越过界线，即泛安全化。',
      localize: '越过界线，即泛安全化。',
      'build-force': '越过界线，即泛安全化。',
    },
    mark: { moderate: '适度', pan: '泛安全化' },
    marked: (mark, count) => `${mark}：${count}`,
    usedBy: (states) => `使用者：${states}`,
    noMeasures: '没有国家',
    fragments: '碎片化：三条路径与三种表现',
    paths: '各条路径的封闭程度',
    technical: '技术的碎片化',
    political: '政治的碎片化',
    commercial: '商业的碎片化',
    symptoms: '机制的三种表现',
    parallelTreaties: '平行条约',
    selectiveParticipation: '分别参与',
    lowParticipation: '低度参与',
    rulebooks: '并列的规则',
    noRulebooks: '没有圈子有自己的规则。',
    coordinated: '已与对方对接',
    wait: '正在计算……',
  },
  factors: {
    title: '因素与策略',
    columns: { technical: '技术类因素', institutional: '机制类因素', competitive: '竞争类因素' },
    advice: {
      technical: '利用技术类因素',
      institutional: '改造机制类因素',
      competitive: '管控竞争类因素',
    },
    barrier: '标准壁垒',
    gap: '能力差距',
    eased: '使之改善的行动',
    worsened: '使之恶化的行动',
    nobody: '无',
    order: (state, card) => `${state}（${card}）`,
    share: (share) => `至今 ${share}% 的行动使之改善`,
    joint: '论文的综合策略：利用技术类因素、改造机制类因素、管控竞争类因素，三者并举。',
    together: '并举的效果',
    acted: ['未触及', '触及一类因素', '触及两类因素', '三类因素并举'],
    rounds: '轮数',
    dial: '每轮指针',
    note: '账本上至少有一个行动使某类因素改善，该轮就计入这一类。指针变化也有其他原因。',
  },
  badges: {
    title: '各国承担的角色',
    names: { bridge: '桥梁', ruleMaker: '规则制定者', solutionProvider: '解决方案提供者' },
    deeds: {
      bridge: '在他国之间搭桥',
      ruleMaker: '推动共同规则成长',
      solutionProvider: '帮助能力建设或开放标准',
    },
    rounds: (rounds) => `第 ${rounds} 轮`,
    none: '没有国家承担这三种角色。',
    note: '同一枚徽章可以由几个国家同时获得；徽章不是排名，也不计分。评定依据账本：桥梁与解决方案提供者须在两轮中有这样的行动，规则制定者须在半数轮次中有这样的行动。',
  },
};

import type { en } from '../en.ts';

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
    open: '进程（C）',
    close: '地图（C）',
    tab: { map: '地图', course: '进程' },
    emergence: '风险出现',
    selection: '方向选择阶段',
    governance: '善治',
    predicament: '系统性困境',
    round: '轮次',
    start: '开局',
    asTable: '以表格显示进程',
    caption: '每轮之后的指针与两种力',
    arrows: '每轮向上的箭头与向心力等长，向下的箭头与离心力等长。',
    begins: (dial) => `尚未开始第一轮，指针在 ${dial}。`,
    stood: (dial, band) => `指针在 ${dial}：${band}。`,
    straight: (from) => `从 ${from} 出发，至今没有转向。`,
    turnedUp: (round, from) =>
      round === 0 ? `自开局起上升，起点 ${from}。` : `第 ${round} 轮之后转而上升，起点 ${from}。`,
    turnedDown: (round, from) =>
      round === 0 ? `自开局起下降，起点 ${from}。` : `第 ${round} 轮之后转而下降，起点 ${from}。`,
    because: (causes) => `此后：${causes}。`,
    moved: (name, by) => `${name} ${by}`,
  },
  forces: {
    title: '两种力',
    centripetal: '向心力',
    centrifugal: '离心力',
    aspects: { mechanism: '机制', goals: '目标', paths: '路径' },
    sum: '合力',
    note: '每种力是三个部分的平均，指针是两者之差。',
  },
};

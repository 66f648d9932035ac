import type { opening as english } from '../en/opening.ts';

export const opening: typeof english = {
  presets: {
    title: (count) => (count === 0 ? '预设：还没有' : `${count} 个预设`),
    name: '把这些选择存为……',
    keep: '保存',
    kept: (name) => `已存为“${name}”。`,
    taken: (name) => `已采用“${name}”的选择。`,
    delete: '删除',
    sure: '确定删除',
    deleteOf: (name) => `删除预设“${name}”`,
    reallyDelete: (name) => `确定删除预设“${name}”`,
  },
  pace: {
    title: '轮数，以及各阶段的秒数',
    rounds: '轮数',
    seconds: (phase) => `${phase}（秒）`,
    bounds: (least, most) => `${least} 至 ${most}`,
    minutes: (minutes) => `连同入场和复盘约 ${minutes} 分钟。`,
    noPar: (rounds) => `这个方案的通常得分是按 ${rounds} 轮测得的，因此结尾只显示得分，不作比较。`,
    asPlanned: '恢复默认',
  },
  languages: {
    title: '语言',
    options: { both: '两种都有', en: '只用英文', zh: '只用中文' },
    note: '代表和投影用这些语言。只有一种时不显示切换；主持台仍用你自己的语言。',
  },
  more: {
    title: '更多选择',
    wayBack: '网络分裂之后',
    scarred: '可以走出，但很难',
    absorbing: '无法走出',
    scarredNote: '困境可以慢慢走出来，但会留下伤痕。',
    absorbingNote: '与论文一致：困境的四个迹象一旦齐备，就不再改变。',
    talk: '开始时的谈话',
    cover: '有人离线多久后由机器人代打',
    seconds: (seconds) => (seconds < 60 ? `${seconds} 秒` : `${seconds / 60} 分钟`),
    standIns: '代打的机器人也可以签署、提议和发言',
    standInsNote: '不选时，它只替在座的人提交行动，不以他们的名义作任何承诺。',
    privateTalk: '结束后公开私下谈话',
    privateTalkNote: '在场的人之后都能在回放里读到。加入页面会事先说明。',
  },
};

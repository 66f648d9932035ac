import type { ObjectiveWords } from '../en/objectives.ts';

/** 秘密目标：进行中的清单，以及最后揭晓的内容。 */
export const objectives: ObjectiveWords = {
  readings: {
    'rule-maker': (reached, goal) => `已履行 ${reached} 次，共需 ${goal} 次`,
    reconciler: (reached, goal) => `互信已提高 ${reached}，需 ${goal}`,
    'non-aligned': (reached, goal) => `信任 ${reached}，需 ${goal}`,
    'camp-leader': (reached, goal) => `占权重 ${reached}%，需 ${goal}%`,
    shield: (reached, goal) => `防护 ${reached}，需 ${goal}`,
    'gap-closer': (reached, goal) => `数字化发展提高 ${reached}，目标 ${goal}`,
  },
  about: {
    'rule-maker': () => '',
    reconciler: (states) => `最接近的是：${states}。`,
    'non-aligned': (states) => `领头国：${states}；以信任较低的一方为准。`,
    'camp-leader': (states) => `同在阵营：${states}。`,
    shield: () => '',
    'gap-closer': (states) => `进展最大的是：${states}。`,
  },
  reached: '已达成',
  open: '尚未达成',
  missed: '未达成',
  missing: (points) => `还差 ${points}`,
  barred: {
    'non-aligned': '身在阵营之中时不算。',
    'camp-leader': '阵营至少要有两个成员。',
  },
  now: '以本局结束时为准。',
  change: (points) => `本轮 ${points}`,
  afterRound: '这一轮之后你的目标',
  spokenReached: (name) => `目标达成：${name}。`,
  spokenLost: (name) => `目标不再达成：${name}。`,
  reveal: {
    title: '秘密目标',
    note: '这是第三种读法，不加进另外两种。',
    everybody: '各国的目标',
    state: '国家',
    both: '目标',
  },
};

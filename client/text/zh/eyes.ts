import type { eyes as english } from '../en/eyes.ts';

export const eyes: typeof english = {
  label: '局势',
  tabs: '查看',
  tab: {
    map: '世界',
    now: '行动',
    talk: '交流',
    agreements: '协议',
    brief: '得分与目标',
    why: '为什么',
  },
  round: (round) => `第 ${round} 轮`,
  fromTo: (from, to) => `${from} → ${to}`,
  nothingPlayed: '还没有揭晓过。已封存的行动，主持人也看不到。',
  search: '搜索',
  jump: '跳到某一轮',
  found: (count) => `${count} 条`,
  publicOnly: '只有公开交流。进行中，私下谈话不显示。',
  allTalk: '公开交流和私下谈话。所有人都已知道你可以阅读。',
  private: (states) => `私下：${states}`,
  publicAgreements: '公开的协议和提议。进行中，秘密协议不显示。',
  allAgreements: '全部协议和提议。所有人都已知道你可以阅读秘密协议。',
  secret: '只有你能看到。请不要把这一页投影出来。',
  points: '目前得分',
};

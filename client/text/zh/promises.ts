import type { PromiseWords } from '../en/promises.ts';

/** 揭晓时的协议：谁守约，谁违约，代价几何。 */
export const promises: PromiseWords = {
  title: '守约与违约',
  broke: (who, partners) => `${who}违背了与${partners}的协议`,
  kept: (parties) => `${parties}遵守了协议`,
  secret: '秘密',
  by: (who, order) => `${who}的行动：${order}`,
  cost: (observer, who) => `${observer}对${who}的信任`,
  costNote: '仅计违约一项',
  world: '指针',
  worldNote: '与守约相比',
  reckoning: '正在计算',
  unknown: '暂不可知',
};

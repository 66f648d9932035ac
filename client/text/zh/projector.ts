import type { ProjectorWords } from '../en/projector.ts';

/** 投影屏：全班隔十米也要看清的文字。 */
export const projector: ProjectorWords = {
  open: '打开投影屏',
  opening: '正在查找对局……',
  joinTitle: '用手机加入',
  typeThis: '输入这个地址，或扫码',
  code: '再输入代码',
  qr: (url) => `打开 ${url} 的二维码`,
  here: (people) => `已到 ${people} 人`,
  taken: (taken, all) => `已入座 ${taken} / ${all} 个国家`,
  joinAt: (where) => `加入：${where}`,
  sealedOf: (sealed, all) => `已封存 ${sealed} / ${all}`,
  waitingFor: (names) => `还在等${names}`,
  waitingMore: (names, more) => `还在等${names}，另有 ${more} 个国家`,
  everybody: '所有国家都已封存',
  choosing: '各国正在秘密选择',
  lastRound: (round) => `三句话看第 ${round} 轮`,
  frozen: '画面已定格',
  freeze: '定格 (F)',
  goOn: '取消定格 (F)',
  blank: '黑屏 (B)',
  show: '按 B 恢复画面',
  full: '全屏',
  controls: '投影控制',
};

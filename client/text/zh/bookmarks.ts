import type { bookmarks as english } from '../en/bookmarks.ts';

export const bookmarks: typeof english = {
  set: '给此刻加书签',
  key: 'B 键',
  done: (round, phase) => `已加书签：第 ${round} 轮，${phase}`,
  note: '想写就写一句',
  noteHint: '只有你看得到，直到你在复盘中展示这个书签。',
  save: '保存这句话',
  noNote: '没有说明',
  skip: '不写说明',
  title: (count) => `书签（${count}）`,
  none: '还没有。标下一个时刻，复盘和回放中都能找到它。',
  keyMarks: '按 B 键加书签',
  place: (round, phase) => `第 ${round} 轮，${phase}`,
  edit: '修改说明',
  remove: '删除',
  of: (act, place) => `${act}：${place}`,
  show: '给所有人看',
  offer: '对局中你加的书签。勾选的书签连同说明，会和三个时刻一起给所有人看。',
  marked: '主持人标记',
};

import type { shareLinks as english } from '../en/shareLinks.ts';

export const shareLinks: typeof english = {
  fold: '用链接分享……',
  note: '有链接的人看到的回放，与当时在座所有人能看到的一样：公开发言、行动、协议；私下谈话只有本局约定公开时才有。他们什么也改不了。链接一直有效，直到你撤回。',
  names: '包含各人填写的名字',
  namesNote: '只给可以知道谁参加过的人。',
  make: '生成链接',
  made: '请现在就取走链接：之后不再显示。',
  fresh: '新链接',
  copy: '复制新链接',
  copied: '已复制',
  list: '有效的链接',
  none: '还没有链接。',
  one: (when) => `${when} 生成`,
  withNames: '含名字',
  withoutNames: '不含名字',
  withdraw: '撤回',
  withdrawOf: (when, names) => `撤回 ${when} 生成的链接（${names}）`,
  withdrawn: '链接已撤回。',
  opened: '你通过链接打开了这份回放，看到的是当时在座所有人都能看到的内容。',
};

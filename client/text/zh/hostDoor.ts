import type { hostDoor as english } from '../en/hostDoor.ts';

export const hostDoor: typeof english = {
  login: {
    title: '以主持人身份进入',
    field: '密码',
    enter: '进入',
    forgotten: '忘了？在运行服务器的电脑上输入“crossroads password --reset”，就会得到新的设置地址。',
  },
  set: {
    title: '设一个密码',
    note: '有了密码，你可以从任何设备回来。设好之后，启动时显示的设置地址就失效。',
    change: '更改密码',
    changeNote: '其他以主持人身份进入的浏览器都要重新输入新密码。',
    current: '当前密码',
    first: '新密码，至少 8 个字符',
    second: '再输一次',
    save: '设定密码',
    later: '以后再说',
    cancel: '取消',
    saved: '密码已设定。',
    short: '至少要 8 个字符。',
    differ: '两次输入不一致。',
  },
  none: '还没有密码：谁拿到启动时显示的地址，谁就是主持人。',
  choose: '设一个密码',
  change: '更改密码',
};

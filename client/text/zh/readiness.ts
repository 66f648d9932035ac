import type { readiness as english } from '../en/readiness.ts';

export const readiness: typeof english = {
  link: '一切就绪了吗？',
  title: '一切就绪了吗？',
  back: '回到对局列表',
  again: '再检查一次',
  looking: '正在检查……',
  marks: { good: '正常', mind: '请留意', bad: '不可用' },
  storage: {
    good: '服务器能保存：刚才试写的一条已保存。',
    bad: '服务器无法保存。请检查磁盘和数据目录的权限。',
  },
  disk: {
    good: (free) => `磁盘还有 ${free} 可用。一局只占几 MB。`,
    mind: (free) => `磁盘只剩 ${free}。上课前请腾出空间。`,
    unknown: '系统没有说明磁盘还有多少空间。',
  },
  address: {
    good: (url) => `学生输入 ${url}`,
    others: (urls) => `如果打不开，可以试 ${urls}。`,
    choose: '手机打不开这个地址？',
    chooseNote: '这台电脑有多个地址。选定之后，投影、二维码和链接立即改用它。',
    onlyOne: '服务器只知道这一个地址。如果你知道这台电脑的其他地址，请输入：投影、二维码和链接立即改用它。',
    other: '其他地址，例如 10.0.0.5',
    use: '使用',
    automatic: '由服务器选择',
    shown: (url) => `现在各处显示：${url}`,
    unusable: '这不是有效的地址，或者没能保存。一切照旧。',
    bad: '其他设备连不到这台服务器。请把这台电脑接入教室网络，启动时不要加 --host 127.0.0.1。',
  },
  socket: {
    good: '本页已建立实时连接。',
    bad: '本页无法建立实时连接，可能被代理或防火墙拦住。',
  },
  phone: {
    ask: '用手机试一试：扫码，或输入地址。',
    none: '还没有手机试过。',
    good: (count) => `已有 ${count} 台设备连上：学生能进来。`,
    qr: (url) => `打开 ${url} 的二维码`,
  },
  clock: {
    good: (seconds) => `这台设备与服务器的时间一致，相差不到 ${seconds} 秒。`,
    mind: (seconds) => `两边的时钟相差 ${seconds} 秒。倒计时会自动校正；记录里的时间以服务器为准。`,
  },
  password: {
    good: '已经设了密码。',
    mind: '还没有密码：谁拿到启动时显示的地址，谁就是主持人。',
  },
  version: (version) => `《十字路口》${version}`,
  trial: {
    trying: '正在试连服务器……',
    good: '可以用',
    goodNote: '这台设备能打开网页，也能建立实时连接。主持人那边也看到了。',
    bad: '实时连接没有建立',
    badNote: '网页打开了，实时连接却没有。换个网络或浏览器也许可以；请告诉主持人。',
  },
};

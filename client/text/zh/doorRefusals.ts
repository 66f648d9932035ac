import type { doorRefusals as english } from '../en/doorRefusals.ts';

/** What the pages before a session say when the server says no. */
export const doorRefusals: typeof english = {
  notDone: '没有成功',
  api: {
    unknownCode: '没有使用这个代码的对局。可能输错了，或者该局已被移除。',
    notHost: '这台设备不是主持人的。请打开服务器启动时显示的主持人地址。',
    wrongSecret: '这个主持人地址已经失效。请使用服务器最近一次启动时显示的地址。',
    wrongPassword: '密码不对。请再试一次，或在运行服务器的电脑上重设。',
    tooManyPresets: '已有 24 个预设，放不下了。请先删一个。',
    malformed: '服务器无法读取这个请求。请重新载入页面再试。',
    tooMany: '这个地址尝试太多次。请等一分钟再试。',
    unknownScenario: '服务器上没有这个情景。',
    unknownPlan: '这个情景没有这种时长的方案。',
    badPace: '有的轮数或秒数太小或太大；允许的范围写在各个输入框下面。',
    seatTaken: '刚刚有人坐了这个席位，请换一个。',
    seatFull: '这个国家刚刚坐满，请换一个。',
    unknownSeat: '这张桌上没有这个国家。',
    entryClosed: '现在不接受新的人加入。已有席位的人可以用席位恢复码回来。',
    wrongRejoin: '本局没有人使用这个席位恢复码。它由八个字母和数字组成，显示在“简报”里。',
    deviceFull: '这个浏览器在本局已有好几个席位，不能再多。请回到其中一个。',
    networkFull: '从这个网络加入的人数已达主持人的预计。请主持人在“加入方式”里调高预计人数。',
    tableFull: '每个国家都坐满了。',
    sessionEnded: '本局已经结束。',
    sessionCancelled: '主持人在开始之前取消了本局。',
    sessionDamaged: '本局的记录已损坏，无法继续。主持人可以在对局列表里看到该怎么处理。',
    practiceFull: '现在练习的人很多，请过几分钟再试。',
    otherHost:
      '这台服务器不使用这个名称。请用它的 IP 地址打开；服务器管理员也可以把 PUBLIC_URL 设为这个名称。',
    otherPage:
      '本页的地址与服务器所认的地址不同。如果中间有代理，请服务器管理员把 PUBLIC_URL 设为浏览器里的地址。',
    notAllowed: '本局结束后，只有参加过的人才能打开。',
    notStored:
      '服务器没能保存，什么都没有改变。此前已经生效的都还有效。请不要关闭服务器，先看看磁盘是否已满、数据目录是否被移动，然后再试。',
    badToken: '你在本局已没有席位。请用代码重新加入。',
    badRecord: '无法导入这个文件：它已损坏、不完整，或不是《十字路口》的记录。',
    recordUnfinished: '这份记录是在对局进行中保存的。只能导入已经结束的对局。',
    tooManyPacks: '已有 60 个自己的情景，放不下了。请先移除一个。',
    packInSession: '用这个情景开设的对局还没有结束。请先结束或取消该局，再移除情景。',
    packInPreset: '有预设用到这个情景。请先删除该预设，再移除情景。',
    badSeats: '这个情景不能用这个国家数量来玩。',
    linkWithdrawn: '这个链接打不开：它不完整，或者主持人已撤回。',
    tooManyLinks: '这份记录已有 20 个链接，请先撤回一个。',
    recordKnown: '这一局已经在本服务器上。',
    offline: '连不上服务器。没有任何内容丢失，请检查网络后再试。',
  },
};

import type { folder as english } from '../en/folder.ts';

export const folder: typeof english = {
  needsServer: '这项功能需要服务器',
  needsServerText:
    '这里的《十字路口》只是一个文件夹。你可以独自练习、打开回放、推演“如果”、比较多局、阅读规则、打印手册。',
  howTo: '要主持或加入一局，需要有人在教室或学校的一台电脑上运行本程序，其他人再打开它显示的地址。',
  ownNote: '自己的情景文件（.json）会先检查，然后留在这个浏览器里。',
  prepare: '备课',
  kitOf: (scenario) => `主持人手册：${scenario}`,
  goneNote: '它可能在另一台设备或浏览器里，或者数据已被清除。这里保留最近十二局。',
};

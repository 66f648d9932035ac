import type { PictureWords } from '../en/pictures.ts';

/** 供幻灯片使用的图片。 */
export const pictures: PictureWords = {
  fold: '保存图片，供幻灯片使用……',
  ground: '背景',
  light: '浅色',
  dark: '深色',
  kinds: { map: '地图', dial: '指针', course: '进程' },
  note: '1920 × 1080 的 PNG 图片，含标题、轮次和来源，内容为当前显示的时刻。秘密协议不在图上。',
  making: '正在绘制图片……',
  made: (file) => `已生成：${file}，由浏览器保存。`,
  failed: '无法在这台设备上绘制图片。',
  opening: '开局',
  line: (when, state, value) => `${when} · ${state}（${value}）`,
  source: (scenario) => `来源：《十字路口》对局“${scenario}”。模型依据蔡翠红、张璐瑶（2023）。`,
};

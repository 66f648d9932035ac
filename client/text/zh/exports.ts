import type { ExportWords } from '../en/exports.ts';

/** 由记录生成的文件。 */
export const exports: ExportWords = {
  fold: '保存为文件：数据表、工作簿、记录……',
  sheets: '可打印的单页',
  people: '文件中的参与者',
  pseudonyms: '用代号',
  names: '用本人填写的名字',
  pseudonymsNote: '参与者显示为 P01、P02……，不含本人填写的名字。但发言文字中仍可能提到某人，转交前请先阅读。',
  namesNote:
    '文件中含有本人填写的名字。只交给可以知道参与者是谁的人。规则小测和问卷的回答、离场一词和感想不在其中：大家是在不署名的前提下提供的。',
  kinds: {
    zip: '数据表 (zip)',
    xlsx: '工作簿 (xlsx)',
    log: '记录 (jsonl)',
    codebook: '保存对照表',
  },
  note: '数据表供分析使用，每张表一个 CSV 文件，附字段说明。工作簿列出各人的参与情况、各国结果和各轮数据。记录可以再次回放。私下谈话的文字只有在本局约定结束后公开时才包含。文件在这台设备上生成，不会发往任何地方。',
  codebook: '对照表：每个代号是谁……',
  codebookNote: '一个列出每个代号及本人填写名字的文件。请与其他文件分开保管，不要转交。',
  making: '正在生成文件……',
  made: (file, size) => `已生成：${file}（${size}），由浏览器保存。`,
  kilobytes: (count) => `${count} kB`,
  megabytes: (count) => `${count} MB`,
  faulty: (place) => `记录无法读取，出错的位置：${place}。没有生成文件。`,
  failed: '无法在这台设备上生成文件。请重新加载页面再试。',
  unread: (code, why) => `${code}：${why}没有生成文件。`,
  tick: (name) => `选中以保存为文件：${name}`,
  ticked: (count) => `保存为文件：已选 ${count} 个对局`,
  tickHint: '选中对局，可保存为数据表、工作簿或记录。',
  untick: '全部取消选中',
};

import type { damage as english } from '../en/damage.ts';

export const damage: typeof english = {
  untitled: '标题无法读取的一局',
  state: '已损坏',
  what: {
    opening: () => '这一局的开局记录被改动过或无法读取，整局都不能播放。',
    changed: ({ sound, of }) => `记录共 ${of} 行，第 ${sound + 1} 行写入之后被改动过。`,
    missing: ({ sound, of }) => `记录共 ${of} 行，第 ${sound + 1} 行缺失。`,
    cut: ({ sound, of }) => `记录原有 ${of} 行，到第 ${sound} 行就断了。`,
    unreadable: ({ sound, of }) => `记录共 ${of} 行，第 ${sound + 1} 行无法读取。`,
    unplayable: ({ sound, of }) => `记录共 ${of} 行，这个版本无法播放第 ${sound + 1} 行。`,
    texts: (found) => `参与者写下的文字有 ${found.texts} 条无法读取；记录本身是完整的。`,
  },
  readOnly:
    '这一局不能继续。损坏之前的部分可以回放和保存。较早的备份里也许有完整的记录：停止服务器，输入“crossroads restore 备份文件”。',
  nothing:
    '这一局不能继续，也不能回放。较早的备份里也许还有它：停止服务器，输入“crossroads restore 备份文件”。',
  textsEmpty: '这一局可以继续；那些文字会空着。',
  replay: '回放到损坏处',
  save: '保存完好的部分',
  server: {
    databaseTitle: '数据库曾经损坏',
    database: (file) =>
      `服务器已把能读出的内容转存过来；哪些局不完整，见下面的列表。损坏的文件保留在数据目录中：${file}。较早的备份里也许有更多内容：停止服务器，输入“crossroads restore 备份文件”。把损坏的文件移走，这条提示就会消失。`,
    hostKeyTitle: '服务器的密钥文件已损坏',
    hostKey: (file) =>
      `服务器已换上新的密钥。所有主持人需要重新登录，席位恢复码也都换了。旧密钥保留在数据目录中：secrets/${file}。把它移走，这条提示就会消失。`,
    hostDoorTitle: '主持人密码无法读取',
    hostDoor: '原来的密码已失效，请在这里设一个新的。',
    presetsTitle: '预设无法读取',
    presets: '因此没有显示。下次保存预设时会重新建立列表。',
  },
  listTitle: '无法读取列表',
};

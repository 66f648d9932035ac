import type { hostLines as english } from '../en/lines.ts';

export const hostLines: typeof english = {
  title: '现在说什么',
  next: '下一步',
  lines: {
    lobby: { say: '请扫码或输入地址，填上名字，选一个国家。', next: '等大家都入座，再按“开始”。' },
    briefing: {
      say: '看看发生了什么。这对你们国家有什么影响？这一轮的目标是什么？',
      next: '让大家安静阅读。',
    },
    negotiation: {
      say: '谁能扭转指针？要付出什么代价？去问问他们。',
      next: '四处走走，听一听。快要谈成时可以加一分钟。',
    },
    decision: {
      say: '选一项行动，秘密封存。没有封存的国家按兵不动。',
      next: '全部封存或时间一到，就会揭晓。',
    },
    reveal: {
      say: '先看，后谈。什么让你意外？',
      next: '让揭晓放完，再在这里点一个数字，念出一条原因。',
    },
    review: {
      say: '哪个数字变化最大？是谁的行动带来的？现在你会怎么做？',
      next: '听两三个人说说，再继续。',
    },
    ended: { say: '放下角色卡，你们又是自己了。', next: '从第一步开始复盘。' },
  },
  first: {
    briefing: {
      say: '读简报：你们是谁，需要什么，担心什么？商定这一轮的一个目标。',
      next: '让大家安静阅读。',
    },
    negotiation: {
      say: '至少找一个你们需要的国家谈：能给什么，想换什么。',
      next: '四处走走，帮大家找到“交流”和“协议”。',
    },
    decision: {
      say: '选一张卡，读一读预计效果。你认为别国会怎么做？然后封存。',
      next: '全部封存或时间一到，就会揭晓。',
    },
  },
  paused: { say: '计时停了，请先看这里。', next: '说完后按“继续”。' },
  lastReview: { say: '最后一轮结束了。你最想收回哪一项行动？', next: '听两三个人说说，再进入结局。' },
  follows: (phase) => `之后是${phase}。`,
  longer: (seconds) => `第一轮的磋商比其他各轮多 ${seconds} 秒。`,
  kitTitle: '各环节说什么',
  kitNote: '主持时，主持室会显示当前环节的这句话。',
  inFirst: (phase) => `${phase}（第一轮）`,
};

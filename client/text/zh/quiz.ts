import type { QuizWords } from '../en/quiz.ts';

/** 规则小测：第一次决策之前的三道题，以及主持人看到的统计。 */
export const quiz: QuizWords = {
  title: '规则小测：三道题',
  note: '可答可不答。答案会留在记录里；主持人只看到人数，看不到姓名。由记录做成的数据表中，答案不带名字。',
  progress: (done, all) => `已答 ${done}，共 ${all}`,
  rightOf: (right, all) => `答对 ${right}，共 ${all}`,
  right: '正是如此。',
  wrong: '不完全是。',
  answerIs: (answer) => `规则是：${answer}`,
  yours: '你的回答',
  host: {
    title: '规则小测',
    note: '目前全场的回答。带标记的一行是规则。',
    none: '还没有人回答。',
    rules: '规则如此',
  },
  questions: {
    unsealed: {
      ask: '时间到了，你什么都没有封存。你的国家会怎样？',
      answers: { a: '按兵不动。', b: '重复上一轮的行动。', c: '由主持人替它决定。' },
      because: () => '不封存就是按兵不动：不花成本，但猜忌与壁垒仍可能上升。',
    },
    threshold: {
      ask: '什么时候，为共同规则所作的努力全部算数？',
      answers: { a: '所有国家都加入时。', b: '同一轮里加入的权重足够时。', c: '只要有一个大国加入。' },
      because: (n) =>
        `同一轮里加入的规则制定权重达到 ${n.threshold}% 起全部算数，不到则只算 ${n.belowThreshold}%。`,
    },
    unanswered: {
      ask: '你提议对话，对方没有回应。会怎样？',
      answers: {
        a: '收益与得到回应时一样。',
        b: '对方不再那么信任你。',
        c: '对方对你的信任可能略升，但你没有收益。',
      },
      because: (n) =>
        `提议最多补上对方与完全信任之间距离的 ${n.dialogueOpened}%，回应最多再补 ${n.dialogueAnswered}%，而且只有得到回应才有收益。`,
    },
    restriction: {
      ask: '你限制了一个国家。随后会怎样？',
      answers: {
        a: '在它回应之前，对你的信任不变。',
        b: '它对你的信任大减，并可以相称地回应。',
        c: '只有你们两国知道。',
      },
      because: (n) =>
        `它对你的信任最多失去 ${n.trustStruck}%，${n.grievanceRounds} 轮之内的回应受到较轻的评判，揭晓时各国都看得到。`,
    },
    secrecy: {
      ask: '揭晓之前，谁能看到你封存的行动？',
      answers: { a: '你自己的代表团。', b: '同一圈子的成员。', c: '主持人和投影。' },
      because: () => '揭晓之前只有你自己的代表团看得到，别人只看到你已封存。',
    },
    ending: {
      ask: '结局怎么看？',
      answers: {
        a: '得分最高的国家获胜。',
        b: '所有得分相加。',
        c: '每个国家与自己席位的通常得分相比，旁边再看世界。',
      },
      because: (n) =>
        `“本国”把你与这个席位的通常得分相比，“世界”就是指针，两者从不相加；每个国家都继承指针读数的 ${n.legacy}%。`,
    },
  },
};

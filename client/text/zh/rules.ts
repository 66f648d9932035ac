import type { RulesWords } from '../en/rules.ts';

/** 规则页。其中的每个数字都来自程序的参数。 */
export const rules: RulesWords = {
  title: '规则',
  lead: '全部规则都在这一页。数字直接读自程序。',
  contents: '本页内容',
  print: '打印',
  home: '回到首页',
  chapters: {
    aim: () => ({
      title: '这是什么',
      text: [
        '你代表共享网络中的一个国家。每一轮，各国先交谈，再各自秘密封存一项行动；所有行动同时揭晓，世界随之改变。',
        '结束时有两个读数。“本国”是你的国家与这个席位通常得分的比较；“世界”是指针停在哪里。两者从不相加，国家之间也不排名。',
      ],
      points: [],
    }),
    round: () => ({
      title: '一轮',
      text: ['屏幕上的时钟对所有人都一样。一轮最多有五个环节。第一轮的磋商可能比其他各轮长。'],
      points: [
        '通报：发生了什么。',
        '磋商：交谈、许诺、签署。',
        '决策：选一张行动卡和对象，然后封存。时间到之前可以拆开修改；不封存就是按兵不动。',
        '揭晓：所有行动公开，地图随之变化。',
        '回顾：追问为什么。每个数字都列出原因，加起来正好是变化。',
      ],
    }),
    cards: (n) => ({
      title: '行动卡',
      text: [
        `一项行动就是一张卡。人数较少时，一张卡最多指定 ${n.fewTargets} 个国家，人数较多时最多 ${n.mostTargets} 个。花费每轮付一次，以分计。`,
        '一轮中的行动分几步执行，效果在轮内累积。本页的比率都按一步计。',
      ],
      points: [],
    }),
    commons: (n) => ({
      title: '共同规则',
      text: [
        `各国一起选择“多边承诺”，共同规则就成长。算的是同一轮里加入的规则制定权重所占的份额：达到 ${n.threshold}% 起，努力全部算数；不到，只算 ${n.belowThreshold}%。`,
        `全部算数时，共同规则最多补上欠缺部分的 ${n.rulesStep}%。制度薄弱时，最低只剩其中的 ${n.institutionsFloor}%，平行条约还会再减。竞争与阵营会磨损规则。`,
        '已生效的规则保护各国免受事件损失，缓和恐惧，让各国同样受益，没有承诺的国家也一样。',
      ],
      points: [],
    }),
    trust: (n) => ({
      title: '信任',
      text: [
        `信任是一国对另一国的期待。同类的损失是收获的 ${n.lossFactor} 倍。`,
        '它会自行回到常态水平。政策距离、恐惧和发展差距拉低这一水平，良好的制度提高它。',
      ],
      points: [
        `一次对话最多补上与完全信任之间距离的 ${n.dialogueOpened}%。对方同轮回应，最多再补 ${n.dialogueAnswered}%，双方都有收益；下一轮再与同一伙伴对话，收益是其中的 ${n.answeredAgain}%。`,
        `一次限制会夺走对方信任的 ${n.trustStruck}%；信任对方的国家也会记下。`,
        `${n.grievanceRounds} 轮之内回应所受限制的限制是相称的：只夺走其中的 ${n.proportionate}%。`,
        `一步之内，最多补上欠缺部分的 ${n.mostGained}%，最多失去现有部分的 ${n.mostLost}%。`,
      ],
    }),
    blocs: (n) => ({
      title: '圈子',
      text: [
        '阵营庇护成员，对其他国家筑起一道墙。功能合作圈有一个议题的规则，没有墙，但对立的规则会日渐疏远。',
        '一国最多属于一个阵营，每个议题最多属于一个合作圈。',
      ],
      points: [
        `阵营至少有 ${n.campMin} 个成员才起作用，不足则休眠。新阵营的深度是 ${n.newDepth}，墙不会低于 ${n.leastDepth}。`,
        `成员再选“加入阵营”，深度最多增加 ${n.deeper}。恐惧与竞争不经任何行动也会加深它。`,
        `成员选“开放阵营”，最多拆去墙的 ${n.opened}%，按选择者的比例计。`,
        '两套对立的规则可以连接起来：靠合作桥梁，或签署互认。规则互认的圈子不再使联通疏远。',
      ],
    }),
    security: (n) => ({
      title: '安全',
      text: ['每次采取措施，都按离一百还差多少的一定比例上升；不继续做就会消退。'],
      points: [
        `适度防护：升所差的 ${n.defenceStep}%，每步消退 ${n.defenceFades}%。`,
        `清单限制：升 ${n.restrictStep}%，每步消退 ${n.restrictionFades}%。好处靠别国的开放而来，人人关闭就没有了。`,
        `数据本地化：升 ${n.localizeStep}%，每步消退 ${n.wallsFade}%。`,
        `网络扩军：升 ${n.forceStep}%，每步消退 ${n.forceFades}%。一次网络行动给对方 ${n.operationShock} 点冲击。完全不透明时有 ${n.hidden}% 的网络行动查不出；越透明，查不出的越少。`,
        `去安全化：撤去每项限制的 ${n.liftRestriction}%，数据壁垒和网络力量的 ${n.liftWalls}%。曾受限制的国家更信任你，其他国家也略有上升。`,
      ],
    }),
    promises: (n) => ({
      title: '承诺与协议',
      text: [
        '各国可以签署协议，揭晓时由规则判定每一条。违背有约束力的协议的行动会被拒绝；政治承诺则可能被违背。',
      ],
      points: [
        `守住一项政治承诺，补上与完全信任之间距离的 ${n.pledgeTrust}%；双方越互信，收益越多。同时守住多项时，合计不超过 ${n.pledgesPaid} 项的收益。`,
        `违背一项政治承诺，失去对方信任的 ${n.breachPartner}%；如果是公开的，还失去各国信任的 ${n.breachOnlooker}%。违约者 ${n.banRounds} 轮内不能作出新的政治承诺。`,
        '秘密协议只有缔约方能读到，但别国仍可能猜到：缔约方之间信任的变化人人可见。若本局设定各国只看到与本国有关的信任，人人可见的平均值仍会略有变化。',
      ],
    }),
    stages: (n) => ({
      title: '指针与阶段',
      text: [
        '指针是信任、共同规则、制度三者的平均，减去阵营化、安全化、碎片化三者的平均。刻度从负四十到正四十，世界可能超出刻度。',
        `最初 ${n.emergenceSteps} 步之后，方向可以选择。进入一个阶段，条件须连续 ${n.confirm} 轮成立；不足六轮的一局，一次即可。`,
      ],
      points: [
        `善治：指针不低于 ${n.governanceIn}，共同规则不低于 ${n.governanceRules}，并且三个标志同时成立。平等：本轮收益分得较均，不低于 ${n.governanceEqual}，即一百减基尼系数；安全：一百减威胁感，不低于 ${n.governanceSafe}；开放：总体联通不低于 ${n.governanceOpen}。三个标志中有 ${n.governanceFail} 个不再成立，或指针跌破 ${n.governanceOut}，善治就失去了；有的情景里，共同规则跌破另一道门槛时也会失去。情景可以另定门槛，屏幕上指针旁会写明。`,
        `情景也可以不看这三个标志，而沿用参照规则：总体联通不低于 ${n.governanceLinks}、信任不低于 ${n.governanceTrust}、安全化不高于 ${n.governanceSecurity}，三项中满足 ${n.governanceNeed} 项。那时只有指针下跌才会失去善治。`,
        `系统性困境：指针不高于 ${n.predicamentIn}，并满足以下四项中的 ${n.predicamentNeed} 项：碎片化不低于 ${n.predicamentFragments}；阵营化不低于 ${n.predicamentBlocs} 或安全化不低于 ${n.predicamentSecurity}；信任不高于 ${n.predicamentTrust}；威胁感不低于 ${n.predicamentThreat}。`,
        `困境会锁定。锁定期间，对话、承诺、能力建设、开放标准、合作桥梁、开放阵营、守住的政治承诺和撤回的措施只有 ${n.lockScarred}% 的作用，合作收益只有 ${n.lockDividend}%。指针连续 ${n.lockRounds} 轮高于 ${n.lockOpens}，锁定就打开。`,
        `情景也可以选择永远打不开的锁定，那时合作只有 ${n.lockAbsorbing}% 的作用。`,
      ],
    }),
    events: (n) => ({
      title: '事件',
      text: [
        `每一轮有 ${n.eventChance}% 的机会发生外来事件：网络事故、标准分裂、危机或峰会。每个事件都写明改变什么。`,
      ],
      points: [],
    }),
    points: (n) => ({
      title: '得分',
      text: [
        '一轮给一国的得分来自：与能到达且互信的国家往来、共同规则、得到回应的对话、封闭的市场与力量、阵营的庇护。要减去：限制造成的损害、事件造成的损失、行动卡的花费。',
        `结束时，指针读数的 ${n.legacy}% 加到每个国家的得分上：大家继承同一个世界。`,
      ],
      points: [],
    }),
    preview: () => ({
      title: '一张卡会带来什么',
      text: [
        '一张卡的效果取决于别国。所以选中的卡给出预计效果：你本轮和两轮合计的得分，以及指针。三种假设各占一列：别国不动、与上一轮相同、对等回应；数字相同的列合为一列。这是推算，不是建议。',
      ],
      points: [],
    }),
  },
  words: '术语',
  table: { card: '行动卡', does: '作用', cost: '花费', from: '从第几轮', always: '有机会时' },
  deck: (long) => `行动卡逐轮开放。主持人可以一开始就全部开放，${long} 轮以上的一局也是如此。`,
  bands: '指针的五段',
  from: (edge) => `${edge} 起`,
  below: (edge) => `低于 ${edge}`,
};

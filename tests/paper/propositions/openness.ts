import { HOLD } from '../../../shared/model/actions.ts';
import { activeCampOf } from '../../../shared/model/legality.ts';
import { neutral, oneIn, talkLikeABot } from '../characters.ts';
import { dial, indicator, last, over } from '../gauges.ts';
import { run, type Script } from '../lab.ts';
import { dialAt } from '../openings.ts';
import type { Proposition } from '../proposition.ts';
import { FEW } from '../proposition.ts';
import { between, falls, rises } from '../trials.ts';

const untouched: Script = () => null;

/** Members of active camps open them in the first four rounds. */
const opening: Script = ({ setting, world, round }, seat) =>
  round <= 4 && activeCampOf(setting, world, seat) !== null ? { action: 'open-bloc' } : null;

const talking: Script = oneIn(4, talkLikeABot);
const idle: Script = () => HOLD;

/** Open clubs, dialogue and a code of conduct help. */
export const inclusiveMechanisms: Proposition = {
  number: 39,
  phrase: '包容性的…机制 / 增强国际对话 / 网络行为准则',
  section: '4',
  statement: {
    en: 'Open clubs lower the walls of camps, dialogue lowers rivalry and builds trust, a code of conduct lowers misperception.',
    zh: '包容性机制降低阵营壁垒，国际对话缓和竞争、增进信任，网络行为准则减少误判。',
  },
  seeds: FEW,
  trials: [
    falls(
      {
        id: 'P38',
        en: 'bloc index after 8 rounds: same orders → members open their camps in rounds 1–4',
        zh: '8 轮后的阵营化指数：相同行动 → 成员在第 1—4 轮开放阵营',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(untouched, opening, (bench, script) =>
        last(run(bench, { play: neutral, rounds: 8, script }), indicator('blocIndex')),
      ),
    ),
    falls(
      {
        id: 'P39a',
        en: 'rivalry after 8 rounds: all hold → a quarter opens dialogues each round',
        zh: '8 轮后的竞争：全体按兵不动 → 每轮四分之一国家对话互信',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(idle, talking, (bench, script) =>
        last(run(bench, { play: 'hold', rounds: 8, script }), dial('competition')),
      ),
    ),
    rises(
      {
        id: 'P39b',
        en: 'mean trust after 8 rounds, the same change',
        zh: '同样变化下 8 轮后的平均信任',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(idle, talking, (bench, script) =>
        last(run(bench, { play: 'hold', rounds: 8, script }), indicator('meanTrust')),
      ),
    ),
    falls(
      {
        id: 'P43',
        en: 'mean threat over 3 rounds of the same orders: common rules .1 → .6 at the start',
        zh: '相同行动 3 轮的平均威胁感：初始共同规则 .1 → .6',
        kind: 'direct',
        byConstruction: 'yes',
      },
      between(0.1, 0.6, (bench, rules) =>
        over(
          run(bench, { play: neutral, rounds: 3, world: dialAt('regime', rules) }),
          indicator('meanThreat'),
        ),
      ),
    ),
  ],
  quick: 4,
};

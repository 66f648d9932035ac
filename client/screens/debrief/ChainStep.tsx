import type { TrendStory } from '#shared/session/findings/chain.ts';
import { type Feeder, feeders } from '#shared/session/findings/feeders.ts';
import { CourseWithWindow } from '../../panels/course/CourseWithWindow.tsx';
import { PaperParts, StrategyOf } from '../../panels/course/PaperParts.tsx';
import { WhyBelow } from '../../panels/why/WhyBelow.tsx';
import { LampList } from '../../panels/world/FourLamps.tsx';
import { ThreeMarks } from '../../panels/world/ThreeMarks.tsx';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';
import type { StepProps } from './stepProps.ts';
import { ShowFindings } from './useFindings.tsx';

/**
 * Where the session turned, the joint strategy beside what was done, and what fed the three trends: a sentence for each, then a table
 * whose cells are bars. What one opens and reads for oneself (lamps, kinds) is not on the wall.
 */
export function ChainStep({ view, source, onProjector = false }: StepProps) {
  return (
    <>
      <WhyBelow view={view} source={source} still={onProjector}>
        {(ask) => (
          <>
            <CourseWithWindow view={view} source={source} onWhy={ask} onWall={onProjector} />
            <ThreeMarks view={view} onWhy={ask} />
            {!onProjector && <LampList view={view} onWhy={ask} />}
            {onProjector ? (
              <StrategyOf view={view} source={source} onWhy={ask} />
            ) : (
              <PaperParts view={view} source={source} onWhy={ask} inFull />
            )}
          </>
        )}
      </WhyBelow>
      <ShowFindings source={source} show={({ chain }) => <Chain chain={chain} />} />
    </>
  );
}

interface ChainProps {
  readonly chain: readonly TrendStory[];
}

function Chain({ chain }: ChainProps) {
  return (
    <>
      <ul class="chain-sentences">
        {chain.map((story) => (
          <Sentences key={story.trend} story={story} />
        ))}
      </ul>
      <ChainTable chain={chain} />
      <p class="debrief-note">{words.value.debrief.why.note}</p>
    </>
  );
}

function Sentences({ story }: { readonly story: TrendStory }) {
  const { debrief, play } = words.value;
  const sorted = story.parts.toSorted((a, b) => b.amount - a.amount);
  const [most, least] = [sorted[0], sorted.at(-1)];
  const name = play.gauges[story.trend];
  return (
    <>
      {most && most.amount > 0 && (
        <li>{debrief.why.most(name, debrief.feeders[most.feeder], signedPoints(most.amount / 1000))}</li>
      )}
      {least && least.amount < 0 && (
        <li class="is-less">
          {debrief.why.least(name, debrief.feeders[least.feeder], signedPoints(least.amount / 1000))}
        </li>
      )}
    </>
  );
}

function ChainTable({ chain }: ChainProps) {
  const { debrief, play } = words.value;
  const most = Math.max(1, ...chain.flatMap(({ parts }) => parts.map(({ amount }) => Math.abs(amount))));
  const shown = feeders.filter((feeder) => chain.some((story) => Math.abs(amountOf(story, feeder)) >= 500));
  return (
    <table class="chain-table">
      <thead>
        <tr>
          <th scope="col">{debrief.why.cause}</th>
          {chain.map(({ trend }) => (
            <th key={trend} scope="col">
              {play.gauges[trend]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((feeder) => (
          <tr key={feeder}>
            <th scope="row">{debrief.feeders[feeder]}</th>
            {chain.map((story) => (
              <Cell key={story.trend} amount={amountOf(story, feeder)} most={most} />
            ))}
          </tr>
        ))}
        <tr class="chain-sum">
          <th scope="row">{debrief.why.sum}</th>
          {chain.map(({ trend, from, to }) => (
            <td key={trend} class="num">
              {signedPoints((to - from) / 1000)}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function Cell({ amount, most }: { readonly amount: number; readonly most: number }) {
  const isShown = Math.abs(amount) >= 50;
  return (
    <td class={amount < 0 ? 'num is-down' : 'num'} style={{ '--share': `${Math.abs(amount) / most}` }}>
      {isShown ? signedPoints(amount / 1000) : '·'}
      <i aria-hidden="true" />
    </td>
  );
}

function amountOf({ parts }: TrendStory, feeder: Feeder): number {
  return parts.find((part) => part.feeder === feeder)?.amount ?? 0;
}

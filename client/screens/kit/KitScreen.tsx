import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Plan, Scenario } from '#shared/scenario/schema.ts';
import { planAt } from '#shared/session/vocabulary/ownPace.ts';
import { LanguageSwitch } from '../../components/LanguageSwitch.tsx';
import { api } from '../../net/api.ts';
import type { ApiFailure } from '../../net/asking.ts';
import { pick, words } from '../../text/language.ts';
import { PlainPage } from '../../components/PlainPage.tsx';
import { KitPages } from './KitPages.tsx';
import { kitAddress, type KitStates, paceOfText } from './kitPace.ts';
import { kitWords } from './kitWords.ts';
import '../../styles/kit.css';
import { pathTo } from '../../net/ownAddress.ts';

type Kit = 'loading' | { readonly problem: ApiFailure['code'] } | Scenario;

interface KitProps {
  readonly scenario: string;
  /** The requested plan; the first one if it does not exist. */
  readonly plan: string | null;
  /** A session's own rounds and seconds, as `kitAddress` writes them. */
  readonly pace: string | null;
  /** How many of its states; null: all. */
  readonly seats: string | null;
  /** The scenario as the session with this code was opened from it; null: as it is kept now. */
  readonly session: string | null;
}

/** The facilitator's kit of a scenario for one of its plans, to read and to print. For the host only: it contains every brief. */
export function KitScreen({ scenario, plan: asked, pace, seats, session }: KitProps) {
  const kit = useSignal<Kit>('loading');
  useEffect(() => {
    let isGone = false;
    const whole = session === null ? api.scenario(scenario, seats) : api.scenarioOf(session);
    void whole.then((answer) => {
      if (!isGone) kit.value = answer.ok ? answer.value : { problem: answer.failure.code };
    });
    return () => {
      isGone = true;
    };
  }, [scenario, seats, session]);
  const now = kit.value;
  if (now === 'loading') return <p class="kit-wait">{kitWords().loading}</p>;
  if ('problem' in now) return <NoKit code={now.problem} />;
  const plan = now.plans.find(({ id }) => id === asked) ?? now.plans[0];
  if (!plan) return <NoKit code="unknownPlan" />;
  const states = session === null ? { seats: seats === null ? null : now.seats.length } : { session };
  return <Paper scenario={now} plan={planAt(plan, paceOfText(pace))} states={states} />;
}

function NoKit({ code }: { readonly code: ApiFailure['code'] }) {
  const { refusals } = words.value;
  return (
    <PlainPage title={kitWords().title} text={refusals.api[code]}>
      <a class="btn primary" href={pathTo('/host')}>
        {kitWords().toHost}
      </a>
    </PlainPage>
  );
}

interface PaperProps {
  readonly scenario: Scenario;
  readonly plan: Plan;
  /** Other plans keep them. */
  readonly states: KitStates;
}

function Paper({ scenario, plan, states }: PaperProps) {
  const kit = kitWords();
  return (
    <div class="kit">
      <header class="kit-tools no-print">
        <a class="btn" href={pathTo('/host')}>
          {kit.toHost}
        </a>
        <nav aria-label={kit.plans}>
          {scenario.plans.map((other) => (
            <a
              key={other.id}
              class="btn"
              href={pathTo(kitAddress(scenario.id, other.id, null, states))}
              aria-current={other.id === plan.id ? 'page' : undefined}
            >
              {kit.plan(other.minutes, other.rounds)}
            </a>
          ))}
        </nav>
        <LanguageSwitch />
        <button type="button" class="btn primary" onClick={() => print()}>
          {kit.print}
        </button>
      </header>
      <main id="main" tabIndex={-1}>
        <header class="kit-title">
          <p>{kit.title}</p>
          <h1>{pick(scenario.title)}</h1>
          <p class="kit-meta">{kit.meta(scenario.seats.length, plan.rounds, plan.minutes)}</p>
          <p>{pick(scenario.summary)}</p>
          <p>{scenario.scarred ? kit.scarred : kit.absorbing}</p>
          <p class="kit-secret">{kit.secret}</p>
        </header>
        <KitPages scenario={scenario} plan={plan} />
      </main>
    </div>
  );
}

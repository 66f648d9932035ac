import type { ComponentChildren } from 'preact';
import type { Plan, Scenario } from '#shared/scenario/schema.ts';
import { WordList } from '../../components/WordList.tsx';
import { roundPhases } from '#shared/session/vocabulary/phases.ts';
import { pick, words } from '../../text/language.ts';
import { CaseSheet } from './CaseSheet.tsx';
import { DebriefSheet, RubricSheet } from './DebriefSheet.tsx';
import { OpeningSheet } from './OpeningSheet.tsx';
import { Paragraphs } from './Paragraphs.tsx';
import { RoleCards } from './RoleCards.tsx';
import { ShowTable } from './ShowTable.tsx';
import { kitWords } from './kitWords.ts';

interface KitProps {
  readonly scenario: Scenario;
  readonly plan: Plan;
}

/** The sheets of the kit in the order of use; the role cards come last, to be cut and handed out. */
export function KitPages({ scenario, plan }: KitProps) {
  const { sections } = kitWords();
  return (
    <>
      <Sheet title={sections.show} joined>
        <ShowTable plan={plan} />
      </Sheet>
      <Sheet title={sections.script}>
        <Script scenario={scenario} plan={plan} />
        <PhaseLines plan={plan} />
      </Sheet>
      <Sheet title={sections.notes} joined>
        <Paragraphs text={pick(scenario.facilitatorNotes)} />
      </Sheet>
      <Sheet title={sections.opening}>
        <OpeningSheet scenario={scenario} />
      </Sheet>
      <Sheet title={sections.events} joined>
        <Events scenario={scenario} />
      </Sheet>
      <Sheet title={sections.cases}>
        <CaseSheet scenario={scenario} />
      </Sheet>
      <Sheet title={sections.debrief}>
        <DebriefSheet />
      </Sheet>
      <Sheet title={sections.rubric} joined whole>
        <RubricSheet />
      </Sheet>
      <Sheet title={sections.glossary}>
        <WordList />
      </Sheet>
      <RoleCards scenario={scenario} />
    </>
  );
}

interface SheetProps {
  readonly title: string;
  /** Continues on the same sheet of paper if there is space. */
  readonly joined?: boolean;
  /** Stays on one sheet of paper. */
  readonly whole?: boolean;
  readonly children: ComponentChildren;
}

function Sheet({ title, joined = false, whole = false, children }: SheetProps) {
  return (
    <section class={`kit-sheet${joined ? ' is-joined' : ''}${whole ? ' is-whole' : ''}`}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Script({ scenario, plan }: KitProps) {
  return (
    <dl class="kit-script">
      {kitWords()
        .script(plan.rounds, scenario.seats.length)
        .map(([when, say]) => (
          <div key={when}>
            <dt>{when}</dt>
            <dd>{say}</dd>
          </div>
        ))}
    </dl>
  );
}

/** The console's sentences, phase by phase; none for a phase that this plan omits. */
function PhaseLines({ plan }: Pick<KitProps, 'plan'>) {
  const { hostLines, play } = words.value;
  const extra = plan.firstRoundExtraSeconds;
  const phases = roundPhases.filter(
    (phase) => plan.seconds[phase] > 0 || (phase === 'negotiation' && extra > 0),
  );
  const rows = phases.flatMap((phase) => {
    const { name } = play.phases[phase];
    const first = hostLines.first[phase];
    const usual = [name, hostLines.lines[phase].say] as const;
    return first === undefined ? [usual] : [[hostLines.inFirst(name), first.say] as const, usual];
  });
  return (
    <>
      <h3>{hostLines.kitTitle}</h3>
      <p>{hostLines.kitNote}</p>
      <dl class="kit-script">
        {rows.map(([when, say]) => (
          <div key={when}>
            <dt>{when}</dt>
            <dd>{say}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Events({ scenario }: { readonly scenario: Scenario }) {
  return (
    <dl class="kit-events">
      {scenario.events.map(({ id, title, text, mechanism }) => (
        <div key={id}>
          <dt>{pick(title)}</dt>
          <dd>{pick(text)}</dd>
          <dd>
            <em>{pick(mechanism)}</em>
          </dd>
        </div>
      ))}
    </dl>
  );
}

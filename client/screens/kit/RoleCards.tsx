import type { Scenario } from '#shared/scenario/schema.ts';
import { pick, words } from '../../text/language.ts';
import { kitWords } from './kitWords.ts';
import { Paragraphs } from './Paragraphs.tsx';

/** One card for each state, two on a sheet, with a line to cut along. */
export function RoleCards({ scenario }: { readonly scenario: Scenario }) {
  const kit = kitWords();
  return (
    <section class="kit-roles" aria-label={kit.sections.roles}>
      {scenario.seats.map((seat) => (
        <RoleCard key={seat.id} seat={seat} />
      ))}
    </section>
  );
}

function RoleCard({ seat }: { readonly seat: Scenario['seats'][number] }) {
  const { role } = kitWords();
  const { objectives } = words.value.play;
  return (
    <article class="kit-role">
      <header>
        <h2>{pick(seat.name)}</h2>
        <p>{pick(seat.role)}</p>
        <b>{role.brief}</b>
      </header>
      <div class="kit-brief">
        <Paragraphs text={pick(seat.brief)} />
      </div>
      <h3>{role.aims}</h3>
      <ul class="kit-list">
        {seat.objectives.map((id) => (
          <li key={id}>
            <b>{objectives[id].name}</b> {objectives[id].line}
          </li>
        ))}
      </ul>
      <p class="kit-cut" aria-hidden="true">
        {role.cut}
      </p>
    </article>
  );
}

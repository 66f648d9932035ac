import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { type Role, roles } from '#shared/session/vocabulary/delegations.ts';
import type { DelegateView, View } from '#shared/session/views/tableView.ts';
import { ChooseAndDo } from '../../components/ChooseAndDo.tsx';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { ownPeople, selfOf } from './delegation.ts';
import { noSentence } from '../../components/outcomeSentence.ts';
import '../../styles/play-delegation.css';

interface PartProps {
  readonly view: View;
  readonly source: ViewSource;
}

/** The paragraphs of a brief that each role watches: wants, fears, red line, whom to watch, what to hear. */
const paragraphsOf: Readonly<Record<Role, readonly number[]>> = {
  head: [2],
  negotiator: [3, 4],
  security: [1],
  economy: [0],
  adviser: [],
};

/** A brief, paragraph by paragraph, with a mark on those of this person's role. */
export function BriefText({ view, text }: { readonly view: View; readonly text: string }) {
  const { delegation } = words.value;
  const role = ownPeople(view).length > 1 ? (selfOf(view)?.role ?? 'adviser') : 'adviser';
  return (
    <div class="brief-text">
      {text.split(/\n+/).map((paragraph, index) => {
        const isMine = paragraphsOf[role].includes(index);
        return (
          <p key={index} class={isMine ? 'brief-mine' : undefined}>
            {isMine && <b class="brief-tag">{delegation.yours}</b>}
            {paragraph}
          </p>
        );
      })}
    </div>
  );
}

/** The people of the own state, their roles, and how they decide; the head gives out the roles. Absent for a person alone. */
export function DelegationPart({ view, source }: PartProps) {
  const { delegation } = words.value;
  const people = ownPeople(view);
  const self = selfOf(view);
  if (self === null || people.length < 2) return null;
  const isHead = self.role === 'head' && view.table.phase !== 'ended';
  return (
    <section class="delegation">
      <h3>{delegation.title}</h3>
      <p class="delegation-role">
        <b>{delegation.roles[self.role]}</b> {delegation.tasks[self.role]}
      </p>
      <ul>
        {people.map((person) => (
          <Person key={person.id} person={person} isSelf={person.id === self.id}>
            {isHead ? (
              <RoleMenu source={source} person={person} />
            ) : (
              <span>{delegation.roles[person.role]}</span>
            )}
          </Person>
        ))}
      </ul>
      <p class="panel-note">{delegation.rules[view.card.decisionRule]}</p>
    </section>
  );
}

interface PersonProps {
  readonly person: DelegateView;
  readonly isSelf: boolean;
  readonly children: ComponentChildren;
}

function Person({ person, isSelf, children }: PersonProps) {
  const { delegation } = words.value;
  return (
    <li>
      <span>
        {person.name ?? delegation.unnamed}
        {isSelf && ` (${delegation.you})`}
      </span>
      {children}
    </li>
  );
}

function RoleMenu({ source, person }: { readonly source: ViewSource; readonly person: DelegateView }) {
  const { delegation } = words.value;
  const problem = useSignal<string | null>(null);
  const give = async (value: string): Promise<void> => {
    const role = roles.find((one) => one === value);
    if (role === undefined) return;
    problem.value = noSentence(await source.send({ type: 'setRole', delegate: person.id, role }));
  };
  return (
    <>
      <ChooseAndDo
        label={delegation.roleOf(person.name ?? delegation.unnamed)}
        now={person.role}
        onDo={(role) => void give(role)}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {delegation.roles[role]}
          </option>
        ))}
      </ChooseAndDo>
      {problem.value !== null && <p role="alert">{problem.value}</p>}
    </>
  );
}

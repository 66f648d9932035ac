import { type Signal, useSignal } from '@preact/signals';
import { DESCRIPTION_LIMITS, type LibraryItem, type PersonWithWords } from '#shared/wire/library.ts';
import { UNDO_DAYS } from '#shared/wire/retention.ts';
import { HoldButton } from '../../components/HoldButton.tsx';
import { Notice } from '../../components/Notice.tsx';
import { api } from '../../net/api.ts';
import type { ApiFailure } from '../../net/asking.ts';
import { spokenCode } from '../../lib/joinCode.ts';
import { words } from '../../text/language.ts';
import { ShareLinks } from '../../panels/share/ShareLinks.tsx';
import { Choice } from './Choice.tsx';
import type { LibraryParts } from './useLibrary.ts';

interface Props {
  readonly item: LibraryItem;
  readonly title: string;
  readonly tell: LibraryParts['tell'];
}

/** The host's actions on a session of the library: name, note, tags; erase words; delete. */
export function SessionCare({ item, title, tell }: Props) {
  const { library, refusals } = words.value;
  const problem = useSignal<ApiFailure['code'] | null>(null);
  const said = (sentence: string, hasLeft = false): void => {
    problem.value = null;
    tell({ sentence, hasLeft });
  };
  const failed = ({ code }: ApiFailure): void => {
    problem.value = code;
  };
  const { code } = item;
  return (
    <details class="care">
      <summary aria-label={library.moreOf(title)}>{library.more}</summary>
      {problem.value !== null && <Notice title={refusals.notDone} text={refusals.api[problem.value]} />}
      <Describing item={item} said={said} failed={failed} />
      {item.status === 'ended' && <ShareLinks code={code} />}
      <Erasing code={code} said={said} failed={failed} />
      <details>
        <summary>{library.delete}</summary>
        <p class="note">{library.deleteNote(UNDO_DAYS)}</p>
        <HoldButton
          label={library.deleteHeld}
          again={words.value.host.room.again}
          onDone={() => {
            void api.deleteSession(code).then((answer) => {
              if (answer.ok) said(library.deleted(spokenCode(code)), true);
              else failed(answer.failure);
            });
          }}
        />
      </details>
    </details>
  );
}

interface Part {
  readonly said: (sentence: string, hasLeft?: boolean) => void;
  readonly failed: (failure: ApiFailure) => void;
}

function Describing({ item, said, failed }: Part & { readonly item: LibraryItem }) {
  const { library } = words.value;
  const name = useSignal(item.name);
  const note = useSignal(item.note);
  const tags = useSignal(item.tags.join(', '));
  const keep = (event: Event): void => {
    event.preventDefault();
    const list = tags.value.split(/[,，、;；]/).map((tag) => tag.trim().slice(0, DESCRIPTION_LIMITS.tag));
    const given = list.filter((tag) => tag !== '').slice(0, DESCRIPTION_LIMITS.tags);
    void api.describe(item.code, { name: name.value, note: note.value, tags: given }).then((answer) => {
      if (answer.ok) said(library.kept);
      else failed(answer.failure);
    });
  };
  return (
    <form class="describing" onSubmit={keep}>
      <Field label={library.name} value={name} most={DESCRIPTION_LIMITS.name} />
      <Field label={library.note} value={note} most={DESCRIPTION_LIMITS.note} isLong />
      <Field label={library.tags} value={tags} most={MOST_TYPED} />
      <button type="submit" class="btn">
        {library.keep}
      </button>
    </form>
  );
}

/** All tags, as typed. */
const MOST_TYPED = (DESCRIPTION_LIMITS.tag + 2) * DESCRIPTION_LIMITS.tags;

interface FieldProps {
  readonly label: string;
  readonly value: Signal<string>;
  readonly most: number;
  readonly isLong?: true;
}

function Field({ label, value, most, isLong }: FieldProps) {
  const field = {
    class: 'input',
    value: value.value,
    maxLength: most,
    onInput: (event: { readonly currentTarget: { readonly value: string } }): void => {
      value.value = event.currentTarget.value;
    },
  };
  return (
    <label>
      {label}
      {isLong === true ? <textarea rows={2} {...field} /> : <input {...field} />}
    </label>
  );
}

/** The option for everybody in the list of people whose words can be erased. */
const EVERYBODY = '';

function Erasing({ code, said, failed }: Part & { readonly code: string }) {
  const { library } = words.value;
  const people = useSignal<readonly PersonWithWords[] | null>(null);
  const whose = useSignal(EVERYBODY);
  const look = (event: { readonly currentTarget: HTMLDetailsElement }): void => {
    if (!event.currentTarget.open) return;
    void api.peopleWithWords(code).then((answer) => {
      if (answer.ok) people.value = answer.value;
      else failed(answer.failure);
    });
  };
  const erase = (): void => {
    void api.eraseWords(code, whose.value === EVERYBODY ? null : whose.value).then((answer) => {
      if (!answer.ok) return failed(answer.failure);
      people.value = (people.value ?? []).filter(
        ({ delegate }) => delegate !== whose.value && whose.value !== EVERYBODY,
      );
      whose.value = EVERYBODY;
      said(library.erased(answer.value.erased));
    });
  };
  return (
    <details onToggle={look}>
      <summary>{library.erase}</summary>
      <p class="note">{library.eraseNote}</p>
      <Choice
        label={library.eraseWhose}
        chosen={whose.value}
        options={[[EVERYBODY, library.everybody], ...(people.value ?? []).map(personOption)]}
        choose={(chosen) => (whose.value = chosen)}
      />
      <HoldButton label={library.eraseHeld} again={words.value.host.room.again} onDone={erase} />
    </details>
  );
}

function personOption({ delegate, name, texts }: PersonWithWords): readonly [string, string] {
  const { library } = words.value;
  return [delegate, library.person(name ?? library.unnamed, texts)];
}

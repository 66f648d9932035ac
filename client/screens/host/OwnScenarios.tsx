import { useSignal } from '@preact/signals';
import type { ScenarioListItem } from '#shared/wire/api.ts';
import type { PackAnswer } from '#shared/wire/packs.ts';
import { HeldAsk } from '../../components/HeldAsk.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ScenarioFaults } from '../../components/ScenarioFaults.tsx';
import { useFileDrop } from '../../components/useFileDrop.ts';
import { pathTo } from '../../net/ownAddress.ts';
import { pick, words } from '../../text/language.ts';
import { Tick } from './Tick.tsx';
import type { OpeningForm } from './useOpening.ts';
import { type OwnShelf, useOwnScenarios } from './useOwnScenarios.ts';
import { FileButton } from '../../components/FileButton.tsx';

/** Scenarios of the host's own: a file is chosen or dropped, checked and stored; stored ones can be changed and removed. */
export function OwnScenarios({ parts }: { readonly parts: OpeningForm }) {
  const { packs } = words.value;
  const shelf = useOwnScenarios(parts);
  const own = parts.scenarios.value.filter((item) => item.own !== null);
  const over = useFileDrop(shelf.take);
  return (
    <section class={over.value ? 'own-scenarios over' : 'own-scenarios'} aria-label={packs.title(own.length)}>
      <h3>{packs.title(own.length)}</h3>
      <p class="note">{packs.note}</p>
      <p class="own-import">
        <FileButton label={packs.choose} accept=".json,application/json" take={shelf.take} />
        <small>{over.value ? packs.dropNow : packs.drop}</small>
      </p>
      <Outcome shelf={shelf} />
      {own.length > 0 && (
        <ul class="own-list">
          {own.map((item) => (
            <OwnRow key={item.id} item={item} shelf={shelf} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Outcome({ shelf }: { readonly shelf: OwnShelf }) {
  const { packs, refusals } = words.value;
  const now = shelf.now.value;
  return (
    <div role="status">
      {now.state === 'checking' && <p>{packs.checking}</p>}
      {now.state === 'unreadable' && <Notice title={refusals.notDone} text={packs.unreadable} />}
      {now.state === 'failed' && <Notice title={refusals.notDone} text={refusals.api[now.code]} />}
      {now.state === 'removed' && <p>{packs.removed(pick(now.item.title))}</p>}
      {now.state === 'faulty' && <ScenarioFaults file={now.file} answer={now.answer} />}
      {now.state === 'done' && <Done answer={now.answer} text={now.text} shelf={shelf} />}
    </div>
  );
}

interface DoneProps {
  readonly answer: Exclude<PackAnswer, { readonly outcome: 'faulty' }>;
  readonly text: string;
  readonly shelf: OwnShelf;
}

function Done({ answer, text, shelf }: DoneProps) {
  const { packs } = words.value;
  const { outcome, version } = answer;
  const title = pick(answer.title);
  if (outcome === 'known') return <p>{packs.known(title)}</p>;
  if (outcome === 'kept') return <p>{packs.kept(title, version)}</p>;
  return (
    <div class="own-replace">
      <p>{packs.exists(title, version)}</p>
      <button type="button" class="btn primary" onClick={() => void shelf.replace(text, version)}>
        {packs.replace}
      </button>
      <button type="button" class="btn" onClick={shelf.leave}>
        {packs.leave}
      </button>
    </div>
  );
}

function OwnRow({ item, shelf }: { readonly item: ScenarioListItem; readonly shelf: OwnShelf }) {
  const { packs } = words.value;
  const title = pick(item.title);
  return (
    <li>
      <b dir="auto">{title}</b>
      <small>{packs.meta.own(item.seats.length, item.own?.version ?? 1)}</small>
      <Tick
        on={item.own?.practice === true}
        label={packs.practice(title)}
        note={packs.practiceNote}
        change={(practice) => void shelf.allowPractice(item, practice)}
      />
      <p class="row">
        <a
          class="btn"
          href={pathTo(`/api/host/packs/${item.id}/file`)}
          download={`${item.id}.json`}
          aria-label={packs.fileOf(title)}
        >
          {packs.file}
        </a>
      </p>
      <Remove title={title} remove={() => void shelf.remove(item)} />
    </li>
  );
}

function Remove({ title, remove }: { readonly title: string; readonly remove: () => void }) {
  const { packs } = words.value;
  const isAsking = useSignal(false);
  const ask = (is: boolean) => (): void => {
    isAsking.value = is;
  };
  if (isAsking.value)
    return (
      <HeldAsk label={packs.removeHeld(title)} note={packs.removeNote} onDone={remove} cancel={ask(false)} />
    );
  return (
    <button type="button" class="btn" aria-label={packs.removeOf(title)} onClick={ask(true)}>
      {packs.remove}
    </button>
  );
}

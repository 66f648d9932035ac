import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { retentionDays } from '#shared/wire/retention.ts';
import type { Retention } from '#shared/wire/library.ts';
import { announce } from '../../components/Announcer.tsx';
import { pathTo } from '../../net/ownAddress.ts';
import { api } from '../../net/api.ts';
import { words } from '../../text/language.ts';
import { Choice } from './Choice.tsx';

/** How long the server keeps sessions opened from now on; the join page and the page on privacy state it. */
export function RetentionChoice() {
  const { library, privacy } = words.value;
  const now = useSignal<Retention | null>(null);
  useEffect(() => {
    void api.retention().then((answer) => {
      if (answer.ok) now.value = answer.value;
    });
  }, []);
  if (now.value === null) return null;
  const choose = (typed: string): void => {
    const days = retentionDays.find((known) => String(known) === typed) ?? null;
    void api.setRetention({ days }).then((answer) => {
      if (!answer.ok) return;
      now.value = answer.value;
      announce(library.retention.set);
    });
  };
  return (
    <section class="retention">
      <h2>{library.retention.title}</h2>
      <Choice
        label={library.retention.label}
        chosen={String(now.value.days)}
        options={[
          ['null', library.retention.forever],
          ...retentionDays.map((days) => [String(days), library.retention.days(days)] as const),
        ]}
        choose={choose}
      />
      <p class="note">{library.retention.note}</p>
      <p>
        <a href={pathTo('/privacy')}>{privacy.title}</a>
      </p>
    </section>
  );
}

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PrivacyFacts } from '#shared/wire/library.ts';
import { Notice } from '../../components/Notice.tsx';
import { Page } from '../../components/Page.tsx';
import { api } from '../../net/api.ts';
import type { ApiFailure } from '../../net/asking.ts';
import type { Result } from '#shared/lib/result.ts';
import { words } from '../../text/language.ts';
import { keepingSentences, whereSentences } from './privacySentences.ts';
import '../../styles/host.css';
import '../../styles/library.css';

/** What this server stores, where, for how long and who can read it: from the settings in force. */
export function PrivacyScreen() {
  const facts = useSignal<Result<PrivacyFacts, ApiFailure> | null>(null);
  useEffect(() => {
    void api.privacy().then((answer) => {
      facts.value = answer;
    });
  }, []);
  const { privacy, refusals } = words.value;
  const now = facts.value;
  return (
    <Page class="host-home privacy" back="/">
      <h1>{privacy.title}</h1>
      {now === null && <p class="note">{privacy.looking}</p>}
      {now?.ok === false && <Notice title={refusals.notDone} text={refusals.api[now.failure.code]} />}
      {now?.ok === true && <Facts facts={now.value} />}
    </Page>
  );
}

function Facts({ facts }: { readonly facts: PrivacyFacts }) {
  const { privacy } = words.value;
  return (
    <>
      <Part title={privacy.what.title} items={privacy.what.items} />
      <Part title={privacy.where.title} items={whereSentences(facts)} />
      <Part title={privacy.long.title} items={keepingSentences(facts)} />
      <Part title={privacy.who.title} items={privacy.who.items} />
      <section>
        <h2>{privacy.wish.title}</h2>
        <p>{privacy.wish.text}</p>
      </section>
    </>
  );
}

function Part({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

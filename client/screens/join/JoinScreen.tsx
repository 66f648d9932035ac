import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { JoinCard } from '#shared/wire/api.ts';
import { LanguageSwitch } from '../../components/LanguageSwitch.tsx';
import { useSessionLanguage } from '../../components/useSessionLanguage.ts';
import { Logo } from '../../components/Logo.tsx';
import { api } from '../../net/api.ts';
import type { ApiFailure } from '../../net/asking.ts';
import { seatPassOf } from '../../net/tokens.ts';
import { fetchFirstWords, firstWords } from '../../text/language.ts';
import { spokenCode } from '../../lib/joinCode.ts';
import { JoinProblem } from './JoinProblem.tsx';
import { RejoinForm } from './RejoinForm.tsx';
import { ReturningDelegate } from './ReturningDelegate.tsx';
import { WelcomeForm } from './WelcomeForm.tsx';
import '../../styles/join.css';
import { pathTo } from '../../net/ownAddress.ts';

type Found =
  | { readonly state: 'looking' }
  | { readonly state: 'found'; readonly card: JoinCard }
  | { readonly state: 'problem'; readonly code: ApiFailure['code'] };

/**
 * The welcome page of a session: it takes nothing until its one button is pressed, so looking costs nobody a seat. If the device
 * has a seat, the page first asks who is there: on a shared device the next person sees nothing of the first. [cases: shared]
 */
export function JoinScreen({ code }: { readonly code: string }) {
  const found = useSignal<Found>({ state: 'looking' });
  const pass = useSignal(seatPassOf(code));
  const look = (): void => {
    found.value = { state: 'looking' };
    void lookUp(code).then((next) => {
      found.value = next;
    });
  };
  useEffect(look, [code]);
  const { shell } = firstWords.value;
  const now = found.value;
  useSessionLanguage(now.state === 'found' ? now.card.languages : undefined);
  return (
    <div class="join">
      <header>
        <a href={pathTo('/')} class="brand">
          <Logo />
          {shell.name}
        </a>
        <span class="num">{spokenCode(code)}</span>
        <LanguageSwitch />
      </header>
      <main id="main" tabIndex={-1}>
        {now.state === 'looking' && <p class="looking">{shell.join.looking}</p>}
        {now.state === 'problem' && <JoinProblem code={now.code} session={code} again={look} />}
        {now.state === 'found' && pass.value !== null && !now.card.cancelled && (
          <ReturningDelegate card={now.card} pass={pass.value} forget={() => (pass.value = null)} />
        )}
        {now.state === 'found' && (pass.value === null || now.card.cancelled) && (
          <WelcomeForm card={now.card} again={look} />
        )}
        {now.state === 'found' && pass.value === null && !now.card.cancelled && <OtherWays card={now.card} />}
      </main>
    </div>
  );
}

/** For people who return on another device, and for people who only want to watch. */
function OtherWays({ card }: { readonly card: JoinCard }) {
  return (
    <div class="other-ways">
      <RejoinForm session={card.code} />
      {card.entry.observers && card.phase !== 'ended' && (
        <a class="btn quiet" href={pathTo(`/screen/${card.code}`)}>
          {firstWords.value.entry.watch}
        </a>
      )}
    </div>
  );
}

async function lookUp(code: string): Promise<Found> {
  const answer = await api.joinCard(code);
  if (!answer.ok) return { state: 'problem', code: answer.failure.code };
  const { languages } = answer.value;
  // The language loads first, so that the page is drawn in it at once.
  if (languages !== 'both') await fetchFirstWords(languages).catch(() => undefined);
  return { state: 'found', card: answer.value };
}

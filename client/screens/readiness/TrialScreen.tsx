import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { joinTrial, type Trial } from '../../net/joinTrial.ts';
import { words } from '../../text/language.ts';
import { PlainPage } from '../../components/PlainPage.tsx';
import { ownOrigin, pathTo } from '../../net/ownAddress.ts';

/** The page that a phone opens before the class: it makes a live connection, and says whether that succeeded. */
export function TrialScreen() {
  const state = useSignal<'trying' | 'good' | 'bad'>('trying');
  useEffect(() => {
    let trial: Trial | null = null;
    let isGone = false;
    void joinTrial(ownOrigin(), false).then((joined) => {
      trial = joined;
      if (isGone) trial?.leave();
      state.value = joined === null ? 'bad' : 'good';
      joined?.onClosed(() => {
        state.value = 'bad';
      });
    });
    return () => {
      isGone = true;
      trial?.leave();
    };
  }, []);
  const { readiness, shell } = words.value;
  const { trial } = readiness;
  if (state.value === 'trying') return <PlainPage title={readiness.looking} text={trial.trying} />;
  const isGood = state.value === 'good';
  return (
    <PlainPage
      title={`${isGood ? '✓' : '✗'} ${isGood ? trial.good : trial.bad}`}
      text={isGood ? trial.goodNote : trial.badNote}
    >
      {!isGood && (
        <button type="button" class="btn primary" onClick={() => location.reload()}>
          {shell.tryAgain}
        </button>
      )}
      <a class="btn" href={pathTo('/')}>
        {shell.toHome}
      </a>
    </PlainPage>
  );
}

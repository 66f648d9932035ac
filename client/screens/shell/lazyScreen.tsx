import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { fetchWords, firstWords, language } from '../../text/language.ts';
import { loadedAgain } from '../../net/freshBuild.ts';
import { PlainPage } from '../../components/PlainPage.tsx';

/**
 * A screen whose code and words load when it is first shown; meanwhile, and on failure, it shows a sentence. A page older than the
 * server's build reloads itself once.
 */
export function lazyScreen<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const state = signal<'waiting' | 'failed' | { readonly Screen: ComponentType<Props> }>('waiting');
  let started = false;
  const start = () => {
    started = true;
    state.value = 'waiting';
    Promise.all([load(), fetchWords(language.peek())]).then(
      ([Screen]) => {
        state.value = { Screen };
      },
      async () => {
        if (await loadedAgain()) return;
        started = false;
        state.value = 'failed';
      },
    );
  };
  return function LazyScreen(props: Props) {
    useEffect(() => {
      if (!started) start();
    }, []);
    const now = state.value;
    if (now === 'waiting') return <p class="visually-hidden">{firstWords.value.shell.opening}</p>;
    if (now === 'failed') return <NotFetched again={start} />;
    return <now.Screen {...props} />;
  };
}

function NotFetched({ again }: { readonly again: () => void }) {
  const { shell } = firstWords.value;
  return (
    <PlainPage title={shell.notFetched.title} text={shell.notFetched.text}>
      <button type="button" class="btn primary" onClick={again}>
        {shell.tryAgain}
      </button>
    </PlainPage>
  );
}

import { useSignal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import { words } from '../../../text/language.ts';
import type { ReplayTools } from '../replayTools.ts';

type Loaded = 'loading' | 'failed' | { readonly Page: FunctionComponent<ReplayTools> };

/** The analysis in its tab. Its charts and the library that draws them load when somebody opens it. */
export function AnalysisTab(tools: ReplayTools) {
  const { analysis } = words.value.replay;
  const state = useSignal<Loaded>('loading');
  const load = (): void => {
    state.value = 'loading';
    import('./AnalysisPage.tsx').then(
      ({ AnalysisPage }) => (state.value = { Page: AnalysisPage }),
      () => (state.value = 'failed'),
    );
  };
  useEffect(load, []);
  const now = state.value;
  if (now === 'loading')
    return (
      <p class="note" role="status">
        {analysis.loading}
      </p>
    );
  if (now === 'failed')
    return (
      <p class="note" role="alert">
        {analysis.failed}{' '}
        <button type="button" class="btn" onClick={load}>
          {analysis.again}
        </button>
      </p>
    );
  return <now.Page {...tools} />;
}

import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { PlainPage } from '../../components/PlainPage.tsx';
import type { RecordedSource } from '../../source/recorded.ts';
import { words } from '../../text/language.ts';
import { hidesRest } from './hidesRest.ts';

interface Props {
  readonly source: RecordedSource;
  readonly close: () => void;
}

type Pages = { readonly Sheets: ComponentType<Props & { readonly isEndHidden: boolean }> };

/** The address of the sheets of a record, after its `#`. */
export const SHEETS_HASH = '#sheets';

/** The sheets of an opened record; their code loads when they are wanted. */
export function SheetsOf(props: Props) {
  const isEndHidden = useMemo(() => hidesRest(props.source), [props.source]);
  const pages = useSignal<Pages | 'waiting' | 'failed'>('waiting');
  useEffect(() => {
    import('../sheets/SheetsPages.tsx').then(
      ({ SheetsPages }) => (pages.value = { Sheets: SheetsPages }),
      () => (pages.value = 'failed'),
    );
  }, []);
  const now = pages.value;
  if (now === 'waiting') return <p class="visually-hidden">{words.value.replay.open.reading}</p>;
  if (now !== 'failed') return <now.Sheets {...props} isEndHidden={isEndHidden} />;
  const { shell } = words.value;
  return (
    <PlainPage title={shell.notFetched.title} text={shell.notFetched.text}>
      <button type="button" class="btn primary" onClick={props.close}>
        {shell.tryAgain}
      </button>
    </PlainPage>
  );
}

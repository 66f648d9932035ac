import { useSignal } from '@preact/signals';
import { MOST_IMPORT_BYTES } from '#shared/wire/library.ts';
import { Notice } from '../../components/Notice.tsx';
import { api } from '../../net/api.ts';
import type { ApiFailure } from '../../net/asking.ts';
import { words } from '../../text/language.ts';
import { faultPlace } from '../../components/faultPlace.ts';
import { spokenCode } from '../../lib/joinCode.ts';
import { FileButton } from '../../components/FileButton.tsx';

type Importing =
  | { readonly state: 'idle' | 'checking' }
  | { readonly state: 'done'; readonly code: string }
  | { readonly state: 'failed'; readonly failure: ApiFailure };

/** Imports a record of this or another server into the library after verifying it. */
export function ImportRecord({ done }: { readonly done: () => void }) {
  const { library } = words.value;
  const now = useSignal<Importing>({ state: 'idle' });
  const take = async (file: File): Promise<void> => {
    now.value = { state: 'checking' };
    const answer =
      file.size > MOST_IMPORT_BYTES
        ? ({ ok: false, failure: { code: 'badRecord', message: 'file' } } as const)
        : await api.importRecord(file.name, await file.text());
    now.value = answer.ok
      ? { state: 'done', code: answer.value.code }
      : { state: 'failed', failure: answer.failure };
    if (answer.ok) done();
  };
  return (
    <>
      <FileButton label={library.import} accept=".jsonl,.json,application/jsonl,text/plain" take={take} />
      <p class="note import-result" role="status">
        {now.value.state === 'checking' && library.importing}
        {now.value.state === 'done' && library.imported(spokenCode(now.value.code))}
      </p>
      {now.value.state === 'failed' && <Refused failure={now.value.failure} />}
    </>
  );
}

function Refused({ failure: { code, message } }: { readonly failure: ApiFailure }) {
  const { library, refusals } = words.value;
  const more =
    code === 'badRecord'
      ? library.faultAt(faultPlace(message))
      : code === 'recordKnown'
        ? library.knownAs(spokenCode(message))
        : '';
  return <Notice title={refusals.notDone} text={`${refusals.api[code]} ${more}`.trim()} />;
}

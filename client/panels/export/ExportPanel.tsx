import { type Signal, useSignal } from '@preact/signals';
import { faultPlace } from '../../components/faultPlace.ts';
import { Notice } from '../../components/Notice.tsx';
import { RadioRow } from '../../components/RadioRow.tsx';
import { words } from '../../text/language.ts';
import type { ExportKind } from './exportWish.ts';
import { type ExportState, type RecordsToExport, useExport } from './useExport.ts';
import '../../styles/export.css';

/** The files that anybody who holds a record may make of it. */
const offered = ['zip', 'xlsx', 'log'] as const satisfies readonly ExportKind[];

interface Props {
  readonly records: RecordsToExport;
  /** The host's pages offer who is behind each pseudonym, as a file of its own. */
  readonly isHost: boolean;
}

/** Makes tables, a workbook or copies of records, with people by pseudonym unless names are chosen. [decision 0092] */
export function ExportPanel({ records, isHost }: Props) {
  const { exports } = words.value;
  const names = useSignal(false);
  const { now, make } = useExport(records);
  const isMaking = now.value.state === 'making';
  return (
    <div class="export">
      <RadioRow
        label={exports.people}
        options={[
          [false, exports.pseudonyms],
          [true, exports.names],
        ]}
        chosen={names.value}
        choose={(chosen) => (names.value = chosen)}
      />
      <p class="note">{names.value ? exports.namesNote : exports.pseudonymsNote}</p>
      <p class="row">
        {offered.map((kind) => (
          <MakeButton key={kind} kind={kind} now={now} make={() => make({ kind, names: names.value })} />
        ))}
      </p>
      <p class="note export-result" role="status">
        {isMaking && exports.making}
        {now.value.state === 'made' && exports.made(now.value.file, sizeText(now.value.bytes))}
      </p>
      <Problem now={now.value} />
      <p class="note">{exports.note}</p>
      {isHost && (
        <details>
          <summary>{exports.codebook}</summary>
          <p class="note">{exports.codebookNote}</p>
          <MakeButton kind="codebook" now={now} make={() => make({ kind: 'codebook', names: true })} />
        </details>
      )}
    </div>
  );
}

interface ButtonProps {
  readonly kind: ExportKind;
  readonly now: Signal<ExportState>;
  readonly make: () => void;
}

/** Stays where it is and in the focus while a file is made. */
function MakeButton({ kind, now, make }: ButtonProps) {
  const isMaking = now.value.state === 'making';
  const isThis = now.value.state === 'making' && now.value.kind === kind;
  return (
    <button
      type="button"
      class={isThis ? 'btn busy' : 'btn'}
      aria-disabled={isMaking ? 'true' : undefined}
      onClick={make}
    >
      {words.value.exports.kinds[kind]}
    </button>
  );
}

function Problem({ now }: { readonly now: ExportState }) {
  const { exports, refusals } = words.value;
  if (now.state === 'unread') return <Notice title={refusals.notDone} text={now.sentence} />;
  if (now.state === 'faulty')
    return <Notice title={refusals.notDone} text={exports.faulty(faultPlace(now.where))} />;
  return now.state === 'failed' ? <Notice title={refusals.notDone} text={exports.failed} /> : null;
}

const KILOBYTE = 1000;

function sizeText(bytes: number): string {
  const { exports } = words.value;
  const kilobytes = Math.max(1, Math.round(bytes / KILOBYTE));
  return kilobytes < KILOBYTE
    ? exports.kilobytes(String(kilobytes))
    : exports.megabytes((kilobytes / KILOBYTE).toFixed(1));
}

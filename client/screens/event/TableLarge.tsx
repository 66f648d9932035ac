import { useEffect } from 'preact/hooks';
import { at } from '#shared/lib/at.ts';
import type { DialNow } from '#shared/wire/gatherings.ts';
import { Dial } from '../../charts/Dial.tsx';
import { pathTo } from '../../net/ownAddress.ts';
import { stateOf } from './tableStates.ts';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';

interface Props {
  readonly table: DialNow;
  readonly tables: readonly DialNow[];
  /** Another table, or null: all of them again. */
  readonly show: (number: number | null) => void;
}

/** One table of an event as large as the wall, with the way it has come; arrow keys turn to the next, Escape goes back. */
export function TableLarge({ table, tables, show }: Props) {
  const { manyTables: text, play } = words.value;
  const place = tables.findIndex(({ number }) => number === table.number);
  const turn = (by: number): void => show(at(tables, (place + by + tables.length) % tables.length).number);
  useEffect(() => {
    const key = ({ key: pressed }: KeyboardEvent): void => {
      if (pressed === 'Escape') show(null);
      if (pressed === 'ArrowRight') turn(1);
      if (pressed === 'ArrowLeft') turn(-1);
    };
    addEventListener('keydown', key);
    return () => removeEventListener('keydown', key);
  }, [place, tables.length]);
  const state = stateOf(table);
  const isPlaying = table.phase !== 'lobby' && table.phase !== 'ended';
  const { name } = play.phases[table.phase];
  return (
    <section class="table-large" aria-label={text.table(table.number)}>
      <h2>{text.table(table.number)}</h2>
      <p>{isPlaying ? `${text.wall.round(table.round)} · ${name}` : name}</p>
      <Dial trail={table.trail} state={state} />
      <p class="large-state">
        <strong>{state}</strong> <span class="num">{signedPoints(table.trail.at(-1) ?? 0)}</span>
      </p>
      <Ways code={table.code} turn={turn} back={() => show(null)} />
    </section>
  );
}

interface WaysProps {
  readonly code: string;
  readonly turn: (by: number) => void;
  readonly back: () => void;
}

function Ways({ code, turn, back }: WaysProps) {
  const { manyTables: text, projector } = words.value;
  return (
    <div class="row">
      <button type="button" class="btn" onClick={() => turn(-1)}>
        {text.wall.previous}
      </button>
      <button type="button" class="btn primary" onClick={() => back()}>
        {text.wall.close}
      </button>
      <button type="button" class="btn" onClick={() => turn(1)}>
        {text.wall.following}
      </button>
      <a class="btn" href={pathTo(`/screen/${code}`)} target="_blank" rel="noopener">
        {projector.open}
      </a>
    </div>
  );
}

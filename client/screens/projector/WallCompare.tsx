import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { CompareChart } from '../../charts/CompareChart.tsx';
import { askDialFan, type DialFan, shareBelow } from '../../source/dialFanDesk.ts';
import type { DialFanErrand } from '../../source/dialFanWorker.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { signedPoints } from '../../text/number.ts';

interface Props {
  readonly view: View;
  readonly source: ViewSource;
}

/** Those with whom a class is most alike. */
const KIND: DialFanErrand['kind'] = { mix: 'CLASS', talk: true };
/** As many sessions are simulated where none were shipped for the setting; with fewer than the least nothing is said. */
const [GAMES, LEAST] = [300, 50] as const;

/** The path of this session's dial among simulated ones, and how usual its end is, on the wall. */
export function WallCompare({ view, source }: Props) {
  const { compare, projector } = words.value;
  const fan = useFan(source);
  const dial = view.table.trail.direction;
  const end = dial.at(-1) ?? 0;
  const grown = typeof fan === 'object' ? fan : null;
  const bands = (grown?.bands ?? []).map((band) => band.map((micro) => Math.round(micro / 1000)));
  return (
    <section class="wall-page wall-compare">
      <h2>{projector.wall.names.compare}</h2>
      {grown !== null && grown.games >= LEAST ? (
        <p class="wall-rank">{compare.wall.rank(shareBelow(grown, end * 1000))}</p>
      ) : (
        <p role="status">{standing(fan)}</p>
      )}
      <CompareChart
        paths={[{ mark: signedPoints(end), dial, tone: 0 }]}
        bands={bands}
        byShare={false}
        label={compare.label(signedPoints(end))}
        onWall
      />
      {grown !== null && <p>{compare.wall.meaning}</p>}
    </section>
  );
}

type FanNow = DialFan | 'asked' | 'noRecord' | 'failed';

function standing(fan: FanNow): string {
  const { compare } = words.value;
  if (fan === 'noRecord') return compare.wall.noRecord;
  return fan === 'failed' ? compare.failed : compare.wall.simulating;
}

/** The fan of the session's setting: the one that was shipped, else one that grows in a worker of the wall. */
function useFan(source: ViewSource): FanNow {
  const now = useSignal<FanNow>('asked');
  useEffect(() => {
    let stop = (): void => undefined;
    let isGone = false;
    void source.record().then((text) => {
      if (isGone) return;
      if (text === null) now.value = 'noRecord';
      else stop = fanOf(text, (fan) => (now.value = fan));
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [source]);
  return now.value;
}

function fanOf(text: string, tell: (fan: FanNow) => void): () => void {
  let stop = askDialFan({ text, kind: KIND, games: null }, (shipped) => {
    if (shipped === null) tell('failed');
    else if (shipped.fan !== null) tell(shipped.fan);
    else stop = askDialFan({ text, kind: KIND, games: GAMES }, (told) => tell(told?.fan ?? 'failed'));
  });
  return () => stop();
}

import { lineWords, type MeasureKinds } from './useMeasures.ts';
import '../../styles/line-mark.css';

interface MarkProps {
  readonly measures: MeasureKinds;
  /** Whose orders the mark is about. */
  readonly seats: readonly string[];
}

/** Beside a turned card: whether its measure is moderate or crosses the line to pan-securitization; nothing for other cards. */
export function LineMark({ measures, seats }: MarkProps) {
  return (
    <>
      {lineWords(measures, seats).map((word) => (
        <span key={word} class="line-mark num">
          {word}
        </span>
      ))}
    </>
  );
}

import { BAND_EDGES } from '../../charts/dialGeometry.ts';
import { words } from '../../text/language.ts';
import { wholePoints } from '../../text/number.ts';
import { rulesWords } from './rulesWords.ts';

/** The five bands of the dial and their lower limits. */
export function BandList() {
  const { bands, from, below } = rulesWords();
  const names = words.value.play.dial.bands;
  return (
    <>
      <h3>{bands}</h3>
      <ul class="rules-bands">
        {names.map((name, band) => (
          <li key={name}>
            <b>{name}</b>
            <span class="num">
              {band === 0 ? below(wholePoints(BAND_EDGES[1] ?? 0)) : from(wholePoints(BAND_EDGES[band] ?? 0))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

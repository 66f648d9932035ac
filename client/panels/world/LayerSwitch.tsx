import type { Signal } from '@preact/signals';
import type { MapLayer } from '../../map/mapPicture.ts';
import { words } from '../../text/language.ts';

const layers: readonly MapLayer[] = ['all', 'technical', 'political', 'commercial'];

interface LayerSwitchProps {
  readonly layer: Signal<MapLayer>;
  readonly asTable: Signal<boolean>;
  readonly withTies: Signal<boolean>;
  /** Whether there is an agreement to draw. */
  readonly hasTies: boolean;
  /** False if only the table can be shown. */
  readonly canDraw: boolean;
}

/** The choice of the cables' cores on the map, and the switch to the same links as a table. */
export function LayerSwitch({ layer, asTable, withTies, hasTies, canDraw }: LayerSwitchProps) {
  const { map } = words.value.play;
  if (!canDraw) return null;
  return (
    <div class="layers no-print">
      {!asTable.value && (
        <div class="layers-group" role="group" aria-label={map.layers}>
          {layers.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={layer.value === one}
              onClick={() => {
                layer.value = one;
              }}
            >
              {one !== 'all' && <LayerMark layer={one} />}
              {map.layer[one]}
            </button>
          ))}
        </div>
      )}
      {!asTable.value && hasTies && <TieSwitch withTies={withTies} />}
      <button
        type="button"
        class="layers-table"
        aria-pressed={asTable.value}
        title={asTable.value ? map.asMap : map.asTable}
        onClick={() => {
          asTable.value = !asTable.value;
        }}
      >
        <TableMark isTable={asTable.value} />
      </button>
    </div>
  );
}

/** Shows and hides agreements; its icon is the legend. */
function TieSwitch({ withTies }: { readonly withTies: Signal<boolean> }) {
  const { map } = words.value.play;
  return (
    <button
      type="button"
      class="layers-table layers-ties"
      aria-pressed={withTies.value}
      title={map.ties}
      onClick={() => {
        withTies.value = !withTies.value;
      }}
    >
      <svg width="26" height="12" viewBox="0 0 26 12" aria-hidden="true">
        <path class="tie-line" d="M1 6h7M18 6h7" />
        <circle class="tie-line" cx="13" cy="6" r="4" />
      </svg>
      <span class="visually-hidden">{map.ties}</span>
    </button>
  );
}

function TableMark({ isTable }: { readonly isTable: boolean }) {
  const { map } = words.value.play;
  if (isTable) return <>{map.asMap}</>;
  return (
    <>
      <svg width="18" height="16" viewBox="0 0 18 16" aria-hidden="true">
        <path class="layers-grid" d="M1 1.5h16v13H1zM1 6h16M1 10.5h16M7 1.5v13" />
      </svg>
      <span class="visually-hidden">{map.asTable}</span>
    </>
  );
}

function LayerMark({ layer }: { readonly layer: Exclude<MapLayer, 'all'> }) {
  const heights = { technical: 2, political: 6.5, commercial: 11 };
  return (
    <svg width="16" height="13" viewBox="0 0 16 13" aria-hidden="true">
      {(['technical', 'political', 'commercial'] as const).map((core) => (
        <path key={core} class={core === layer ? `core is-${core}` : 'core'} d={`M0 ${heights[core]}h16`} />
      ))}
    </svg>
  );
}

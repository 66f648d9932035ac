import type { ComponentChildren } from 'preact';
import { words } from '../../text/language.ts';
import '../../styles/marks.css';

/** The meaning of the map's lines and shapes, each beside a drawing. */
export function MapLegend() {
  const { legend } = words.value.play.map;
  return (
    <ul class="map-legend">
      <Sign name={legend.link}>
        <path class="core is-technical" d="M2 9h50" />
        <path class="core is-political" d="M2 13h50" />
        <path class="core is-commercial" d="M2 17h50" />
      </Sign>
      <Sign name={legend.restricted}>
        <path class="sec-line" d="M1 13h52" stroke-dasharray="12 8" />
        <path class="sec-line" d="M16 5v16M38 5v16" />
      </Sign>
      <Sign name={legend.cut}>
        <path class="ghost" d="M2 13h18M34 13h18" stroke-dasharray=".1 8" />
        <path class="ghost" d="M22 4v18M31 4v18" />
      </Sign>
      <Sign name={legend.camp}>
        <rect class="bloc-line" x="4" y="3" width="46" height="20" rx="10" />
      </Sign>
      <Sign name={legend.group}>
        <circle class="bloc-line" cx="27" cy="13" r="10" stroke-dasharray=".1 7.8" />
      </Sign>
      <Sign name={legend.tie}>
        <path class="tie-line" d="M2 13h18M34 13h18" />
        <circle class="tie-line" cx="27" cy="13" r="6" />
      </Sign>
      <Sign name={legend.fog}>
        <path class="mark-fog" d="M3 5h20M29 5h20M8 12h12M26 12h26M2 19h24M33 19h14" />
      </Sign>
    </ul>
  );
}

function Sign({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <li>
      <svg viewBox="0 0 54 26" aria-hidden="true">
        {children}
      </svg>
      {name}
    </li>
  );
}

import { useSignal } from '@preact/signals';
import { saveFile } from '../../../lib/saveFile.ts';
import { labelled, list } from '../../../text/language.ts';
import { analysisWords } from './analysisWords.ts';
import type { ChartPart, DrawChart } from './chart.ts';
import { type Caption, chartCsv, chartPng, chartSvg, svgText } from './saveChart.ts';

interface SaveProps {
  readonly part: ChartPart;
  readonly caption: Caption;
}

type Kind = 'png' | 'svg' | 'csv';

/** Saves a drawing as a picture for slides, as a drawing, or its numbers as a table. */
export function SaveRow({ part, caption }: SaveProps) {
  const { saving } = analysisWords();
  const hasFailed = useSignal(false);
  const { draw } = part;
  const kinds: readonly Kind[] = draw === null ? ['csv'] : ['png', 'svg', 'csv'];
  const save = (kind: Kind): void => {
    hasFailed.value = false;
    fileOf(kind, draw === null ? part : { ...part, draw }, caption).then(
      (file) => saveFile(`crossroads-${part.id}.${kind}`, file),
      () => (hasFailed.value = true),
    );
  };
  return (
    <p class="analysis-save no-print" role="group" aria-label={saving.label(part.name)}>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          class="btn"
          aria-label={labelled(saving.kinds[kind], list([part.name, saving.says[kind]]))}
          onClick={() => save(kind)}
        >
          {saving.kinds[kind]}
        </button>
      ))}
      {hasFailed.value && <span role="alert">{saving.failed}</span>}
    </p>
  );
}

async function fileOf(kind: Kind, part: ChartPart, caption: Caption): Promise<Blob> {
  if (kind === 'csv') return new Blob([chartCsv(part.table)], { type: 'text/csv' });
  const drawing = chartSvg({ ...part, draw: drawOf(part) }, caption);
  return kind === 'png' ? chartPng(drawing) : new Blob([svgText(drawing)], { type: 'image/svg+xml' });
}

function drawOf({ draw }: ChartPart): DrawChart {
  if (draw === null) throw new Error('nothing to draw');
  return draw;
}

import { plot } from '@observablehq/plot';
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ChartPart, DrawChart } from './chart.ts';

interface FigureProps {
  readonly part: ChartPart & { readonly draw: DrawChart };
  readonly sentence: string;
}

/** A drawing as wide as its place, drawn again when the place or what it shows changes. Screen readers get its name and sentence. */
export function ChartFigure({ part, sentence }: FigureProps) {
  const place = useRef<HTMLDivElement>(null);
  const width = useSignal(0);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      // Paper shows the drawing as it stands: it does not wait for a new one, and then lacks it or has empty pages.
      if (!matchMedia('print').matches) width.value = Math.floor(element.clientWidth);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (width.value > 0) place.current?.replaceChildren(drawPart(part.draw, width.value, part.id));
  }, [part, width.value]);
  return <div ref={place} class="analysis-figure" role="img" aria-label={`${part.name}. ${sentence}`} />;
}

/** The drawing at a width. The library puts a style into it, which the page's policy would refuse: ours stands in the style sheet. */
export function drawPart(draw: DrawChart, width: number, id: string): Element {
  const drawing = plot(draw(width, id));
  drawing.querySelector('style')?.remove();
  return drawing;
}

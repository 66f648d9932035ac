import type { LogLine } from '#shared/log/line.ts';

/** A place of a record with a name: `lobby`, `round3.reveal`, `ended`. */
export interface NamedPlace {
  readonly name: string;
  readonly position: number;
}

/** The named places of a record in its order: the start, every phase, the ending. After a step back a name comes again. */
export function namedPlaces(lines: readonly LogLine[]): readonly NamedPlace[] {
  const places: NamedPlace[] = [{ name: 'lobby', position: 0 }];
  for (const [index, { events }] of lines.entries())
    for (const event of events) {
      if (event.type === 'phaseOpened')
        places.push({ name: `round${event.round}.${event.phase}`, position: index + 1 });
      if (event.type === 'sessionEnded') places.push({ name: 'ended', position: index + 1 });
    }
  return places;
}

/** A position in words: the name of its place, and how many lines after it; `line57` in a round that was undone later. */
export function positionName(places: readonly NamedPlace[], position: number): string {
  const place = places.findLast((one) => one.position <= position);
  const last = places.findLast(({ name }) => name === place?.name);
  if (place === undefined || last !== place) return `line${position}`;
  return position === place.position ? place.name : `${place.name}.${position - place.position}`;
}

/** The position that a name stands for, or null where the record has no such place. */
export function positionOf(places: readonly NamedPlace[], name: string): number | null {
  const line = /^line(\d{1,7})$/.exec(name);
  if (line) return Number(line[1]);
  const [, base = '', after] = /^(lobby|ended|round\d{1,4}\.[a-z]+)(?:\.(\d{1,7}))?$/.exec(name) ?? [];
  const place = places.findLast((one) => one.name === base);
  return place === undefined ? null : place.position + Number(after ?? 0);
}

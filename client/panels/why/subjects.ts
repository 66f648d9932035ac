import type { Subject } from '#shared/model/explain.ts';
import { symptoms } from '#shared/session/findings/kinds.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { termOf } from '../../components/termWords.ts';
import { words } from '../../text/language.ts';
import type { GaugeKey } from '../world/gauges.ts';
import { blocName, seatName } from '../lookup.ts';

const shownIndicators: readonly string[] = [
  'efficiency',
  'meanTrust',
  'meanThreat',
  'blocIndex',
  'securitizationIndex',
  'fragmentationIndex',
  'direction',
] satisfies readonly GaugeKey[];

function isGauge(name: string): name is GaugeKey {
  return shownIndicators.includes(name);
}

/** A gauge's name inside a sentence. */
function inside(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The name of a subject inside a sentence of the reader's language. */
export function subjectName(view: View, subject: Subject): string {
  const { why, play } = words.value;
  const name = (seat: string): string => (seat === view.own?.seat ? why.you : seatName(view, seat));
  switch (subject.kind) {
    case 'trust':
      return why.subjects.trust(seatName(view, subject.of), name(subject.in));
    case 'seat':
      if (subject.quantity === 'score' && subject.seat === view.own?.seat) return why.subjects.own;
      return why.subjects.seat(why.subjects.quantities[subject.quantity], seatName(view, subject.seat));
    case 'pair':
      return why.subjects[subject.quantity](seatName(view, subject.a), seatName(view, subject.b));
    case 'world':
      return inside(play.gauges[subject.quantity]);
    case 'indicator': {
      const symptom = symptoms.find((one) => one === subject.indicator);
      if (symptom !== undefined) return inside(words.value.course.kinds[symptom]);
      return inside(play.gauges[isGauge(subject.indicator) ? subject.indicator : 'direction']);
    }
    case 'path':
      return why.subjects.paths[subject.path];
    case 'gap':
      return inside(words.value.course.factors.gap);
    case 'equal':
      return inside(termOf('equal').name);
    case 'depth': {
      const bloc = view.table.blocs.find((candidate) => candidate.id === subject.bloc);
      return why.subjects.depth(bloc ? blocName(view, bloc) : why.someBloc);
    }
  }
}

/** The heading over the causes of a number, by how much it changed (millionths). */
export function whyTitle(view: View, subject: Subject, change: number): string {
  const isDial = subject.kind === 'indicator' && subject.indicator === 'direction';
  return words.value.why.question(subjectName(view, subject), change, isDial);
}

import type { FanSummary } from '#shared/run/fan.ts';
import type { Stage } from '#shared/model/world.ts';
import { words } from '../../text/language.ts';

const stages: readonly Stage[] = ['governance', 'selection', 'emergence', 'predicament'];

/** The share of the continuations that end in each stage, on both sides. */
export function FanEndings({ summary: { record, branch } }: { readonly summary: FanSummary }) {
  const { whatIf, course } = words.value;
  const shown = stages.filter((stage) => (record.endings[stage] ?? 0) + (branch.endings[stage] ?? 0) > 0);
  const share = (of: number | undefined): string => whatIf.fan.share(Math.round(100 * (of ?? 0)));
  return (
    <section class="what-if-shares">
      <h3>{whatIf.fan.endings}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{whatIf.fan.ending}</th>
            <th scope="col">{whatIf.answer.recorded}</th>
            <th scope="col">{whatIf.answer.changed}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((stage) => (
            <tr key={stage}>
              <th scope="row">{course.picture[stage]}</th>
              <td class="num">{share(record.endings[stage])}</td>
              <td class="num">{share(branch.endings[stage])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

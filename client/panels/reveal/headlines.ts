import type { View } from '#shared/session/views/tableView.ts';
import type { Tenths } from '#shared/session/views/tenths.ts';
import { list, words } from '../../text/language.ts';
import { wholePoints } from '../../text/number.ts';
import { CUT } from '../world/LinkTable.tsx';
import { blocName, seatAt, seatName, shared, trustIn } from '../lookup.ts';

interface Headline {
  readonly sentence: string;
  /** Higher priority comes first. */
  readonly weight: number;
}

/** The three sentences that sum up a round, from the changes between two views; without the earlier view, from the trail. */
export function headlinesOf(before: View | null, after: View): readonly string[] {
  const found = [...stageNews(before, after), ...rulesNews(after), ...worldNews(after)];
  if (before) found.push(...linkNews(before, after), ...trustNews(before, after), ...campNews(before, after));
  return found
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, 3)
    .map((headline) => headline.sentence);
}

function stageNews(before: View | null, after: View): readonly Headline[] {
  const { headline } = words.value.play.reveal;
  if (!before) return [];
  const { table } = after;
  if (table.locked && !before.table.locked) return [{ sentence: headline.locked, weight: 1000 }];
  if (!table.locked && before.table.locked) return [{ sentence: headline.unlocked, weight: 1000 }];
  return table.stage === before.table.stage ? [] : [{ sentence: headline.stage[table.stage], weight: 900 }];
}

function rulesNews(after: View): readonly Headline[] {
  const { headline } = words.value.play.reveal;
  const share = after.table.trail.participation.at(-1) ?? 0;
  const need = after.card.commitThreshold;
  if (share >= need) return [{ sentence: headline.rulesGrew(wholePoints(share)), weight: 300 }];
  return share > 0
    ? [{ sentence: headline.rulesFell(wholePoints(share), wholePoints(need)), weight: 55 }]
    : [];
}

function worldNews(after: View): readonly Headline[] {
  const { headline } = words.value.play.reveal;
  const moved = (trail: readonly Tenths[]) => [trail.at(-2) ?? 0, trail.at(-1) ?? 0] as const;
  const [e, f] = moved(after.table.trail.efficiency);
  const [t, u] = moved(after.table.trail.meanTrust);
  const [r, s] = moved(after.table.trail.competition);
  return [
    { sentence: headline.connectivity(wholePoints(e), wholePoints(f)), weight: Math.abs(f - e) * 2 },
    { sentence: headline.worldTrust(wholePoints(t), wholePoints(u)), weight: Math.abs(u - t) * 2 },
    { sentence: headline.rivalry(wholePoints(r), wholePoints(s)), weight: Math.abs(s - r) },
  ];
}

/** The pair whose link moved most; a cut or a restored link before all others. */
function linkNews(before: View, after: View): readonly Headline[] {
  const { headline } = words.value.play.reveal;
  const n = after.card.seats.length;
  let best: Headline | null = null;
  for (let a = 0; a < n; a += 1) {
    for (let b = a + 1; b < n; b += 1) {
      const [was, is] = [shared(before, before.table.link, a, b), shared(after, after.table.link, a, b)];
      const names = [seatName(after, seatAt(after, a)), seatName(after, seatAt(after, b))] as const;
      const isCut = is <= CUT && was > CUT;
      const isMended = is > CUT && was <= CUT;
      const weight = Math.abs(is - was) + (isCut || isMended ? 400 : 0);
      if (best && best.weight >= weight) continue;
      const numbers = [wholePoints(was), wholePoints(is)] as const;
      const sentence = isCut
        ? headline.cut(...names)
        : isMended
          ? headline.restored(...names)
          : is < was
            ? headline.linkFell(...names, ...numbers)
            : headline.linkRose(...names, ...numbers);
      best = { sentence, weight };
    }
  }
  return best && best.weight >= 20 ? [best] : [];
}

function trustNews(before: View, after: View): readonly Headline[] {
  const { headline } = words.value.play.reveal;
  const { seats } = after.card;
  const moves = seats.flatMap((_, i) =>
    seats.flatMap((_other, j) => {
      const [was, is] = [trustIn(before, i, j), trustIn(after, i, j)];
      return was === null || is === null ? [] : [{ i, j, was, is }];
    }),
  );
  const [most] = moves.toSorted((p, q) => Math.abs(q.is - q.was) - Math.abs(p.is - p.was));
  if (!most || Math.abs(most.is - most.was) < 20) return [];
  const say = most.is < most.was ? headline.trustFell : headline.trustRose;
  const names = [seatName(after, seatAt(after, most.i)), seatName(after, seatAt(after, most.j))] as const;
  return [
    {
      sentence: say(...names, wholePoints(most.was), wholePoints(most.is)),
      weight: Math.abs(most.is - most.was),
    },
  ];
}

/** Camps that became active or gained members. */
function campNews(before: View, after: View): readonly Headline[] {
  const { headline } = words.value.play.reveal;
  return after.table.blocs.flatMap((bloc) => {
    if (bloc.kind !== 'exclusive' || bloc.dormant) return [];
    const earlier = before.table.blocs.find((candidate) => candidate.id === bloc.id);
    if (earlier && !earlier.dormant && earlier.members.length >= bloc.members.length) return [];
    const members = list(bloc.members.map((member) => seatName(after, seatAt(after, member))));
    const isNew = !earlier || earlier.dormant;
    const say = isNew ? headline.founded : headline.grew;
    return [{ sentence: say(blocName(after, bloc), members), weight: 260 }];
  });
}

import { useEffect, useRef } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { announce } from '../../components/Announcer.tsx';
import { words } from '../../text/language.ts';

/** Announces when an own objective is met, or no longer met; uses the view as far as the reveal has disclosed it. */
export function useObjectives({ own }: View): void {
  const known = useRef<ReadonlyMap<string, boolean> | null>(null);
  const done = own?.objectives.map((objective) => objective.done).join();
  useEffect(() => {
    const { objectives: speech, play } = words.peek();
    const news = (own?.objectives ?? []).flatMap(({ id, done: isDone }) => {
      const was = known.current?.get(id);
      if (was === undefined || was === isDone) return [];
      const { name } = play.objectives[id];
      return [isDone ? speech.spokenReached(name) : speech.spokenLost(name)];
    });
    known.current = new Map(own?.objectives.map((objective) => [objective.id, objective.done]));
    if (news.length > 0) announce(news.join(' '));
  }, [own?.seat, done]);
}

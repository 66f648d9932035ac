import { cited } from './cited.ts';
import { useEffect, useRef } from 'preact/hooks';
import type { View } from '#shared/session/views/tableView.ts';
import { announce } from '../../components/Announcer.tsx';
import { labelled, words } from '../../text/language.ts';
import { Fold } from '../Fold.tsx';
import type { PlayState } from '../playState.ts';
import { eventWords } from './eventWords.ts';

/** The events of this round, one line each that opens to more; announces one that comes late. */
export function EventLines({ view, ui }: { readonly view: View; readonly ui: PlayState }) {
  const told = view.table.events.map((event) => eventWords(view, event));
  const titles = told.map(({ title }) => title);
  const before = useRef(titles.length);
  useEffect(() => {
    const late = titles[titles.length - 1];
    if (titles.length > before.current && late !== undefined)
      announce(labelled(words.value.events.byHost, late));
    before.current = titles.length;
  }, [titles.length]);
  return (
    <>
      {told.map(({ title, text, whom, mechanism, source, byHost }, index) => (
        <Fold key={index} ui={ui} name={`event ${view.table.round} ${index}`} class="event-line">
          <summary>
            {title}
            {byHost && <small> · {words.value.events.byHost}</small>}
          </summary>
          {byHost && text !== null && <p>{text}</p>}
          {whom !== null && <p>{whom}</p>}
          {mechanism !== null && <p>{mechanism}</p>}
          {source !== null && <p>{words.value.events.source(cited(source))}</p>}
        </Fold>
      ))}
    </>
  );
}

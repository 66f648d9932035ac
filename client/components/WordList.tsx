import { termWords } from './termWords.ts';
import '../styles/word-list.css';

/** All terms with their meanings, by section: the glossary of the page of rules and of the facilitator's kit. */
export function WordList() {
  const { sections, groups } = termWords();
  const parts = [
    [sections.round, groups.round],
    [sections.blocs, groups.blocs],
    [sections.world, groups.world],
    [sections.course, groups.course],
    [sections.ending, groups.ending],
  ] as const;
  return (
    <div class="word-list">
      {parts.map(([title, entries]) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl>
            {Object.entries(entries).map(([id, { name, text }]) => (
              <div key={id}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

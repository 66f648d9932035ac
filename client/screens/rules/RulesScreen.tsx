import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { REFERENCE_PARAMETERS } from '#shared/model/parameters.ts';
import { LONG_SESSION } from '#shared/session/topics/deck.ts';
import { Page } from '../../components/Page.tsx';
import { WordList } from '../../components/WordList.tsx';
import type { Chapter } from '../../text/en/rules.ts';
import { ruleNumbers } from '../../text/ruleNumbers.ts';
import { BandList } from './BandList.tsx';
import { CardTable } from './CardTable.tsx';
import { rulesWords } from './rulesWords.ts';
import '../../styles/rules.css';
import { pathTo } from '../../net/ownAddress.ts';

const numbers = ruleNumbers(REFERENCE_PARAMETERS);

/** The rules on one page, to read, to link to and to print; every number comes from the engine. */
export function RulesScreen() {
  useEffect(() => document.getElementById(location.hash.slice(1))?.scrollIntoView(), []);
  const rules = rulesWords();
  const chapters = Object.entries(rules.chapters).map(([id, chapter]) => ({ id, ...chapter(numbers) }));
  return (
    <Page class="rules-page" back="/" tools={<PrintButton />}>
      <h1>{rules.title}</h1>
      <p class="rules-lead">{rules.lead}</p>
      <Contents chapters={chapters} />
      {chapters.map(({ id, ...chapter }) => (
        <ChapterPart key={id} id={id} chapter={chapter}>
          {id === 'cards' && <CardTable />}
          {id === 'cards' && <p>{rules.deck(String(LONG_SESSION))}</p>}
          {id === 'stages' && <BandList />}
        </ChapterPart>
      ))}
      <section id="words">
        <h2>{rules.words}</h2>
        <WordList />
      </section>
    </Page>
  );
}

function PrintButton() {
  return (
    <button type="button" class="btn" onClick={() => print()}>
      {rulesWords().print}
    </button>
  );
}

function Contents({ chapters }: { readonly chapters: readonly (Chapter & { readonly id: string })[] }) {
  const rules = rulesWords();
  return (
    <nav class="rules-contents" aria-label={rules.contents}>
      <ul>
        {[...chapters, { id: 'words', title: rules.words }].map(({ id, title }) => (
          <li key={id}>
            <a href={pathTo(`/rules#${id}`)}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface PartProps {
  readonly id: string;
  readonly chapter: Chapter;
  readonly children: ComponentChildren;
}

function ChapterPart({ id, chapter, children }: PartProps) {
  return (
    <section id={id}>
      <h2>{chapter.title}</h2>
      {chapter.text.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {chapter.points.length > 0 && (
        <ul class="rules-points">
          {chapter.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}

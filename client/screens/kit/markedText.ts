/** A run of text in a paragraph, emphasised or plain. */
export interface TextRun {
  readonly text: string;
  readonly isStressed: boolean;
}

/** The paragraphs of a text with emphasis in asterisks: `*why*`. A lone asterisk stays an asterisk. */
export function markedText(text: string): readonly (readonly TextRun[])[] {
  return text
    .split(/\n+/)
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) =>
      paragraph
        .split(/\*{1,2}([^*\s](?:[^*]*[^*\s])?)\*{1,2}/)
        .map((run, place) => ({ text: run, isStressed: place % 2 === 1 }))
        .filter((run) => run.text !== ''),
    );
}

import { markedText } from './markedText.ts';

/** A text with its paragraphs; emphasises `*this*`. */
export function Paragraphs({ text }: { readonly text: string }) {
  return (
    <>
      {markedText(text).map((runs, place) => (
        <p key={place}>{runs.map((run, at) => (run.isStressed ? <em key={at}>{run.text}</em> : run.text))}</p>
      ))}
    </>
  );
}

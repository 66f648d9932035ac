/** A text with its paragraphs. */
export function Paragraphs({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/\n+/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </>
  );
}

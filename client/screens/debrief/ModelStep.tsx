import { words } from '../../text/language.ts';

/** Is the model right: four of its claims, each with the paper's reading and another one. */
export function ModelStep() {
  const { model } = words.value.debrief;
  return (
    <ol class="model-questions">
      {model.questions.map(({ question, claim, paper, other }) => (
        <li key={question} class="debrief-card">
          <h2>{question}</h2>
          <dl class="readings-pair">
            <div>
              <dt>{model.claim}</dt>
              <dd>{claim}</dd>
            </div>
            <div>
              <dt>{model.paper}</dt>
              <dd>{paper}</dd>
            </div>
            <div>
              <dt>{model.other}</dt>
              <dd>{other}</dd>
            </div>
          </dl>
        </li>
      ))}
    </ol>
  );
}

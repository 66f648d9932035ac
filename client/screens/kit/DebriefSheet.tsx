import { kitWords } from './kitWords.ts';

/** The questions of the debrief, step by step. */
export function DebriefSheet() {
  return (
    <ol class="kit-debrief">
      {kitWords().debrief.map(({ title, questions }) => (
        <li key={title}>
          <h3>{title}</h3>
          <ul class="kit-list">
            {questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** Four criteria at three levels. */
export function RubricSheet() {
  const { rubric, rubricHead } = kitWords();
  return (
    <table class="kit-table">
      <thead>
        <tr>
          {rubricHead.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rubric.map(({ name, levels }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {levels.map((level) => (
              <td key={level}>{level}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

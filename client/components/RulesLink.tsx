import { firstWords } from '../text/language.ts';
import { pathTo } from '../net/ownAddress.ts';

/** The way to the page of rules, beside what one is doing: it opens on its own. */
export function RulesLink() {
  return (
    <a class="rules-link" href={pathTo('/rules')} target="_blank" rel="noopener">
      {firstWords.value.shell.home.rules}
    </a>
  );
}

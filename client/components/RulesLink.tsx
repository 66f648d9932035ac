import { firstWords } from '../text/language.ts';
import { pathTo } from '../net/ownAddress.ts';

/** The link to the page of rules; it opens in a tab of its own. */
export function RulesLink() {
  return (
    <a class="rules-link" href={pathTo('/rules')} target="_blank" rel="noopener">
      {firstWords.value.shell.home.rules}
    </a>
  );
}

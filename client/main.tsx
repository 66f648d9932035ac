import { render } from 'preact';
import './theme.css';
import './styles/components.css';
import './styles/shell.css';
import { leaveComposingAlone } from './components/composing.ts';
import { keepTextsFresh } from './components/freshTexts.ts';
import { fetchFirstWords, language } from './text/language.ts';
import { App } from './screens/shell/App.tsx';
import { followAddress } from './lib/address.ts';
import { keepFocus } from './screens/shell/keptFocus.ts';

leaveComposingAlone(window);
followAddress();
keepFocus();
const root = document.getElementById('app');
const other = language.peek() === 'zh' ? 'en' : 'zh';
fetchFirstWords(language.peek())
  .catch(async () => fetchFirstWords(other))
  .then(() => {
    if (root === null) return;
    render(<App />, root);
    keepTextsFresh(root);
    // Until here, and for good if anything fails, the sentence in the HTML page stays visible. [cases: blank]
    document.getElementById('no-words')?.remove();
  })
  .catch((fault: unknown) => console.error(fault));

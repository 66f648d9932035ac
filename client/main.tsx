import { render } from 'preact';
import './theme.css';
import './styles/components.css';
import './styles/shell.css';
import { leaveComposingAlone } from './components/composing.ts';
import { fetchFirstWords, language } from './text/language.ts';
import { App } from './screens/shell/App.tsx';
import { followAddress } from './screens/shell/address.ts';
import { keepFocus } from './screens/shell/keptFocus.ts';

leaveComposingAlone(window);
followAddress();
keepFocus();
const root = document.getElementById('app');
const other = language.peek() === 'zh' ? 'en' : 'zh';
fetchFirstWords(language.peek())
  .catch(async () => fetchFirstWords(other))
  .then(
    () => {
      if (root) render(<App />, root);
    },
    // Without a word of either language only the page's own sentence can be shown.
    () => document.getElementById('no-words')?.removeAttribute('hidden'),
  );

import { render } from 'preact';
import './theme.css';
import './styles/components.css';
import './styles/shell.css';
import { fetchWords, language } from './text/language.ts';
import { App } from './screens/shell/App.tsx';
import { followAddress } from './screens/shell/address.ts';

followAddress();
const root = document.getElementById('app');
fetchWords(language.peek())
  .catch(() => undefined)
  .finally(() => {
    if (root) render(<App />, root);
  });

import type { ComponentChildren } from 'preact';
import { pathTo } from '../net/ownAddress.ts';
import { words } from '../text/language.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Logo } from './Logo.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';

interface Props {
  /** The page's name in the style sheet. */
  readonly class: string;
  /** The target of the program's name. */
  readonly back: `/${string}`;
  /** The content of the head before the two switches. */
  readonly tools?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A page outside the table: a head that is not printed, with the program's name, the theme and the language; then its main part. */
export function Page({ class: name, back, tools, children }: Props) {
  return (
    <div class={name}>
      <header class="no-print">
        <a href={pathTo(back)} class="brand">
          <Logo />
          {words.value.shell.name}
        </a>
        <div class="corner">
          {tools}
          <ThemeSwitch />
          <LanguageSwitch />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

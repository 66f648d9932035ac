import type { ComponentChildren } from 'preact';
import { pathTo } from '../net/ownAddress.ts';
import { words } from '../text/language.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Logo } from './Logo.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';

interface Props {
  /** Where the name of the program leads. */
  readonly href: `/${string}`;
  /** What stands before the two switches. */
  readonly children?: ComponentChildren;
}

/** The head of a page that is no table: the name of the program, the theme and the language; it is not printed. */
export function PageHeader({ href, children }: Props) {
  return (
    <header class="no-print">
      <a href={pathTo(href)} class="brand">
        <Logo />
        {words.value.shell.name}
      </a>
      <div class="corner">
        {children}
        <ThemeSwitch />
        <LanguageSwitch />
      </div>
    </header>
  );
}

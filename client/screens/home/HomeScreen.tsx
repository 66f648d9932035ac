import { LanguageSwitch } from '../../components/LanguageSwitch.tsx';
import { LineIcon } from '../../components/LineIcon.tsx';
import { Logo } from '../../components/Logo.tsx';
import { ThemeSwitch } from '../../components/ThemeSwitch.tsx';
import { firstWords } from '../../text/language.ts';
import { CodeForm } from './CodeForm.tsx';
import { LivingMap } from './LivingMap.tsx';
import '../../styles/home.css';
import { pathTo } from '../../net/ownAddress.ts';

/** The first page: a field for the code, and the three other ways in. */
export function HomeScreen() {
  const { shell } = firstWords.value;
  return (
    <div class="home">
      <LivingMap />
      <div class="corner no-print">
        <ThemeSwitch />
        <LanguageSwitch />
      </div>
      <main id="main" tabIndex={-1}>
        <h1>
          <Logo size={42} />
          {shell.name}
        </h1>
        <p class="tagline">{shell.home.tagline}</p>
        <CodeForm />
        <nav aria-label={shell.home.elsewhere}>
          <ul>
            <WayIn href={pathTo('/practice')} name={shell.home.practice} note={shell.home.practiceNote} />
            <WayIn href={pathTo('/host')} name={shell.home.host} note={shell.home.hostNote} />
            <WayIn href={pathTo('/rules')} name={shell.home.rules} note={shell.home.rulesNote} />
            <WayIn href={pathTo('/replay')} name={shell.home.replay} note={shell.home.replayNote} />
          </ul>
        </nav>
      </main>
    </div>
  );
}

interface Way {
  readonly href: string;
  readonly name: string;
  readonly note: string;
}

function WayIn({ href, name, note }: Way) {
  return (
    <li>
      <a href={href}>
        <span>
          <b>{name}</b>
          <small>{note}</small>
        </span>
        <LineIcon path="M7.5 4l6 6-6 6" />
      </a>
    </li>
  );
}

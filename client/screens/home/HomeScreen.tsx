import { LanguageSwitch } from '../../components/LanguageSwitch.tsx';
import { LineIcon } from '../../components/LineIcon.tsx';
import { Logo } from '../../components/Logo.tsx';
import { ThemeSwitch } from '../../components/ThemeSwitch.tsx';
import { firstWords } from '../../text/language.ts';
import { CodeForm } from './CodeForm.tsx';
import { LivingMap } from './LivingMap.tsx';
import '../../styles/home.css';
import { pathTo } from '../../net/ownAddress.ts';
import { standIn } from '../../net/standIn.ts';

/** The first page: a field for the code, and the other ways in. Without a server practice takes the place of the code. */
export function HomeScreen() {
  const { shell } = firstWords.value;
  const isServed = standIn() === null;
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
        {isServed ? <CodeForm /> : <BeginHere />}
        <nav aria-label={shell.home.elsewhere}>
          <ul>
            {isServed && (
              <WayIn href={pathTo('/practice')} name={shell.home.practice} note={shell.home.practiceNote} />
            )}
            {isServed && <WayIn href={pathTo('/host')} name={shell.home.host} note={shell.home.hostNote} />}
            <WayIn href={pathTo('/rules')} name={shell.home.rules} note={shell.home.rulesNote} />
            <WayIn href={pathTo('/replay')} name={shell.home.replay} note={shell.home.replayNote} />
            {!isServed && (
              <WayIn href={pathTo('/host')} name={shell.files.class} note={shell.files.classNote} />
            )}
          </ul>
        </nav>
      </main>
    </div>
  );
}

/** Practice first, because no session can be joined here. */
function BeginHere() {
  const { home, files } = firstWords.value.shell;
  return (
    <div class="begin-here">
      <a class="btn primary lg" href={pathTo('/practice')}>
        {home.practice}
      </a>
      <p class="note">{files.onDevice}</p>
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

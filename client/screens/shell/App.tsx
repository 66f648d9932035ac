import { assertNever } from '#shared/lib/assertNever.ts';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Announcer } from '../../components/Announcer.tsx';
import { firstWords } from '../../text/language.ts';
import { address, type Address } from '../../lib/address.ts';
import { spokenCode } from '../../lib/joinCode.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { lazyScreen } from './lazyScreen.tsx';
import { PlainPage } from '../../components/PlainPage.tsx';
import { HomeScreen } from '../home/HomeScreen.tsx';
import { JoinScreen } from '../join/JoinScreen.tsx';
import { pathTo } from '../../net/ownAddress.ts';
import { standIn } from '../../net/standIn.ts';

type WithCode = { readonly code: string };
const PlayScreen = lazyScreen<WithCode>(async () => (await import('../play/PlayScreen.tsx')).PlayScreen);
const HostScreen = lazyScreen(async () => (await import('../host/HostScreen.tsx')).HostScreen);
const ReadinessScreen = lazyScreen(
  async () => (await import('../readiness/ReadinessScreen.tsx')).ReadinessScreen,
);
const LibraryScreen = lazyScreen(async () => (await import('../library/LibraryScreen.tsx')).LibraryScreen);
const ServerScreen = lazyScreen(async () => (await import('../server/ServerScreen.tsx')).ServerScreen);
const PrivacyScreen = lazyScreen(async () => (await import('../privacy/PrivacyScreen.tsx')).PrivacyScreen);
const TrialScreen = lazyScreen(async () => (await import('../readiness/TrialScreen.tsx')).TrialScreen);
const ProjectorScreen = lazyScreen<WithCode>(
  async () => (await import('../projector/ProjectorScreen.tsx')).ProjectorScreen,
);
const HostPages = lazyScreen<WithCode & { readonly screen: 'hostRoom' | 'event' | 'dials' }>(
  async () => (await import('../event/HostPages.tsx')).HostPages,
);
const PracticeScreen = lazyScreen(
  async () => (await import('../practice/PracticeScreen.tsx')).PracticeScreen,
);
const SharedRecordScreen = lazyScreen<object>(
  async () => (await import('../replay/ReplayScreen.tsx')).SharedRecordScreen,
);
const ReplayScreen = lazyScreen<{ readonly code: string | null }>(
  async () => (await import('../replay/ReplayScreen.tsx')).ReplayScreen,
);
const KitScreen = lazyScreen<{
  readonly scenario: string;
  readonly plan: string | null;
  readonly pace: string | null;
  readonly seats: string | null;
  readonly session: string | null;
}>(async () => (await import('../kit/KitScreen.tsx')).KitScreen);
const NeedsServerScreen = lazyScreen(
  async () => (await import('../files/NeedsServerScreen.tsx')).NeedsServerScreen,
);
const CompareScreen = lazyScreen(async () => (await import('../compare/CompareScreen.tsx')).CompareScreen);
const RulesScreen = lazyScreen(async () => (await import('../rules/RulesScreen.tsx')).RulesScreen);

/** The whole program: the screen of the current address, and around it what every screen needs. */
export function App() {
  const now = address.value;
  useFocusOnChange(now);
  return (
    <>
      <a class="skip-link" href="#main" onClick={skipToMain}>
        {firstWords.value.shell.skip}
      </a>
      <ErrorBoundary key={keyOf(now)}>
        {standIn() === null || withoutServer.includes(now.screen) ? (
          <Screen now={now} />
        ) : (
          <NeedsServerScreen />
        )}
      </ErrorBoundary>
      <Announcer />
    </>
  );
}

/** The screens that a folder of files has; all others need a server. */
const withoutServer: readonly Address['screen'][] = [
  'home',
  'play',
  'practice',
  'replay',
  'compare',
  'kit',
  'rules',
  'unknown',
];

/** The screens whose address says no more than which they are. */
const plainScreens = {
  home: HomeScreen,
  host: HostScreen,
  readiness: ReadinessScreen,
  library: LibraryScreen,
  server: ServerScreen,
  privacy: PrivacyScreen,
  trial: TrialScreen,
  practice: PracticeScreen,
  sharedRecord: SharedRecordScreen,
  compare: CompareScreen,
  rules: RulesScreen,
  unknown: UnknownScreen,
};

function Screen({ now }: { readonly now: Address }) {
  switch (now.screen) {
    case 'join':
      return <JoinScreen code={now.code} />;
    case 'play':
      return <PlayScreen code={now.code} />;
    case 'hostRoom':
    case 'event':
    case 'dials':
      return <HostPages {...now} />;
    case 'projector':
      return <ProjectorScreen code={now.code} />;
    case 'replay':
      return <ReplayScreen code={now.code} />;
    case 'kit':
      return <KitScreen {...now} />;
    case 'home':
    case 'host':
    case 'readiness':
    case 'library':
    case 'server':
    case 'privacy':
    case 'trial':
    case 'practice':
    case 'sharedRecord':
    case 'compare':
    case 'rules':
    case 'unknown': {
      const Plain = plainScreens[now.screen];
      return <Plain />;
    }
    default:
      return assertNever(now);
  }
}

function UnknownScreen() {
  const { shell } = firstWords.value;
  return (
    <PlainPage title={shell.unknown.title} text={shell.unknown.text}>
      <a class="btn primary" href={pathTo('/')}>
        {shell.toHome}
      </a>
    </PlainPage>
  );
}

function keyOf(now: Address): string {
  return 'code' in now ? `${now.screen}/${now.code ?? ''}` : now.screen;
}

/** Keyboard and screen reader start at the top of a new screen, as after loading a page. */
function useFocusOnChange(now: Address): void {
  const shown = useRef(keyOf(now));
  useLayoutEffect(() => {
    const { name } = firstWords.value.shell;
    document.title = 'code' in now && now.code !== null ? `${spokenCode(now.code)} · ${name}` : name;
    if (shown.current === keyOf(now)) return;
    shown.current = keyOf(now);
    document.getElementById('main')?.focus({ preventScroll: true });
  });
}

function skipToMain(event: Event): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

import { firstWords } from '../text/language.ts';
import { chooseTheme, theme } from './theme.ts';

/** One tap between the night theme and the paper theme. */
export function ThemeSwitch() {
  const night = theme.value === 'night';
  const label = night ? firstWords.value.shell.toPaper : firstWords.value.shell.toNight;
  return (
    <button
      type="button"
      class="round-button no-print"
      aria-label={label}
      title={label}
      onClick={() => chooseTheme(night ? 'paper' : 'night')}
    >
      <svg
        width="20"
        height="20"
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        stroke-linecap="round"
        aria-hidden="true"
      >
        {night ? (
          <>
            <circle cx="10" cy="10" r="3.6" />
            <path d="M10 1.8v2M10 16.2v2M1.8 10h2M16.2 10h2M4.2 4.2l1.4 1.4M14.4 14.4l1.4 1.4M4.2 15.8l1.4-1.4M14.4 5.6l1.4-1.4" />
          </>
        ) : (
          <path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7Z" stroke-linejoin="round" />
        )}
      </svg>
    </button>
  );
}

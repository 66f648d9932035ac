/** What can hold the place of something that has gone. */
const HOMES = 'main, section, article, aside, form, nav';

interface Place {
  readonly at: HTMLElement;
  /** What stood around it, the nearest first. */
  readonly homes: readonly HTMLElement[];
}

/** Where the focus went last; null once somebody has pressed elsewhere. */
let place: Place | null = null;
let wasDisabled = false;

/**
 * Whoever presses a button that then goes away would stand nowhere, and a screen reader would start again at the top of
 * the page. The focus goes to the nearest part around it that is still there; a button that was only disabled for a
 * moment gets it back.
 */
export function keepFocus(): void {
  document.addEventListener('focusin', ({ target }) => {
    place = target instanceof HTMLElement ? placeOf(target) : null;
    wasDisabled = false;
  });
  document.addEventListener(
    'pointerdown',
    () => {
      place = null;
    },
    true,
  );
  new MutationObserver(bringBack).observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['disabled'],
  });
}

function placeOf(at: HTMLElement): Place {
  const homes: HTMLElement[] = [];
  for (let home = at.closest<HTMLElement>(HOMES); home; home = home.parentElement?.closest(HOMES) ?? null)
    homes.push(home);
  return { at, homes };
}

function bringBack(): void {
  if (place === null) return;
  const { at, homes } = place;
  const isDisabled = at.matches(':disabled');
  if (at.isConnected && (isDisabled || !wasDisabled)) {
    wasDisabled = isDisabled;
    return;
  }
  if (document.activeElement !== document.body) return;
  if (at.isConnected) {
    at.focus({ preventScroll: true });
    return;
  }
  const home = homes.find((each) => each.isConnected) ?? document.getElementById('main');
  if (home) holdFocus(home);
}

/** Takes the focus there, though Tab does not stop at it. */
function holdFocus(home: HTMLElement): void {
  if (!home.hasAttribute('tabindex')) {
    home.setAttribute('tabindex', '-1');
    home.addEventListener('blur', () => home.removeAttribute('tabindex'), { once: true });
  }
  home.focus({ preventScroll: true });
}

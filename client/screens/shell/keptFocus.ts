/** Elements that can take the focus of one that has gone. */
const HOMES = 'main, section, article, aside, form, nav';

interface Place {
  readonly at: HTMLElement;
  /** The elements around it, the nearest first. */
  readonly homes: readonly HTMLElement[];
}

/** The last focused element; null after a press elsewhere. */
let place: Place | null = null;
let wasDisabled = false;

/**
 * If a pressed button disappears, the focus would be nowhere, and a screen reader would start again at the top of the page. This
 * moves the focus to the nearest surviving element around it; a button that was only disabled for a moment gets it back.
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

/** Moves the focus there, although Tab does not stop at it. */
function holdFocus(home: HTMLElement): void {
  if (!home.hasAttribute('tabindex')) {
    home.setAttribute('tabindex', '-1');
    home.addEventListener('blur', () => home.removeAttribute('tabindex'), { once: true });
  }
  home.focus({ preventScroll: true });
}

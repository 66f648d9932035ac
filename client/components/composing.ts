/** The code that Chrome, Firefox and Safari report for every key that belongs to an input method. */
const METHODS_KEY = 229;

/**
 * Whether a key belongs to an input method that is composing. Safari ends the composition before it reports the Enter that ended
 * it: then only the key code shows it.
 */
function isMethodsKey(event: Event): boolean {
  if ('isComposing' in event && event.isComposing === true) return true;
  return 'keyCode' in event && event.keyCode === METHODS_KEY;
}

/**
 * Keeps the keys of an input method away from the whole program, in this one place: an Enter that accepts a candidate sends
 * nothing, an Escape that drops it closes nothing. The method itself still receives them. [cases: ime]
 */
export function leaveComposingAlone(page: EventTarget): void {
  const keep = (event: Event): void => {
    if (isMethodsKey(event)) event.stopImmediatePropagation();
  };
  for (const type of ['keydown', 'keypress', 'keyup']) page.addEventListener(type, keep, true);
}

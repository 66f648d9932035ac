/** Pictures for slides: map, dial and course as PNG. */
export const pictures = {
  fold: 'Save a picture for slides…',
  ground: 'Background',
  light: 'Light',
  dark: 'Dark',
  kinds: { map: 'Map', dial: 'Dial', course: 'Course' },
  note: 'A PNG of 1920 × 1080 with title, round and source, of the moment that is shown. Secret agreements are not on it.',
  making: 'Drawing the picture…',
  made: (file: string) => `Made: ${file}. Your browser saves it.`,
  failed: 'The picture could not be drawn on this device.',
  opening: 'Opening',
  line: (when: string, state: string, value: string) => `${when} · ${state} (${value})`,
  source: (scenario: string) =>
    `Source: Crossroads, a session of “${scenario}”. The model follows Cai and Zhang (2023).`,
};
export type PictureWords = typeof pictures;

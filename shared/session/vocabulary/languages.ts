/** In which languages the pages of delegates and the projector come: both, with a switch, or one alone. */
export const languageChoices = ['both', 'en', 'zh'] as const;
/** In which languages a session is held. */
export type LanguageChoice = (typeof languageChoices)[number];

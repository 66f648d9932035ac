/** The languages of the pages of delegates and the projector: both, with a switch, or only one. */
export const languageChoices = ['both', 'en', 'zh'] as const;
/** The languages of a session. */
export type LanguageChoice = (typeof languageChoices)[number];

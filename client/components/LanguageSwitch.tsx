import { language, words } from '../text/language.ts';

/** One tap to the other language; it is named in that language, so that who needs it can read it. */
export function LanguageSwitch() {
  const other = language.value === 'en' ? 'zh' : 'en';
  return (
    <button
      type="button"
      class="round-button no-print"
      lang={other === 'zh' ? 'zh-Hans' : 'en'}
      onClick={() => {
        language.value = other;
      }}
    >
      {words.value.shell.otherLanguage}
    </button>
  );
}

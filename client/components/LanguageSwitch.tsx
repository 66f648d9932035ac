import { chooseLanguage, language, mayChooseLanguage, firstWords } from '../text/language.ts';

/**
 * One tap to the other language; named in that language, so that its readers recognise it. Absent if the session has only one
 * language.
 */
export function LanguageSwitch() {
  if (!mayChooseLanguage.value) return null;
  const other = language.value === 'en' ? 'zh' : 'en';
  return (
    <button
      type="button"
      class="round-button no-print"
      lang={other === 'zh' ? 'zh-Hans' : 'en'}
      onClick={() => {
        chooseLanguage(other);
      }}
    >
      {firstWords.value.shell.otherLanguage}
    </button>
  );
}

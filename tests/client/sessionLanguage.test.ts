import { afterEach, expect, test } from 'vitest';
import { chooseLanguage, imposeLanguage, language, mayChooseLanguage } from '../../client/text/language.ts';

afterEach(() => {
  imposeLanguage(null);
  chooseLanguage('en');
});

test('a session of one language is read in it, whatever the reader has chosen', () => {
  chooseLanguage('en');
  imposeLanguage('zh');
  expect([language.value, mayChooseLanguage.value]).toEqual(['zh', false]);
});

test('the reader’s choice comes back with the page that leaves the session', () => {
  chooseLanguage('zh');
  imposeLanguage('en');
  imposeLanguage(null);
  expect([language.value, mayChooseLanguage.value]).toEqual(['zh', true]);
});

import { fetchWords } from '../../client/text/language.ts';

// What a page does before it draws: a test that reads words imports this first.
await fetchWords('en');

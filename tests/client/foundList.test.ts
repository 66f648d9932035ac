import { describe, expect, it } from 'vitest';
import { holdsEveryWord } from '../../client/screens/host/FoundList.tsx';

describe('the search of the host', () => {
  it('finds a text that holds every word, in any order and case', () => {
    expect(holdsEveryWord('Aurelia and Meridia: no restrictions', 'RESTRICTIONS aurelia')).toBe(true);
    expect(holdsEveryWord('Aurelia and Meridia: no restrictions', 'aurelia fund')).toBe(false);
  });

  it('finds everything while nothing is looked for', () => {
    expect(holdsEveryWord('', '')).toBe(true);
    expect(holdsEveryWord('Aurelia', ' ')).toBe(true);
  });
});

import { expect, test } from 'vitest';
import { Turns } from '../../server/rooms/turns.ts';

/** Notes the question that is being answered. */
function noting(): { readonly done: string[]; readonly ask: (asker: string) => Promise<string | null> } {
  const turns = new Turns();
  const done: string[] = [];
  const ask = async (asker: string): Promise<string | null> =>
    turns.take(asker, () => {
      done.push(asker);
      return asker;
    });
  return { done, ask };
}

test('an asker with one question waits for one question of a busy asker, not for all', async () => {
  const { done, ask } = noting();
  const many = Array.from({ length: 20 }, () => ask('loud'));
  await ask('quiet');
  expect(done).toEqual(['loud', 'loud', 'quiet']);
  await Promise.all(many);
  expect(done).toHaveLength(21);
});

test('between two questions others are served', async () => {
  const { done, ask } = noting();
  const all = [ask('one'), ask('two')];
  expect(done).toEqual(['one']);
  await Promise.all(all);
  expect(done).toEqual(['one', 'two']);
});

test('too many questions of one asker are not kept', async () => {
  const { ask } = noting();
  const answers = await Promise.all(Array.from({ length: 300 }, () => ask('loud')));
  const kept = answers.filter((answer) => answer !== null).length;
  expect(kept).toBeGreaterThan(50);
  expect(kept).toBeLessThan(200);
});

test('a failing question fails only for its asker, and the next one gets its turn', async () => {
  const turns = new Turns();
  const failing = turns.take('one', () => {
    throw new Error('a fault');
  });
  const next = turns.take('two', () => 'answer');
  await expect(failing).rejects.toThrow('a fault');
  expect(await next).toBe('answer');
});

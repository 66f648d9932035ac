import { expect, test } from 'vitest';
import { type AskedSocket, PARTS, SignsOfLife } from '../../server/rooms/signsOfLife.ts';

class Fake implements AskedSocket {
  pingCount = 0;
  readyState = 1;
  asked = 0;
  isCutOff = false;
  readonly answers: boolean;
  constructor(answers: boolean) {
    this.answers = answers;
  }
  ping(): void {
    this.asked += 1;
    if (this.answers) this.pingCount = 0;
  }
  terminate(): void {
    this.isCutOff = true;
    this.readyState = 3;
  }
}

const askAll = (signs: SignsOfLife): void => {
  for (let part = 0; part < PARTS; part += 1) signs.askPart();
};

test.each([1, 49, 50, 51, 6000])(
  'of %i sockets each is asked once an interval, and no part is much larger than another',
  (many) => {
    const sockets = Array.from({ length: many }, () => new Fake(true));
    const signs = new SignsOfLife(sockets, 3);
    let before = 0;
    for (let part = 0; part < PARTS; part += 1) {
      signs.askPart();
      const asked = sockets.filter((socket) => socket.asked > 0).length;
      expect(asked - before).toBeLessThanOrEqual(Math.ceil(many / PARTS));
      before = asked;
    }
    expect(sockets.every((socket) => socket.asked === 1)).toBe(true);
  },
);

test('who leaves three questions unanswered is cut off when the fourth is due, and others stay', () => {
  const silent = new Fake(false);
  const there = new Fake(true);
  const signs = new SignsOfLife([silent, there], 3);
  for (let interval = 0; interval < 3; interval += 1) askAll(signs);
  expect(silent.isCutOff).toBe(false);
  askAll(signs);
  expect([silent.isCutOff, silent.asked]).toEqual([true, 3]);
  expect([there.isCutOff, there.asked]).toEqual([false, 4]);
});

test('who has left meanwhile is not asked, and who came meanwhile is asked next time', () => {
  const sockets = new Set([new Fake(true), new Fake(true)]);
  const [first, second] = [...sockets];
  const signs = new SignsOfLife(sockets, 3);
  signs.askPart();
  if (second !== undefined) second.readyState = 3;
  const late = new Fake(true);
  sockets.add(late);
  for (let part = 1; part < PARTS; part += 1) signs.askPart();
  expect([first?.asked, second?.asked, late.asked]).toEqual([1, 0, 0]);
  askAll(signs);
  expect(late.asked).toBe(1);
});

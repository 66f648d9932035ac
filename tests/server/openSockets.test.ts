import { expect, test } from 'vitest';
import { withOpenSocket } from '../../server/rooms/openSockets.ts';

test('a socket that is being closed, or is closed, does not count', () => {
  const sockets = [0, 1, 2, 3].map((readyState) => ({ ref: { readyState } }));
  expect(withOpenSocket([...sockets, { ref: {} }])).toEqual([{ ref: { readyState: 1 } }]);
});

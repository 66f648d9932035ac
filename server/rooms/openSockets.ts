/** A client of a room with its socket. */
interface WithSocket {
  readonly ref: object;
}

const OPEN = 1;

/** The clients whose sockets are open; one that is being closed may take its time. */
export function withOpenSocket<Client extends WithSocket>(clients: Iterable<Client>): readonly Client[] {
  return [...clients].filter(({ ref }) => 'readyState' in ref && ref.readyState === OPEN);
}

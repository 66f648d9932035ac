import { type Client, ClientState, SchemaSerializer } from '@colyseus/core';
import type { TableSchema } from '../wire/table.ts';

/** The byte that says that what follows is what has changed. */
const PATCH = 15;

/**
 * Writes what has changed to those for whom something has, and nothing to anybody else: not even the empty frame by which the
 * framework's own would tell everybody that somebody did something in private. What all receive is encoded once, and copied
 * once, for a slow socket reads it when the encoder's buffer holds something else already.
 */
export class QuietSerializer extends SchemaSerializer<TableSchema> {
  override applyPatches(clients: Client[]): boolean {
    const isChanged = this.encoder.hasChanges;
    if (isChanged) this.needFullEncode = true;
    const joined = clients.filter(({ state }) => state === ClientState.JOINED);
    if (isChanged || joined.some(({ view }) => (view?.changes.size ?? 0) > 0)) this.#write(joined);
    this.encoder.discardChanges();
    return isChanged;
  }

  #write(clients: readonly Client[]): void {
    const it = { offset: 1 };
    this.encoder.sharedBuffer[0] = PATCH;
    const shared = this.encoder.encode(it).slice();
    for (const client of clients) {
      const frame =
        client.view === undefined ? shared : this.encoder.encodeView(client.view, shared.length, it);
      if (frame.length > 1) client.raw(frame.length === shared.length ? shared : frame);
    }
  }
}

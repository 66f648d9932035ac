import { type Client, ClientState, SchemaSerializer } from '@colyseus/core';
import { inOneWrite } from './oneWrite.ts';
import type { TableSchema } from '../wire/table.ts';

/** The byte that announces a change. */
const PATCH = 15;

/**
 * Sends changes only to the clients that have any, and nothing to the others: not even the empty frame by which the framework's
 * own serializer would tell everybody that somebody did something in private. Encodes and copies the common part once, because a
 * slow socket reads it after the encoder's buffer has been reused.
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
      if (frame.length <= 1) continue;
      inOneWrite(client);
      client.raw(frame.length === shared.length ? shared : frame);
    }
  }
}

import { type Decoder, Encoder, Reflection, StateView } from '@colyseus/schema';
import { unmirror } from '../../client/net/unmirror.ts';
import type { TableSchema } from '../../server/wire/table.ts';

/** A device at the far end of the wire, without a socket: its decoded state and the bytes it received. */
export interface WireClient {
  readonly seen: () => ReturnType<typeof unmirror>;
  readonly bytes: () => number;
}

interface Device {
  readonly view: StateView | null;
  readonly decoder: Decoder;
  bytes: number;
  readonly received: Uint8Array[];
}

/** Encodes a table for several devices as a room does, one per given seat (null: an observer). */
export class Wire {
  readonly #encoder: Encoder<TableSchema>;
  readonly #devices: Device[] = [];

  constructor(table: TableSchema, seats: readonly (string | null)[]) {
    this.#encoder = new Encoder(table);
    const handshake = Reflection.encode(this.#encoder);
    for (const seat of seats) {
      const view = seat === null ? null : new StateView();
      const part = seat === null ? undefined : table.privates.get(seat);
      if (part !== undefined) view?.add(part);
      this.#devices.push({ view, decoder: Reflection.decode(handshake), bytes: 0, received: [] });
    }
  }

  /** Sends every device the whole state, as on joining. */
  join(): void {
    const it = { offset: 0 };
    const shared = this.#encoder.encodeAll(it).slice();
    const offset = it.offset;
    for (const device of this.#devices) {
      const bytes =
        device.view === null ? shared : this.#encoder.encodeAllView(device.view, offset, { offset }).slice();
      this.#deliver(device, bytes);
    }
    this.#encoder.discardChanges();
  }

  /** Sends every device the changes since. */
  patch(): void {
    const it = { offset: 0 };
    const shared = this.#encoder.encode(it).slice();
    const offset = it.offset;
    for (const device of this.#devices) {
      const bytes =
        device.view === null ? shared : this.#encoder.encodeView(device.view, offset, { offset }).slice();
      this.#deliver(device, bytes);
    }
    this.#encoder.discardChanges();
  }

  client(index: number): WireClient & { readonly received: readonly Uint8Array[] } {
    const device = this.#devices[index];
    if (device === undefined) throw new RangeError(`no device ${index}`);
    return {
      seen: () => unmirror(device.decoder.state),
      bytes: () => device.bytes,
      received: device.received,
    };
  }

  #deliver(device: Device, bytes: Uint8Array): void {
    device.bytes += bytes.length + 1;
    device.received.push(bytes);
    device.decoder.decode(bytes);
  }
}

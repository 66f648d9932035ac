import { LOG_LIMITS } from '#shared/log/parse.ts';

const GZIP = [0x1f, 0x8b] as const;
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd] as const;
/** As many bytes are unpacked at most; a longer text is refused as a record anyway. */
const MOST_BYTES = LOG_LIMITS.text * 2;

/**
 * The text of a record's file: plain, packed with gzip or with Zstandard, whatever its name. Of a packed file that breaks off, as
 * much as could be unpacked. Throws where the device cannot read the file at all.
 */
export async function recordText(file: Blob): Promise<string> {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const starts = (magic: readonly number[]): boolean => magic.every((byte, place) => head[place] === byte);
  const text = new GrowingText();
  if (starts(GZIP)) await unpack(file.stream().pipeThrough(new DecompressionStream('gzip')), text);
  else if (starts(ZSTD)) await unpackZstandard(file, text);
  else return file.text();
  return text.end();
}

/** Takes bytes in as they come, to a limit. */
class GrowingText {
  readonly #decoder = new TextDecoder();
  readonly #parts: string[] = [];
  #bytes = 0;

  get isFull(): boolean {
    return this.#bytes > MOST_BYTES;
  }

  add(bytes: Uint8Array): void {
    if (this.isFull) return;
    this.#bytes += bytes.length;
    this.#parts.push(this.#decoder.decode(bytes, { stream: true }));
  }

  end(): string {
    return this.#parts.join('') + this.#decoder.decode();
  }
}

async function unpack(stream: ReadableStream<Uint8Array>, text: GrowingText): Promise<void> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done && !text.isFull; next = await reader.read())
      text.add(next.value);
    await reader.cancel();
  } catch {
    // Broken off: what came before stands, and reading it says where it ends.
  }
}

async function unpackZstandard(file: Blob, text: GrowingText): Promise<void> {
  const { Decompress } = await import('fzstd');
  const unpacking = new Decompress((bytes) => text.add(bytes));
  const reader = file.stream().getReader();
  try {
    for (let next = await reader.read(); !next.done && !text.isFull; next = await reader.read())
      unpacking.push(next.value);
  } catch {
    // Broken off, as above.
  }
}

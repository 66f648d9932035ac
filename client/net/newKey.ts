/** A fresh key for one intent: 128 random bits in hex. Avoids `crypto.randomUUID`, which plain http pages lack. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '#shared/lib/canonicalJson.ts';
import { chainHash, withHash, withoutHash } from '#shared/log/chain.ts';
import { sha256 } from '../../server/store/digest.ts';

const hostileTexts = oneof(
  string(),
  constantFrom('","key":"', `","hash":"${'0'.repeat(64)}","key":"`, '\\', '"'),
);

test('the hash can be added to and taken from a line with any text, and the line stays canonical', () => {
  assert(
    property(hostileTexts, hostileTexts, (key, note) => {
      const line = {
        seq: 1,
        at: 2,
        actor: { kind: 'clock' },
        key,
        command: { note },
        events: [{ note, key }],
      };
      const canonical = canonicalJson(line);
      const hash = chainHash('0'.repeat(64), canonical, sha256);
      const text = withHash(canonical, hash);
      expect(text).toBe(canonicalJson({ ...line, hash }));
      expect(withoutHash(text, hash)).toBe(canonical);
    }),
  );
});

test('a text stands in canonical JSON as JSON writes it, as a value and as a name; a lone surrogate is refused', () => {
  assert(
    property(oneof(hostileTexts, string({ unit: 'binary', maxLength: 60 })), (text) => {
      expect(canonicalJson(text)).toBe(JSON.stringify(text));
      expect(canonicalJson({ [text]: 1 })).toBe(JSON.stringify({ [text]: 1 }));
    }),
  );
  const ascii = Array.from({ length: 128 }, (_, unit) => String.fromCharCode(unit));
  for (const unit of ascii) expect(canonicalJson(unit)).toBe(JSON.stringify(unit));
  expect(() => canonicalJson('\ud800')).toThrow('lone surrogate');
});

test('the digest of browsers and that of Node agree', () => {
  assert(
    property(string({ unit: 'binary' }), (text) => {
      expect(bytesToHex(nobleSha256(utf8ToBytes(text)))).toBe(sha256(text));
    }),
    { numRuns: 30 },
  );
});

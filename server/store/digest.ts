import { hash } from 'node:crypto';
import type { Digest } from '#shared/log/chain.ts';

/** SHA-256 by the platform, as the log's chain needs it. */
export const sha256: Digest = (text) => hash('sha256', text, 'hex');

import { z } from 'zod';
import type { ScenarioFault } from '../scenario/faultWords.ts';
import type { Bilingual } from '../scenario/schema.ts';

/** Largest scenario file that a server takes. */
export const MOST_PACK_BYTES = 512 * 1024;

/** Most scenarios of a host's own that a server keeps. */
export const MOST_PACKS = 60;

/** Most faults that are reported at once. */
export const MOST_FAULTS = 40;

/** `POST /api/host/packs?replace=VERSION` (host), with the text of the file: the result. */
export type PackAnswer =
  | {
      readonly outcome: 'kept' | 'known' | 'exists';
      readonly id: string;
      readonly title: Bilingual;
      /** The current version. */
      readonly version: number;
    }
  | {
      readonly outcome: 'faulty';
      /** The first ones, from the top of the file. */
      readonly faults: readonly ScenarioFault[];
      /** How many more there are. */
      readonly more: number;
    };

/** `PUT /api/host/packs/:id` (host): whether anybody may practise it alone. */
export const packBody = z.strictObject({ practice: z.boolean() });

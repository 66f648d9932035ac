import type { SeatId } from '../../model/world.ts';
import type { TextRef } from './textRef.ts';

/** Somebody asks the host for help, or no longer needs it. */
export type HandEvent =
  | {
      readonly type: 'handRaised';
      readonly seat: SeatId;
      readonly delegate: string;
      readonly text: TextRef | null;
    }
  | {
      readonly type: 'handLowered';
      readonly seat: SeatId;
      readonly delegate: string;
      readonly by: 'delegate' | 'host';
      /** The host's answer in words, for that person alone; absent: none. */
      readonly answer?: TextRef;
    };

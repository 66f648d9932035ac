import type { DispositionId } from '../session/vocabulary/actors.ts';
import { bridge, freeRider, hedger } from './cautious.ts';
import { conditionalCooperator, generousReciprocator, unconditionalCooperator } from './cooperators.ts';
import { lookAhead } from './lookAhead.ts';
import { hold, random } from './plain.ts';
import type { Disposition } from '../session/views/sight.ts';
import { campBuilder, securitizer, worstCasePlanner } from './suspicious.ts';

const dispositions: Readonly<Record<DispositionId, Disposition>> = {
  'unconditional-cooperator': unconditionalCooperator,
  'conditional-cooperator': conditionalCooperator,
  'generous-reciprocator': generousReciprocator,
  'worst-case-planner': worstCasePlanner,
  hedger,
  'free-rider': freeRider,
  bridge,
  'camp-builder': campBuilder,
  securitizer,
  random,
  hold,
  'look-ahead': lookAhead,
};

/** The character with that name. */
export function dispositionOf(id: DispositionId): Disposition {
  return dispositions[id];
}

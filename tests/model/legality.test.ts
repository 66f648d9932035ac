import { describe, expect, it } from 'vitest';
import type { Order } from '#shared/model/actions.ts';
import { legalityOf, type OrderFault } from '#shared/model/legality.ts';
import { inputOf, play, seat, tableOf } from './tables.ts';

const table = tableOf(12);
const faultOf = (id: string, order: Order) => legalityOf(table.setting, table.world, seat(table, id), order);

describe('an illegal order', () => {
  it.each<[string, Order, OrderFault]>([
    ['aurelia', { action: 'dialogue', targets: [] }, 'targetsMissing'],
    ['aurelia', { action: 'restrict', targets: ['meridia', 'boreas', 'savannah'] }, 'tooManyTargets'],
    ['aurelia', { action: 'restrict', targets: ['__proto__'] }, 'unknownSeat'],
    ['aurelia', { action: 'restrict', targets: ['aurelia'] }, 'selfTarget'],
    ['aurelia', { action: 'restrict', targets: ['meridia', 'meridia'] }, 'duplicateTarget'],
    ['aurelia', { action: 'build-force', operation: 'attributed' }, 'operationWithoutTarget'],
    ['aurelia', { action: 'join-exclusive', bloc: 77 }, 'unknownBloc'],
    ['aurelia', { action: 'join-exclusive', bloc: 3 }, 'wrongBlocKind'],
    ['aurelia', { action: 'join-functional', bloc: 1 }, 'wrongBlocKind'],
    ['aurelia', { action: 'join-functional', bloc: 3, field: 1 }, 'wrongField'],
    ['aurelia', { action: 'join-functional' }, 'fieldMissing'],
    ['aurelia', { action: 'leave', bloc: 2 }, 'notMember'],
    ['straitport', { action: 'open-bloc' }, 'noCamp'],
    ['straitport', { action: 'bridge' }, 'nothingToDo'],
    ['straitport', { action: 'bridge', pair: ['aurelia', 'aurelia'] }, 'pairInvalid'],
    ['aurelia', { action: 'bridge', pair: ['aurelia', 'meridia'] }, 'pairInvalid'],
    ['straitport', { action: 'bridge', pair: ['aurelia', 'nobody'] }, 'unknownSeat'],
    ['straitport', { action: 'bridge', coordinate: 2 }, 'fieldNotCoordinable'],
    [
      'straitport',
      { action: 'bridge', pair: ['aurelia', 'savannah'], groups: [['aurelia'], ['savannah']] },
      'groupsNotAllowed',
    ],
    [
      'straitport',
      { action: 'bridge', pair: ['aurelia', 'meridia'], groups: [['ironmark'], ['meridia']] },
      'groupInvalid',
    ],
  ])('of %s, %o, is refused as %s', (id, order, fault) => {
    expect(faultOf(id, order)).toBe(fault);
  });
});

describe('a legal order', () => {
  it.each<[string, Order]>([
    ['aurelia', { action: 'restrict', targets: ['halcyon'] }],
    ['straitport', { action: 'roll-back' }],
    ['aurelia', { action: 'open-bloc' }],
    ['aurelia', { action: 'leave', bloc: 3 }],
    ['savannah', { action: 'join-functional', field: 2 }],
    ['straitport', { action: 'bridge', coordinate: 0 }],
    [
      'straitport',
      {
        action: 'bridge',
        pair: ['aurelia', 'meridia'],
        groups: [
          ['aurelia', 'ironmark'],
          ['meridia', 'boreas'],
        ],
      },
    ],
  ])('of %s, %o, is let pass', (id, order) => {
    expect(faultOf(id, order)).toBeNull();
  });

  it('to open needs a camp that is awake', () => {
    const small = tableOf(6);
    const order: Order = { action: 'open-bloc' };
    expect(legalityOf(small.setting, small.world, seat(small, 'aurelia'), order)).toBe('noCamp');
    const { after } = play(small, inputOf({ concordia: { action: 'join-exclusive' } }));
    expect(legalityOf(small.setting, after, seat(small, 'aurelia'), order)).toBeNull();
  });
});

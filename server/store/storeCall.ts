import { assertNever } from '#shared/lib/assertNever.ts';
import type { SessionStore, StoreFaultCode } from './sessionStore.ts';
import type { StoreOperations } from './sqliteTables.ts';

/** One operation for the store's thread. */
export type StoreCall = {
  [Name in keyof SessionStore]: { readonly name: Name; readonly input: Parameters<SessionStore[Name]> };
}[keyof SessionStore];

/** The store worker's answer to a call: the result, or the error as text. */
export type StoreReply =
  | { readonly call: number; readonly value: unknown }
  | { readonly call: number; readonly fault: { readonly code: StoreFaultCode; readonly message: string } };

/** Executes one call. */
export function carryOut(tables: StoreOperations, call: StoreCall): unknown {
  switch (call.name) {
    case 'create':
      return tables.create(...call.input);
    case 'append':
      return tables.append(...call.input);
    case 'read':
      return tables.read(...call.input);
    case 'byId':
      return tables.byId(...call.input);
    case 'byCode':
      return tables.byCode(...call.input);
    case 'list':
      return tables.list(...call.input);
    case 'texts':
      return tables.texts(...call.input);
    case 'eraseText':
      return tables.eraseText(...call.input);
    case 'putToken':
      return tables.putToken(...call.input);
    case 'findToken':
      return tables.findToken(...call.input);
    case 'setting':
      return tables.setting(...call.input);
    case 'putSetting':
      return tables.putSetting(...call.input);
    case 'isHealthy':
      return tables.isHealthy();
    case 'close':
      return tables.close();
    default:
      return carryOutLibrary(tables, call);
  }
}

/** A call about events of many tables. */
export type GatheringCall = Extract<
  StoreCall,
  {
    readonly name:
      | 'createGathering'
      | 'gatherings'
      | 'addAct'
      | 'acts'
      | 'putCoHost'
      | 'removeCoHost'
      | 'setCharge';
  }
>;

type LibraryCall = Extract<
  StoreCall,
  {
    readonly name:
      | 'count'
      | 'describe'
      | 'setDeleted'
      | 'remove'
      | 'expired'
      | 'putShareLink'
      | 'findShareLink'
      | 'shareLinks'
      | 'removeShareLink'
      | 'packs'
      | 'putPack'
      | 'removePack';
  }
>;

function carryOutLibrary(tables: StoreOperations, call: LibraryCall | GatheringCall): unknown {
  switch (call.name) {
    case 'count':
      return tables.count(...call.input);
    case 'describe':
      return tables.describe(...call.input);
    case 'setDeleted':
      return tables.setDeleted(...call.input);
    case 'remove':
      return tables.remove(...call.input);
    case 'expired':
      return tables.expired(...call.input);
    case 'putShareLink':
      return tables.putShareLink(...call.input);
    case 'findShareLink':
      return tables.findShareLink(...call.input);
    case 'shareLinks':
      return tables.shareLinks(...call.input);
    case 'removeShareLink':
      return tables.removeShareLink(...call.input);
    case 'packs':
      return tables.packs(...call.input);
    case 'putPack':
      return tables.putPack(...call.input);
    case 'removePack':
      return tables.removePack(...call.input);
    default:
      return carryOutGathering(tables, call);
  }
}

function carryOutGathering(tables: StoreOperations, call: GatheringCall): unknown {
  switch (call.name) {
    case 'createGathering':
      return tables.createGathering(...call.input);
    case 'gatherings':
      return tables.gatherings(...call.input);
    case 'addAct':
      return tables.addAct(...call.input);
    case 'acts':
      return tables.acts(...call.input);
    case 'putCoHost':
      return tables.putCoHost(...call.input);
    case 'removeCoHost':
      return tables.removeCoHost(...call.input);
    case 'setCharge':
      return tables.setCharge(...call.input);
    default:
      return assertNever(call);
  }
}

const readings: readonly StoreCall['name'][] = [
  'read',
  'byId',
  'byCode',
  'list',
  'count',
  'expired',
  'texts',
  'findToken',
  'findShareLink',
  'shareLinks',
  'setting',
  'packs',
  'gatherings',
  'acts',
  'close',
];

const erasings: readonly StoreCall['name'][] = ['eraseText', 'remove', 'describe', 'removeCoHost'];

/** Whether a call removes words, so that nothing of them may stay in the write-ahead log. */
export function isErasing(call: StoreCall): boolean {
  if (call.name === 'append') return (call.input[0].erased?.length ?? 0) > 0;
  return erasings.includes(call.name);
}

/** Whether a call changes stored data and so needs a transaction. */
export function isWriting(call: StoreCall): boolean {
  return !readings.includes(call.name);
}

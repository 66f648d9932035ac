import type { SessionState } from '../vocabulary/state.ts';
import type { TextOf } from '../vocabulary/codedTalk.ts';

/** A part of a view: a pure function of the state and of the texts beside the log. */
export type ViewPart<Value> = (state: SessionState, textOf: TextOf) => Value;

interface Memory<Value> {
  readonly value: Value;
  /** What it was built from: members of the state, and texts by id. */
  readonly members: ReadonlyMap<PropertyKey, unknown>;
  readonly texts: ReadonlyMap<string, string | null>;
}

/**
 * The same part with a memory: it is built again only if something that it read has changed. What a part reads is noted while it
 * is built. States share unchanged members, so members are compared by identity; an erased text is noticed because its words are
 * gone.
 */
export function remembered<Value>(build: ViewPart<Value>): ViewPart<Value> {
  let memory: Memory<Value> | null = null;
  return (state, textOf) => {
    if (memory === null || !isUpToDate(memory, state, textOf)) memory = builtFrom(build, state, textOf);
    return memory.value;
  };
}

function builtFrom<Value>(build: ViewPart<Value>, state: SessionState, textOf: TextOf): Memory<Value> {
  const members = new Map<PropertyKey, unknown>();
  const texts = new Map<string, string | null>();
  const watched = new Proxy(state, {
    get: (target, key) => {
      const member: unknown = Reflect.get(target, key);
      members.set(key, member);
      return member;
    },
  });
  const value = build(watched, (id) => {
    const text = textOf(id);
    texts.set(id, text);
    return text;
  });
  return { value, members, texts };
}

function isUpToDate({ members, texts }: Memory<unknown>, state: SessionState, textOf: TextOf): boolean {
  for (const [key, member] of members) if (Reflect.get(state, key) !== member) return false;
  for (const [id, text] of texts) if (textOf(id) !== text) return false;
  return true;
}

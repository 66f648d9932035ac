import { describe, expect, it } from 'vitest';
import { keepingDialogues, type SpeechSight, speechOf } from '#shared/bots/speech.ts';
import type { Order } from '#shared/model/actions.ts';
import { dispositionIds } from '#shared/session/vocabulary/actors.ts';
import type { Channel, Message, PhraseId } from '#shared/session/vocabulary/talk.ts';

const plenary: Channel = { kind: 'plenary' };
const commit: Order = { action: 'commit' };

function sight(more: Partial<SpeechSight> = {}): SpeechSight {
  const quiet = { seat: 'a', people: ['b'], heard: [], order: { action: 'hold' }, hasSealed: false } as const;
  return { ...quiet, negotiating: true, reach: 2, told: [], ...more };
}

/** What b, or another seat, says; `with` the seat in private, otherwise in plenary. */
function said(
  id: number,
  phrase: PhraseId | null,
  more: { by?: string; to?: string; names?: string[] } = {},
): Message {
  const { by = 'b', to, names = [] } = more;
  return {
    id,
    round: 1,
    phase: 'negotiation',
    channel: to === undefined ? plenary : { kind: 'bilateral', with: to },
    seat: by,
    delegate: by === 'b' ? 'person' : null,
    to: to === undefined ? null : [by, to],
    text: null,
    phrase,
    mentions: names,
  };
}

const phraseOf = (...given: Parameters<typeof speechOf>): PhraseId | null =>
  speechOf(...given)?.phrase ?? null;

describe('what a bot announces', () => {
  it('bots that intend to commit say so in plenary before decisions, once', () => {
    const means = sight({ order: commit });
    expect(speechOf('conditional-cooperator', means)).toMatchObject({
      channel: plenary,
      phrase: 'weWillCommit',
    });
    expect(speechOf('conditional-cooperator', sight())).toBeNull();
    expect(speechOf('conditional-cooperator', { ...means, negotiating: false })).toBeNull();
    const heard = [said(1, 'weWillCommit', { by: 'a' })];
    expect(speechOf('conditional-cooperator', { ...means, heard })).toBeNull();
  });

  it('a free-rider says the same after others did, whatever it intends', () => {
    expect(phraseOf('free-rider', sight())).toBeNull();
    expect(phraseOf('free-rider', sight({ heard: [said(1, 'weWillCommit')] }))).toBe('weWillCommit');
  });
});

describe('what a bot answers', () => {
  const asked = (phrase: PhraseId | null) => sight({ heard: [said(1, phrase, { to: 'a' })] });

  it('a person in private, in private, and once', () => {
    const answer = speechOf('bridge', asked('offerCapacity'));
    expect(answer).toMatchObject({
      channel: { kind: 'bilateral', with: 'b' },
      phrase: 'thankYou',
      text: null,
    });
    const heard = [said(1, 'offerCapacity', { to: 'a' }), said(2, 'thankYou', { by: 'a', to: 'b' })];
    expect(speechOf('bridge', sight({ heard }))).toBeNull();
  });

  it('a person that names it in the plenary, in the plenary', () => {
    const heard = [said(1, 'commitWithUs', { names: ['a'] })];
    const answer = speechOf('bridge', sight({ heard, order: commit, negotiating: false }));
    expect(answer).toMatchObject({ channel: plenary, phrase: 'agree', mentions: ['b'] });
    expect(
      speechOf('bridge', sight({ heard: [said(1, 'commitWithUs')], order: commit, negotiating: false })),
    ).toBeNull();
  });

  it('no other bot, and no thanks', () => {
    const heard = [said(1, 'proposeDialogue', { by: 'c', to: 'a' })];
    expect(speechOf('bridge', sight({ heard }))).toBeNull();
    expect(speechOf('bridge', asked('thankYou'))).toBeNull();
  });

  it('at most four times a round to one state', () => {
    const exchange = [1, 3, 5, 7].flatMap((id) => [
      said(id, 'offerCapacity', { to: 'a' }),
      said(id + 1, 'thankYou', { by: 'a', to: 'b' }),
    ]);
    const heard = [...exchange, said(9, 'offerCapacity', { to: 'a' })];
    expect(speechOf('bridge', sight({ heard }))).toBeNull();
  });

  it('free words once: it says what it understands, where they were written, whatever its character', () => {
    const written = (id: number, more: Parameters<typeof said>[2]) => ({
      ...said(id, null, more),
      text: { id: `t${id}`, digest: '' },
    });
    for (const disposition of dispositionIds) {
      const heard = [written(1, { to: 'a' })];
      const answer = speechOf(disposition, sight({ heard }));
      expect(answer?.phrase, disposition).toBe('readsSentences');
      expect(answer?.channel).toEqual({ kind: 'bilateral', with: 'b' });
      expect(phraseOf(disposition, sight({ heard, told: ['b'] })), 'never again').toBeNull();
    }
    const openly = speechOf('bridge', sight({ heard: [written(1, { names: ['a'] })] }));
    expect(openly).toMatchObject({ channel: plenary, phrase: 'readsSentences', mentions: ['b'] });
    expect(phraseOf('bridge', sight({ heard: [written(1, {})] })), 'not meant for it').toBeNull();
    expect(phraseOf('bridge', sight({ heard: [written(1, { by: 'c', to: 'a' })] })), 'a bot').toBeNull();
  });

  it('no move in a set phrase: what was built from parts is answered by a move', () => {
    const built = { ...said(1, null, { to: 'a' }), text: { id: 't1', digest: '' }, coded: true } as const;
    expect(speechOf('bridge', sight({ heard: [built] }))).toBeNull();
  });

  it('depends on character: kind bots promise restraint, hawks and bots about to strike do not', () => {
    expect(phraseOf('conditional-cooperator', asked('askRestraint'))).toBe('willNotRestrict');
    expect(phraseOf('securitizer', asked('askRestraint'))).toBe('feelThreatened');
    const order: Order = { action: 'restrict', targets: ['b'] };
    expect(phraseOf('conditional-cooperator', { ...asked('askRestraint'), order })).toBe('feelThreatened');
  });

  it('every character answers every phrase, or stays silent', () => {
    for (const disposition of dispositionIds) {
      const answers = (['proposeDialogue', 'liftMeasures', 'proposeGroup'] as const).map((phrase) =>
        phraseOf(disposition, asked(phrase)),
      );
      expect(answers.includes(null), disposition).toBe(disposition === 'hold');
    }
  });
});

describe('a dialogue that was agreed', () => {
  const order: Order = { action: 'open-standards' };
  const proposed = said(1, 'proposeDialogue', { to: 'a' });
  const agreed = [proposed, said(2, 'agree', { by: 'a', to: 'b' })];

  it('is promised by kind bots while they are free, and by no bot that has sealed another order', () => {
    expect(phraseOf('bridge', sight({ heard: [proposed], order }))).toBe('agree');
    expect(phraseOf('bridge', sight({ heard: [proposed], order, hasSealed: true }))).toBe('cannotAgree');
    expect(phraseOf('hedger', sight({ heard: [proposed], order }))).toBe('cannotAgree');
    expect(
      phraseOf('hedger', sight({ heard: [proposed], order: { action: 'dialogue', targets: ['b'] } })),
    ).toBe('agree');
  });

  it('is kept: the order targets the state that got a yes', () => {
    expect(keepingDialogues(order, { seat: 'a', heard: agreed, reach: 1 })).toEqual({
      action: 'dialogue',
      targets: ['b'],
    });
    const other: Order = { action: 'dialogue', targets: ['c'] };
    expect(keepingDialogues(other, { seat: 'a', heard: agreed, reach: 2 })).toEqual({
      action: 'dialogue',
      targets: ['b', 'c'],
    });
    expect(keepingDialogues(other, { seat: 'a', heard: agreed, reach: 1 })).toEqual({
      action: 'dialogue',
      targets: ['b'],
    });
  });

  it('changes nothing for a bot that said no, or yes to something else', () => {
    const no = [proposed, said(2, 'cannotAgree', { by: 'a', to: 'b' })];
    const another = [said(1, 'commitWithUs', { to: 'a' }), said(2, 'agree', { by: 'a', to: 'b' })];
    for (const heard of [no, another, []]) {
      expect(keepingDialogues(order, { seat: 'a', heard, reach: 1 })).toEqual(order);
    }
  });
});

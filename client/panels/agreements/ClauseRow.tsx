import {
  carryOutActions,
  type Clause,
  type RefrainAction,
  refrainActions,
} from '#shared/session/vocabulary/clauses.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { pick, words } from '../../text/language.ts';
import { clauseSentence, groupPhrase, whomPhrase } from './agreements.ts';
import { candidates, seatName } from '../lookup.ts';
import { isAimed } from '#shared/session/topics/agreements/deeds.ts';
import { recognisable } from './offerDraft.ts';

interface TokenProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [Value, string])[];
  readonly onChoose: (value: Value) => void;
}

/** A word of a sentence that can be chosen: a native select, so that keys, screen readers and phones know it. */
export function Token<Value extends string>({ label, value, options, onChoose }: TokenProps<Value>) {
  return (
    <select
      class="token"
      aria-label={label}
      value={value}
      onChange={(event) => {
        const chosen = options.find(([key]) => key === event.currentTarget.value);
        if (chosen) onChoose(chosen[0]);
      }}
    >
      {options.map(([key, text]) => (
        <option key={key} value={key} selected={key === value}>
          {text}
        </option>
      ))}
    </select>
  );
}

/** Rounds as the options of a token. */
export function roundOptions(from: number, until: number): readonly (readonly [string, string])[] {
  return Array.from({ length: Math.max(0, until - from + 1) }, (_, i) => [`${from + i}`, `${from + i}`]);
}

interface ClauseProps {
  readonly view: View;
  readonly clause: Clause;
  readonly fromRound: number;
  readonly untilRound: number;
  readonly onChange: (clause: Clause) => void;
}

type Of<Kind extends Clause['kind']> = ClauseProps & { readonly clause: Extract<Clause, { kind: Kind }> };

/** One clause as a sentence with words to choose. */
export function ClauseSentence(props: ClauseProps) {
  const { view, clause } = props;
  switch (clause.kind) {
    case 'refrain':
      return <RefrainSentence {...props} clause={clause} />;
    case 'carryOut':
      return <DeedSentence {...props} clause={clause} />;
    case 'fund':
      return <FundSentence {...props} clause={clause} />;
    case 'joinGroup':
      return <JoinSentence {...props} clause={clause} />;
    case 'review':
      return (
        <p class="sentence">
          {words.value.agreements.parts.review} <ByRound {...props} clause={clause} />
        </p>
      );
    case 'recognition':
      return (
        <p class="sentence" title={recognisable(view) ? pick(view.card.fields[clause.field]) : undefined}>
          {clauseSentence(view, clause)}
        </p>
      );
    case 'mutualRestraint':
    case 'noListing':
    case 'notification':
    case 'corridor':
      return <p class="sentence">{clauseSentence(view, clause)}</p>;
  }
}

function RefrainSentence({ view, clause, onChange }: Of<'refrain'>) {
  const { parts } = words.value.agreements;
  const hasAim = (action: RefrainAction): boolean => action === 'restrict' || action === 'build-force';
  return (
    <p class="sentence">
      {parts.noParty}{' '}
      <Token
        label={parts.act}
        value={clause.action}
        options={refrainActions.map((action) => [action, parts.refrain[action]])}
        onChoose={(action) =>
          onChange({ ...clause, action, against: hasAim(action) ? clause.against : 'anyone' })
        }
      />{' '}
      {hasAim(clause.action) && (
        <Token
          label={parts.whom}
          value={clause.against}
          options={['parties', 'anyone', ...candidates(view)].map((whom) => [whom, whomPhrase(view, whom)])}
          onChoose={(against) => onChange({ ...clause, against })}
        />
      )}
    </p>
  );
}

function DeedSentence(props: Of<'carryOut'>) {
  const { view, clause, onChange } = props;
  const { parts } = words.value.agreements;
  const exempt = isAimed(clause.action) ? null : clause.towards;
  return (
    <p class="sentence">
      {exempt === null ? parts.eachParty : parts.eachPartyBut(seatName(view, exempt))}{' '}
      <Token
        label={parts.act}
        value={clause.action}
        options={carryOutActions.map((action) => [action, parts.carryOut[action]])}
        onChoose={(action) =>
          onChange({ ...clause, action, towards: isAimed(action) ? (clause.towards ?? 'parties') : null })
        }
      />{' '}
      {clause.towards !== null && exempt === null && (
        <Token
          label={parts.whom}
          value={clause.towards}
          options={['parties', ...candidates(view)].map((whom) => [whom, whomPhrase(view, whom)])}
          onChoose={(towards) => onChange({ ...clause, towards })}
        />
      )}{' '}
      {parts.by} <ByRound {...props} clause={clause} />
    </p>
  );
}

/** Who builds whose capacity. */
function FundSentence(props: Of<'fund'>) {
  const { view, clause, onChange } = props;
  const { parts } = words.value.agreements;
  const own = view.own?.seat ?? '';
  const states = [own, ...candidates(view)];
  return (
    <p class="sentence">
      <Token
        label={parts.giver}
        value={clause.giver}
        options={['parties', ...states.filter((state) => state !== clause.to)].map((giver) => [
          giver,
          giver === 'parties' ? parts.eachParty : whomPhrase(view, giver),
        ])}
        onChoose={(giver) => onChange({ ...clause, giver })}
      />{' '}
      {parts.carryOut['build-capacity']}{' '}
      <Token
        label={parts.whom}
        value={clause.to}
        options={states.filter((state) => state !== clause.giver).map((to) => [to, whomPhrase(view, to)])}
        onChoose={(to) => onChange({ ...clause, to })}
      />{' '}
      {parts.by} <ByRound {...props} clause={clause} />
    </p>
  );
}

function JoinSentence(props: Of<'joinGroup'>) {
  const { view, clause, onChange } = props;
  const { parts } = words.value.agreements;
  const groups = view.table.blocs.filter(({ kind }) => kind === 'functional').map(({ id }) => `${id}`);
  return (
    <p class="sentence">
      {parts.eachOutside}{' '}
      <Token
        label={parts.group}
        value={`${clause.group}`}
        options={groups.map((id) => [id, groupPhrase(view, Number(id))])}
        onChoose={(id) => onChange({ ...clause, group: Number(id) })}
      />{' '}
      {parts.by} <ByRound {...props} clause={clause} />
    </p>
  );
}

/** The round by which something is due. */
function ByRound({
  clause,
  fromRound,
  untilRound,
  onChange,
}: ClauseProps & { readonly clause: Extract<Clause, { byRound: number }> }) {
  const { parts } = words.value.agreements;
  return (
    <Token
      label={parts.by}
      value={`${clause.byRound}`}
      options={roundOptions(fromRound, untilRound)}
      onChoose={(round) => onChange({ ...clause, byRound: Number(round) })}
    />
  );
}

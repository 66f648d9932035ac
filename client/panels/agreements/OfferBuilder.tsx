import { useSignal } from '@preact/signals';
import { accessions, secrecies } from '#shared/session/vocabulary/clauses.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { announce } from '../../components/Announcer.tsx';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { clashOf } from './clash.ts';
import { roundOptions, Token } from './ClauseRow.tsx';
import type { PlayState, OfferDraft } from '../playState.ts';
import { seatName, seatNames, candidates } from '../lookup.ts';
import { OfferClauses, type PartProps } from './OfferClauses.tsx';
import { noSentence } from '../../components/outcomeSentence.ts';
import { commandOf, fitted } from './offerDraft.ts';
import { TemplateGallery } from './TemplateGallery.tsx';

interface BuilderProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
  readonly draft: OfferDraft;
}

/** Writes an agreement like a sentence: with whom, what, how binding, who sees it, how long. */
export function OfferBuilder({ view, source, ui, draft }: BuilderProps) {
  const { agreements } = words.value;
  const change = (more: Partial<OfferDraft>): void => {
    ui.offer.value = fitted(view, { ...draft, ...more });
  };
  const close = (): void => {
    ui.offer.value = null;
  };
  return (
    <section class="offer-builder" aria-label={draft.amends ? agreements.amending : agreements.building}>
      <header>
        <h3>{draft.amends ? agreements.amending : agreements.building}</h3>
        <button type="button" class="btn quiet" onClick={close}>
          {agreements.close}
        </button>
      </header>
      <Partners view={view} draft={draft} change={change} />
      {draft.amends === null && draft.partners.length > 0 && (
        <TemplateGallery view={view} draft={draft} ui={ui} />
      )}
      <OfferClauses view={view} draft={draft} change={change} />
      <TermRow view={view} draft={draft} change={change} />
      <ProposeBar view={view} source={source} draft={draft} onDone={close} />
    </section>
  );
}

function Partners({ view, draft, change }: PartProps) {
  const { agreements } = words.value;
  const { partners } = draft;
  return (
    <fieldset class="targets" disabled={draft.amends !== null}>
      <legend>{agreements.between(seatName(view, view.own?.seat ?? ''))}</legend>
      <div class="targets-list">
        {candidates(view).map((seat) => (
          <button
            key={seat}
            type="button"
            class="chip"
            aria-pressed={partners.includes(seat)}
            onClick={() =>
              change({
                partners: partners.includes(seat)
                  ? partners.filter((partner) => partner !== seat)
                  : [...partners, seat],
              })
            }
          >
            {seatName(view, seat)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function TermRow({ view, draft, change }: PartProps) {
  const { agreements } = words.value;
  const { rounds } = view.card.plan;
  return (
    <div class="offer-terms">
      <SeenBy view={view} draft={draft} change={change} />
      <p class="sentence">
        {agreements.forceLabel} <ForceToken view={view} draft={draft} change={change} />{' '}
        {agreements.accessionLabel} <OpenTo view={view} draft={draft} change={change} /> {agreements.from}{' '}
        <Token
          label={agreements.from}
          value={`${draft.fromRound}`}
          options={roundOptions(view.table.round, rounds)}
          onChoose={(round) => change({ fromRound: Number(round) })}
        />{' '}
        {agreements.until}{' '}
        <Token
          label={agreements.until}
          value={`${draft.untilRound}`}
          options={roundOptions(draft.fromRound, rounds)}
          onChoose={(round) => change({ untilRound: Number(round) })}
        />
      </p>
      <p class="panel-note">
        {agreements.forceNote[draft.force]} {agreements.secrecyNote[draft.secrecy]}{' '}
        {draft.accession === 'open' && agreements.openNote}
        {draft.secrecy === 'secret' && agreements.secretGuess[view.card.trustSeen]}
      </p>
    </div>
  );
}

/** A pledge or binding; where only pledges can be made, that word alone. */
function ForceToken({ view, draft, change }: PartProps) {
  const { agreements } = words.value;
  if (view.card.pledgesOnly) return <b>{agreements.force.pledge}</b>;
  return (
    <Token
      label={agreements.forceLabel}
      value={draft.force}
      options={(['pledge', 'binding'] as const).map((force) => [force, agreements.force[force]])}
      onChoose={(force) => change({ force })}
    />
  );
}

/** Public or secret in one tap. */
function SeenBy({ draft, change }: PartProps) {
  const { agreements } = words.value;
  if (draft.amends) return null;
  return (
    <div class="offer-seen" role="group" aria-label={agreements.secrecyLabel}>
      <span aria-hidden="true">{agreements.secrecyLabel}</span>
      {secrecies.map((secrecy) => (
        <button
          key={secrecy}
          type="button"
          class="chip"
          aria-pressed={draft.secrecy === secrecy}
          onClick={() => change({ secrecy })}
        >
          {agreements.secrecy[secrecy]}
        </button>
      ))}
    </div>
  );
}

function OpenTo({ draft, change }: PartProps) {
  const { agreements } = words.value;
  if (draft.amends || draft.secrecy === 'secret') return <b>{agreements.accession[draft.accession]}</b>;
  return (
    <Token
      label={agreements.accessionLabel}
      value={draft.accession}
      options={accessions.map((accession) => [accession, agreements.accession[accession]])}
      onChoose={(accession) => change({ accession })}
    />
  );
}

interface ProposeProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly draft: OfferDraft;
  readonly onDone: () => void;
}

function ProposeBar({ view, source, draft, onDone }: ProposeProps) {
  const { agreements } = words.value;
  const problem = useSignal<string | null>(null);
  const names = seatNames(view, draft.partners);
  const plain = draft.amends ? agreements.proposeAgain : agreements.propose(names);
  const clash = draft.partners.length === 0 ? null : clashOf(view, draft, draft.amends?.id ?? null);
  const label = clash === null ? plain : agreements.clash.allTheSame(plain);
  const send = async (): Promise<void> => {
    problem.value = noSentence(await source.send(commandOf(view, draft)));
    if (problem.value !== null) return;
    announce(label);
    onDone();
  };
  return (
    <footer>
      {clash !== null && (
        <p class="agreement-due" role="status">
          {clash}
        </p>
      )}
      {draft.partners.length === 0 ? (
        <p class="panel-note">{agreements.choosePartners}</p>
      ) : (
        <button type="button" class="btn primary" onClick={() => void send()}>
          {label}
        </button>
      )}
      {problem.value && <p role="alert">{problem.value}</p>}
    </footer>
  );
}

import type { OpenSessionBody } from '#shared/wire/api.ts';
import { Notice } from '../../components/Notice.tsx';
import { PlanChoice } from '../../components/PlanChoice.tsx';
import { pick, words } from '../../text/language.ts';
import { kitAddress } from '../kit/kitPace.ts';
import { DelegationChoice } from './DelegationChoice.tsx';
import { ManyTables } from './ManyTables.tsx';
import { Presets } from './Presets.tsx';
import { OwnScenarios } from './OwnScenarios.tsx';
import { RuleChoices } from './RuleChoices.tsx';
import { scenarioMeta, SeatCountChoice } from './SeatCountChoice.tsx';
import { Tick } from './Tick.tsx';
import { useManyTables } from './useManyTables.ts';
import { type OpeningForm, useOpening } from './useOpening.ts';
import { pathTo } from '../../net/ownAddress.ts';

/** Opens a session: a preset or a scenario, a length, the few important options, one button. */
export function OpenSessionForm() {
  const { host, refusals, manyTables } = words.value;
  const parts = useOpening();
  const many = useManyTables();
  const { isMany } = many.wish.value;
  const { scenario, opening, busy, problem, choose, open } = parts;
  const submit = (event: Event): void => {
    event.preventDefault();
    void open(isMany ? many.open : null);
  };
  const now = opening.value;
  return (
    <form class="card-form" noValidate onSubmit={submit} aria-busy={busy.value}>
      <h2>{host.open.title}</h2>
      <Presets parts={parts} />
      {now && <ScenarioCards parts={parts} chosen={now.scenario} />}
      <OwnScenarios parts={parts} />
      {now && scenario.value && (
        <SeatCountChoice scenario={scenario.value} chosen={now.seats} choose={choose} />
      )}
      {now && scenario.value && (
        <PlanChoice
          plans={scenario.value.plans}
          chosen={now.plan}
          onChoose={(plan) => choose({ plan, pace: null })}
        />
      )}
      {now && <KitLink now={now} />}
      {now && <Ticks parts={parts} now={now} />}
      {now && <DelegationChoice now={now} choose={choose} />}
      {now && <RuleChoices parts={parts} now={now} />}
      {now && <ManyTables form={many} />}
      {problem.value !== null && <Notice title={refusals.notDone} text={refusals.api[problem.value]} />}
      <button type="submit" class="btn primary lg" disabled={busy.value || now === null}>
        {busy.value ? host.open.opening : isMany ? manyTables.open.submit : host.open.submit}
      </button>
    </form>
  );
}

function KitLink({ now }: { readonly now: OpenSessionBody }) {
  return (
    <a
      class="rules-link"
      href={pathTo(kitAddress(now.scenario, now.plan, now.pace, { seats: now.seats }))}
      target="_blank"
      rel="noopener"
    >
      {words.value.host.open.kit}
    </a>
  );
}

function Ticks({ parts, now }: { readonly parts: OpeningForm; readonly now: OpenSessionBody }) {
  const { open } = words.value.host;
  return (
    <>
      <Tick
        on={now.coverEmptySeats}
        label={open.bots}
        note={open.botsNote}
        change={(coverEmptySeats) => parts.choose({ coverEmptySeats })}
      />
      <Tick
        on={now.openDeck}
        label={open.deck}
        note={open.deckNote}
        change={(openDeck) => parts.choose({ openDeck })}
      />
    </>
  );
}

function ScenarioCards({ parts, chosen }: { readonly parts: OpeningForm; readonly chosen: string }) {
  const { open } = words.value.host;
  const { preparedNote } = words.value.packs;
  return (
    <fieldset class="field scenario-cards">
      <legend>{open.scenario}</legend>
      {parts.scenarios.value.map((item) => (
        <label key={item.id} class={item.id === chosen ? 'scenario-card on' : 'scenario-card'}>
          <input
            type="radio"
            name="scenario"
            class="visually-hidden"
            checked={item.id === chosen}
            onChange={() => parts.choose({ scenario: item.id, plan: '', pace: null, seats: null })}
          />
          <b>{pick(item.title)}</b>
          <small>{scenarioMeta(item)}</small>
          <span>{pick(item.summary)}</span>
          {item.isForPrepared && <span>{preparedNote}</span>}
        </label>
      ))}
    </fieldset>
  );
}

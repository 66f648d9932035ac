import { arrivals, newcomerRules } from '#shared/session/vocabulary/entry.ts';
import { languageChoices } from '#shared/session/vocabulary/languages.ts';
import { talkLevels } from '#shared/session/vocabulary/moves.ts';
import { talkModes } from '#shared/session/vocabulary/talk.ts';
import { HIDDEN_ROUNDS } from '#shared/session/vocabulary/lastRound.ts';
import { trustSights } from '#shared/session/vocabulary/trustSeen.ts';
import { coverDelays } from '#shared/session/vocabulary/options.ts';
import type { OpenSessionBody } from '#shared/wire/api.ts';
import { RadioRow } from '../../components/RadioRow.tsx';
import { words } from '../../text/language.ts';
import { AdmissionChoice } from './AdmissionChoice.tsx';
import { Tick } from './Tick.tsx';
import { PaceChoice } from './PaceChoice.tsx';
import type { OpeningForm } from './useOpening.ts';

interface Props {
  readonly parts: OpeningForm;
  readonly now: OpenSessionBody;
}

/** Rarely changed options, folded: the way back, talk, what is readable after the end, how long to wait for absent people. */
export function RuleChoices({ parts, now }: Props) {
  const { more } = words.value.opening;
  const { survey } = words.value.debrief;
  const { modes } = words.value.talk.control;
  return (
    <details class="more-choices">
      <summary>{more.title}</summary>
      <PaceChoice parts={parts} now={now} />
      <WayBack parts={parts} now={now} />
      <EntryChoices parts={parts} now={now} />
      <RadioRow
        label={more.talk}
        options={talkModes.map((mode) => [mode, modes[mode]])}
        chosen={now.talk}
        choose={(talk) => parts.choose({ talk })}
      />
      <LevelChoice parts={parts} now={now} />
      <TrustChoice parts={parts} now={now} />
      <PledgesOnly parts={parts} now={now} />
      <LanguageChoices parts={parts} now={now} />
      <StandIns parts={parts} now={now} />
      <PrivateTalk parts={parts} now={now} />
      <HiddenEnd parts={parts} now={now} />
      <Tick
        on={now.survey}
        label={survey.option}
        note={survey.optionNote}
        change={(isAsked) => parts.choose({ survey: isAsked })}
      />
    </details>
  );
}

function PledgesOnly({ parts, now }: Props) {
  const { pledgesOnly } = words.value.agreements;
  return (
    <Tick
      on={now.pledgesOnly}
      label={pledgesOnly.option}
      note={pledgesOnly.note}
      change={(isOn) => parts.choose({ pledgesOnly: isOn })}
    />
  );
}

function HiddenEnd({ parts, now }: Props) {
  const { hiddenEnd } = words.value.play;
  return (
    <Tick
      on={now.hiddenEnd}
      label={hiddenEnd.option}
      note={hiddenEnd.note(HIDDEN_ROUNDS)}
      change={(isHidden) => parts.choose({ hiddenEnd: isHidden })}
    />
  );
}

/** When a bot covers absent people, and what it may do in their name. */
function StandIns({ parts, now }: Props) {
  const { more } = words.value.opening;
  return (
    <>
      <RadioRow
        label={more.cover}
        options={coverDelays.map((seconds) => [seconds, more.seconds(seconds)])}
        chosen={now.coverAfterSeconds}
        choose={(coverAfterSeconds) => parts.choose({ coverAfterSeconds })}
      />
      <Tick
        on={now.standInsBargain}
        label={more.standIns}
        note={more.standInsNote}
        change={(standInsBargain) => parts.choose({ standInsBargain })}
      />
    </>
  );
}

/** Who reads private talk besides its speakers: the host during the session, everybody afterwards. */
function PrivateTalk({ parts, now }: Props) {
  const { more } = words.value.opening;
  return (
    <>
      <Tick
        on={now.hostReadsTalk}
        label={more.hostReads}
        note={more.hostReadsNote}
        change={(hostReadsTalk) => parts.choose({ hostReadsTalk })}
      />
      <Tick
        on={now.privateTalkOpens}
        label={more.privateTalk}
        note={more.privateTalkNote}
        change={(privateTalkOpens) => parts.choose({ privateTalkOpens })}
      />
    </>
  );
}

function LevelChoice({ parts, now }: Props) {
  const { level } = words.value.moves;
  return (
    <>
      <RadioRow
        label={level.title}
        options={talkLevels.map((one) => [one, level.options[one]])}
        chosen={now.talkLevel}
        choose={(talkLevel) => parts.choose({ talkLevel })}
      />
      <p class="note">{level.note}</p>
    </>
  );
}

function TrustChoice({ parts, now }: Props) {
  const { sight } = words.value;
  return (
    <>
      <RadioRow
        label={sight.option}
        options={trustSights.map((one) => [one, sight.options[one]])}
        chosen={now.trustSeen}
        choose={(trustSeen) => parts.choose({ trustSeen })}
      />
      <p class="note">{sight.note}</p>
    </>
  );
}

function LanguageChoices({ parts, now }: Props) {
  const { languages } = words.value.opening;
  return (
    <>
      <RadioRow
        label={languages.title}
        options={languageChoices.map((one) => [one, languages.options[one]])}
        chosen={now.languages}
        choose={(choice) => parts.choose({ languages: choice })}
      />
      <p class="note">{languages.note}</p>
    </>
  );
}

function EntryChoices({ parts, now }: Props) {
  const { host: entry } = words.value.entry;
  return (
    <>
      <RadioRow
        label={entry.newcomers}
        options={newcomerRules.map((rule) => [rule, entry.newcomerRules[rule]])}
        chosen={now.entry.newcomers}
        choose={(newcomers) => parts.choose({ entry: { ...now.entry, newcomers } })}
      />
      <AdmissionChoice entry={now.entry} change={(next) => parts.choose({ entry: next })} />
      <RadioRow
        label={entry.arrival}
        options={arrivals.map((one) => [one, entry.arrivals[one]])}
        chosen={now.entry.arrival}
        choose={(arrival) => parts.choose({ entry: { ...now.entry, arrival } })}
      />
    </>
  );
}

function WayBack({ parts, now }: Props) {
  const { more } = words.value.opening;
  const asPacked = parts.scenario.value?.scarred ?? true;
  return (
    <>
      <RadioRow
        label={more.wayBack}
        options={[
          [true, more.scarred],
          [false, more.absorbing],
        ]}
        chosen={now.scarred ?? asPacked}
        choose={(scarred) => parts.choose({ scarred: scarred === asPacked ? null : scarred })}
      />
      <p class="note">{(now.scarred ?? asPacked) ? more.scarredNote : more.absorbingNote}</p>
    </>
  );
}

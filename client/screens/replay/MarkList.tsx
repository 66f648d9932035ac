import type { View } from '#shared/session/views/tableView.ts';
import { type PlayState, showAgreement } from '../../panels/playState.ts';
import { words } from '../../text/language.ts';
import { MarkShape } from './MarkShape.tsx';
import {
  listedMarks,
  type Mark,
  markGroup,
  type MarkGroup,
  markGroups,
  markWords,
  stopsOf,
} from './marks.ts';
import type { ReplayTools } from './replayTools.ts';

interface ListProps extends ReplayTools {
  readonly view: View;
}

/** What happened, mark by mark, each a way to its place; groups can be left out here and on the tape. */
export function MarkList({ view, source, ui, marks, marksOff, playback }: ListProps) {
  const { marks: text } = words.value.replay;
  const position = source.position.value;
  const shown = listedMarks(marks);
  const now = shown.findLast((mark) => mark.position <= position);
  const said = shown.map((mark) => `${mark.round} ${markWords(view, mark)}`);
  return (
    <section class="mark-list">
      <h2>{text.title}</h2>
      <div class="mark-groups" role="group" aria-label={text.show}>
        {markGroups.map((group) => (
          <GroupSwitch key={group} group={group} marksOff={marksOff} />
        ))}
      </div>
      {shown.length > 0 && <MarkSteps marks={marks} playback={playback} position={position} />}
      {shown.length === 0 && <p class="panel-note">{text.none}</p>}
      <ol>
        {shown.map((mark, place) => (
          <MarkRow
            key={place}
            view={view}
            ui={ui}
            mark={mark}
            isSaidTwice={said.indexOf(said[place] ?? '') !== said.lastIndexOf(said[place] ?? '')}
            isNow={mark === now}
            go={playback.go}
          />
        ))}
      </ol>
    </section>
  );
}

interface StepsProps extends Pick<ReplayTools, 'marks' | 'playback'> {
  readonly position: number;
}

/** From mark to mark, through the groups that are shown. */
function MarkSteps({ marks, playback, position }: StepsProps) {
  const { marks: text } = words.value.replay;
  const stops = stopsOf(marks);
  return (
    <div class="mark-steps">
      <button
        type="button"
        class="btn"
        disabled={(stops[0] ?? position) >= position}
        onClick={() => playback.stepAmong(stops, -1)}
      >
        <span aria-hidden="true">‹ </span>
        {text.before}
      </button>
      <button
        type="button"
        class="btn"
        disabled={(stops.at(-1) ?? position) <= position}
        onClick={() => playback.stepAmong(stops, 1)}
      >
        {text.after}
        <span aria-hidden="true"> ›</span>
      </button>
    </div>
  );
}

function GroupSwitch({ group, marksOff }: { readonly group: MarkGroup } & Pick<ReplayTools, 'marksOff'>) {
  const isOff = marksOff.value.includes(group);
  return (
    <button
      type="button"
      class="chip"
      aria-pressed={!isOff}
      onClick={() => {
        const others = marksOff.value.filter((one) => one !== group);
        marksOff.value = isOff ? others : [...others, group];
      }}
    >
      <MarkShape group={group} />
      {words.value.replay.marks.groups[group]}
    </button>
  );
}

interface RowProps {
  readonly view: View;
  readonly ui: PlayState;
  readonly mark: Mark;
  /** Another mark of the same round has the same words: two agreements of a pair, or a round that was stepped back over. */
  readonly isSaidTwice: boolean;
  readonly isNow: boolean;
  readonly go: (position: number) => void;
}

function MarkRow({ view, ui, mark, isSaidTwice, isNow, go }: RowProps) {
  const { why, replay } = words.value;
  const open = openerOf(ui, mark);
  const entry = isSaidTwice ? ` · ${replay.scrubber.lineOnly(mark.position)}` : '';
  return (
    <li>
      <button type="button" aria-current={isNow ? 'step' : undefined} onClick={() => go(mark.position)}>
        <MarkShape group={markGroup(mark)} />
        <span>{markWords(view, mark)}</span>
        {mark.round > 0 && <small>{why.roundChip(mark.round)}</small>}
        {isSaidTwice && <span class="visually-hidden">{entry}</span>}
      </button>
      {open !== null && (
        <button
          type="button"
          class="mark-open"
          onClick={() => {
            go(mark.position);
            open();
          }}
        >
          {replay.marks.open}
          <span class="visually-hidden">
            {' '}
            {markWords(view, mark)}
            {mark.round > 0 && ` · ${why.roundChip(mark.round)}`}
            {entry}
          </span>
        </button>
      )}
    </li>
  );
}

/** Opens what a mark is about: its agreement or its bloc; null for marks that are about neither. */
function openerOf(ui: PlayState, mark: Mark): (() => void) | null {
  if ('agreement' in mark) return () => showAgreement(ui, mark.agreement);
  if (mark.kind === 'founded' || mark.kind === 'joined') return () => (ui.bloc.value = mark.bloc);
  return null;
}

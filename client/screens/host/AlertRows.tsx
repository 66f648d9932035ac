import type { View } from '#shared/session/views/tableView.ts';
import { words } from '../../text/language.ts';
import { type Alert } from './alerts.ts';
import { alertText, alertTitle } from './alertWords.ts';
import type { Give } from './give.ts';
import { coverOf } from './WaitingList.tsx';

interface Props {
  readonly view: View;
  readonly give: Give;
  readonly dismiss: (key: string) => void;
}

/** The host's alerts, each with its remedies in one tap. */
export function AlertRows({ alerts, ...parts }: Props & { readonly alerts: readonly Alert[] }) {
  if (alerts.length === 0) return null;
  return (
    <ul>
      {alerts.map((alert) => (
        <Row key={alert.key} alert={alert} {...parts} />
      ))}
    </ul>
  );
}

function Row({ view, alert, give, dismiss }: Props & { readonly alert: Alert }) {
  const { inbox } = words.value;
  const state = alertTitle(view, alert);
  const text = alertText(alert);
  return (
    <li>
      <b>{state}</b>
      <span>{text}</span>
      <div class="answers">
        <Answers view={view} alert={alert} give={give} state={state} />
        <button
          type="button"
          class="btn quiet"
          aria-label={inbox.dismissOf(state, text)}
          onClick={() => dismiss(alert.key)}
        >
          {inbox.dismiss}
        </button>
      </div>
    </li>
  );
}

interface AlertAnswerProps extends Pick<Props, 'view' | 'give'> {
  readonly alert: Alert;
  readonly state: string;
}

function Answers({ view, alert, give, state }: AlertAnswerProps) {
  const { room } = words.value.host;
  const { inbox } = words.value;
  if (alert.kind === 'headAway')
    return (
      <>
        {alert.others.map(({ id, name }) => (
          <Answer
            key={id}
            text={inbox.leads(name ?? room.unnamed)}
            onClick={() => give({ type: 'setRole', delegate: id, role: 'head' })}
          />
        ))}
      </>
    );
  const mayWait = (alert.kind === 'idle' || alert.kind === 'manyIdle') && view.table.seconds !== null;
  const wait = mayWait && (
    <Answer text={inbox.oneMinute} onClick={() => give({ type: 'extendPhase', seconds: 60 })} />
  );
  if (alert.kind === 'manyIdle') return wait;
  if (alert.kind === 'covered')
    return (
      <Answer
        text={room.handBack}
        label={room.handBackOf(state)}
        onClick={() => give({ type: 'handBackSeat', seat: alert.seatNow.seat.id })}
      />
    );
  return (
    <>
      {wait}
      <Answer text={room.cover} label={room.coverWith(state)} onClick={() => give(coverOf(alert.seatNow))} />
    </>
  );
}

interface AnswerProps {
  readonly text: string;
  readonly label?: string;
  readonly onClick: () => void;
}

function Answer({ text, label, onClick }: AnswerProps) {
  return (
    <button type="button" class="btn" aria-label={label} onClick={onClick}>
      {text}
    </button>
  );
}

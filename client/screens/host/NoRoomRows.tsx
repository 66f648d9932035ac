import type { Presence } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';

/** Tells the host how many people are turned away and why, with a remedy for each reason. */
export function NoRoomRows({ noRoom }: Pick<Presence, 'noRoom'>) {
  const { title, lately, why } = words.value.inbox.noRoom;
  if (noRoom.length === 0) return null;
  return (
    <>
      <h3>
        <span aria-live="polite">{title}</span>
      </h3>
      <ul>
        {noRoom.map(({ reason, times }) => (
          <li key={reason}>
            <b>{lately(times)}</b>
            <span>{why[reason]}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

import type { JoinCard, SeatPass } from '#shared/wire/api.ts';
import { forgetSeatPass } from '../../net/tokens.ts';
import { pick, firstWords } from '../../text/language.ts';
import { pathTo } from '../../net/ownAddress.ts';

interface Returning {
  readonly card: JoinCard;
  readonly pass: SeatPass;
  readonly forget: () => void;
}

/** Greets a person who returns on the same device: one button to the seat, one to join as another person. */
export function ReturningDelegate({ card, pass, forget }: Returning) {
  const { join, home } = firstWords.value.shell;
  const seat = card.seats.find(({ id }) => id === pass.seat);
  const ended = card.phase === 'ended';
  return (
    <>
      <h1>{join.youAreBack}</h1>
      <p class="meta">{join.back(seat ? pick(seat.name) : pass.seat)}</p>
      <div class="act">
        <a class="btn primary lg" href={pathTo(`/play/${pass.code}`)}>
          {join.goOn}
        </a>
        {ended && (
          <a class="btn lg" href={pathTo(`/replay/${pass.code}`)}>
            {home.replay}
          </a>
        )}
        <button
          type="button"
          class="btn quiet"
          onClick={() => {
            forgetSeatPass(card.code);
            forget();
          }}
        >
          {join.asOther}
        </button>
      </div>
    </>
  );
}

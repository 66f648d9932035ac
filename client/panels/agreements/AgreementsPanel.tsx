import type { AgreementView } from '#shared/session/views/agreementView.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { ViewSource } from '../../source/viewSource.ts';
import { words } from '../../text/language.ts';
import { AgreementCard } from './AgreementCard.tsx';
import { AgreementLedger } from './AgreementLedger.tsx';
import { AgreementShown } from './AgreementShown.tsx';
import { isFulfilled, isMine, waitingForMe } from './agreements.ts';
import { seatName, candidates, agreementsOf, canBargain, plays } from '../lookup.ts';
import { BlocList } from '../blocs/BlocLink.tsx';
import type { PlayState } from '../playState.ts';
import { promisesOf } from './deeds.ts';
import { JudgedCard } from './JudgedCard.tsx';
import { newOffer } from './offerDraft.ts';
import { OfferBuilder } from './OfferBuilder.tsx';
import '../../styles/play-agreements.css';

interface PanelProps {
  readonly view: View;
  readonly source: ViewSource;
  readonly ui: PlayState;
}

/** The agreements: open offers, own obligations, agreements of others, and which were kept or broken. */
export function AgreementsPanel(props: PanelProps) {
  const { view } = props;
  const { agreements } = words.value;
  const all = agreementsOf(view);
  const offers = waitingForMe(view);
  const live = all.filter(({ status }) => status === 'proposed' || status === 'inForce');
  const mine = live.filter((agreement) => isMine(view, agreement));
  const open = mine.filter((agreement) => agreement.status === 'proposed' && !offers.includes(agreement));
  const sent = open.filter(({ proposer }) => proposer === view.own?.seat);
  const signed = open.filter(({ proposer }) => proposer !== view.own?.seat);
  const inForce = mine.filter((agreement) => agreement.status === 'inForce' && !offers.includes(agreement));
  const binding = inForce.filter((agreement) => !isFulfilled(view, agreement));
  const fulfilled = inForce.filter((agreement) => isFulfilled(view, agreement));
  const others = live.filter((agreement) => !isMine(view, agreement));
  return (
    <div class="agreements">
      <h2 class="visually-hidden">{words.value.play.tabs.agreements}</h2>
      <AgreementShown {...props} />
      <Building {...props} />
      {view.own && <Listed {...props} title={agreements.offers} items={offers} none={agreements.noOffers} />}
      {offers.length + open.length > 0 && <p class="panel-note">{agreements.lapses}</p>}
      {view.own && (
        <Listed {...props} title={agreements.binds} items={binding} none={agreements.bindsNothing} />
      )}
      <Listed {...props} title={agreements.sent} items={sent} />
      <Listed {...props} title={agreements.signedByYou} items={signed} />
      <Listed {...props} title={agreements.fulfilled} items={fulfilled} />
      <Listed {...props} title={agreements.others} items={others} />
      <BlocList view={props.view} ui={props.ui} />
      <Judged view={view} all={all} />
      <AgreementLedger view={view} ui={props.ui} />
      <Deeds view={view} />
    </div>
  );
}

function Building({ view, source, ui }: PanelProps) {
  const { agreements } = words.value;
  const banned = view.own?.bannedUntil ?? null;
  const draft = ui.offer.value;
  if (!view.own || !plays(view)) return null;
  if (banned !== null) return <p class="agreement-ban">{agreements.banned(banned)}</p>;
  if (!canBargain(view)) return <p class="panel-note">{agreements.closed}</p>;
  if (draft) return <OfferBuilder view={view} source={source} ui={ui} draft={draft} />;
  return (
    <fieldset class="targets offer-open">
      <legend>{agreements.build}</legend>
      <div class="targets-list">
        {candidates(view).map((seat) => (
          <button
            key={seat}
            type="button"
            class="chip"
            onClick={() => {
              ui.offer.value = newOffer(view, [seat]);
            }}
          >
            {seatName(view, seat)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

interface ListedProps extends PanelProps {
  readonly title: string;
  readonly items: readonly AgreementView[];
  /** The text for an empty list; without it the list is omitted. */
  readonly none?: string;
}

function Listed({ title, items, none, ...props }: ListedProps) {
  if (items.length === 0 && none === undefined) return null;
  return (
    <section>
      <h3>
        {title} {items.length > 0 && <small>{items.length}</small>}
      </h3>
      {items.length === 0 && <p class="panel-note">{none}</p>}
      {items.map((agreement) => (
        <AgreementCard key={agreement.id} {...props} agreement={agreement} />
      ))}
    </section>
  );
}

function Judged({ view, all }: { readonly view: View; readonly all: readonly AgreementView[] }) {
  const { agreements } = words.value;
  const last = ({ judgements }: AgreementView): number => judgements.at(-1)?.round ?? 0;
  const judged = all
    .filter(({ judgements }) => judgements.some(({ outcome }) => outcome !== 'idle'))
    .toSorted((a, b) => last(b) - last(a));
  return (
    <section>
      <h3>{agreements.past}</h3>
      {judged.length === 0 && <p class="panel-note">{agreements.noPast}</p>}
      {judged.map((agreement) => (
        <JudgedCard key={agreement.id} view={view} agreement={agreement} />
      ))}
    </section>
  );
}

/** Promises and deeds of every state that has made a public promise. */
function Deeds({ view }: { readonly view: View }) {
  const { agreements } = words.value;
  const rows = view.card.seats
    .map(({ id }) => ({ id, ...promisesOf(view, id) }))
    .filter(({ kept, broken, running }) => kept + broken + running > 0);
  if (rows.length === 0) return null;
  return (
    <table class="deeds">
      <caption>
        {agreements.deeds} <small>{agreements.deedsNote}</small>
      </caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{agreements.kept}</th>
          <th scope="col">{agreements.broken}</th>
          <th scope="col">{agreements.running}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, kept, broken, running }) => (
          <tr key={id}>
            <th scope="row">{seatName(view, id)}</th>
            <td class="num">{kept}</td>
            <td class="num">{broken}</td>
            <td class="num">{running}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

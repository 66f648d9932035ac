import { isTrustOpen } from '#shared/session/topics/trustSeen.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';
import type { OwnView, TableView } from '#shared/session/views/tableView.ts';
import { rememberedOwn } from '#shared/session/views/own.ts';
import type { ViewPart } from '#shared/session/views/remembered.ts';
import { allTrust, rememberedTable } from '#shared/session/views/table.ts';
import type { TextOf } from '#shared/session/vocabulary/codedTalk.ts';
import { blankTable, mirrorHost, mirrorOwn, mirrorTable } from './mirror.ts';
import type { TableSchema } from './table.ts';

interface OwnMirror {
  readonly view: ViewPart<OwnView>;
  shown: OwnView | null;
}

/**
 * The wire's table of one session, kept equal to its views. It remembers what it wrote last, so the cost of a line depends on what
 * the line changed and not on the size of the table.
 */
export class LiveMirror {
  readonly table: TableSchema;
  readonly #view = rememberedTable();
  readonly #own = new Map<string, OwnMirror>();
  #shown: TableView | null = null;
  #trust: SessionState['world']['trust'] | null = null;

  constructor({ seats }: SessionState) {
    this.table = blankTable(seats.map(({ id }) => id));
    seats.forEach(({ id }, index) => this.#own.set(id, { view: rememberedOwn(id, index), shown: null }));
  }

  /** Writes everything: the public part, the host's part, and every seat's own part. */
  show(state: SessionState, textOf: TextOf): void {
    const view = this.#view(state, textOf);
    mirrorTable(this.table, view, this.#shown);
    this.#shown = view;
    this.#showHost(state);
    for (const seat of this.#own.keys()) this.showOwn(seat, state, textOf);
  }

  /** Writes one seat's own part and nothing that anybody else receives. */
  showOwn(seat: string, state: SessionState, textOf: TextOf): void {
    const own = this.#own.get(seat);
    if (own === undefined) return;
    const view = own.view(state, textOf);
    mirrorOwn(this.table, view, own.shown);
    own.shown = view;
  }

  #showHost(state: SessionState): void {
    const trust = isTrustOpen(state) ? null : state.world.trust;
    if (trust === this.#trust) return;
    mirrorHost(this.table, trust === null ? [] : allTrust(state));
    this.#trust = trust;
  }
}

import { allSecretAgreements } from '#shared/session/views/agreements.ts';
import type { View } from '#shared/session/views/tableView.ts';
import { viewFor } from '#shared/session/view.ts';
import type { TextOf } from '#shared/session/vocabulary/codedTalk.ts';
import type { Viewer } from '#shared/session/vocabulary/actors.ts';
import type { SessionState } from '#shared/session/vocabulary/state.ts';

/** A viewer's view of a recorded table. Who asked to see everything sees secret agreements too: the file has them, whoever holds it. */
export function viewInRecord(state: SessionState, viewer: Viewer, textOf: TextOf): View {
  const view = viewFor(state, viewer, textOf);
  if (viewer.kind !== 'host') return view;
  const agreements = [...view.table.agreements, ...allSecretAgreements(state)];
  return { ...view, table: { ...view.table, agreements } };
}

import { parseSubject } from '#shared/model/explain.ts';
import type { View } from '#shared/session/views/tableView.ts';
import type { WallPage } from '#shared/wire/wallPage.ts';
import { words } from '../../text/language.ts';
import { seatName } from '../lookup.ts';
import { subjectName } from './subjects.ts';

/** The wall's page, in a few words of the reader's language. */
export function pageName(view: View, page: WallPage): string {
  const { wall } = words.value.projector;
  if (page.show === 'state') return wall.state(seatName(view, page.seat));
  if (page.show !== 'why') return wall.names[page.show];
  const subject = parseSubject(page.subject);
  return subject === null ? wall.names.why : wall.whyOf(subjectName(view, subject), page.round);
}

import type { en } from './en.ts';
import { firstZh } from './firstZh.ts';
import { listZh } from './number.ts';
import { agreements } from './zh/agreements.ts';
import { blocs } from './zh/blocs.ts';
import { bookmarks } from './zh/bookmarks.ts';
import { compare } from './zh/compare.ts';
import { course } from './zh/course.ts';
import { damage } from './zh/damage.ts';
import { folder } from './zh/folder.ts';
import { delegation } from './zh/delegation.ts';
import { debrief } from './zh/debrief.ts';
import { events } from './zh/events.ts';
import { exports } from './zh/exports.ts';
import { eyes } from './zh/eyes.ts';
import { host } from './zh/host.ts';
import { inbox } from './zh/inbox.ts';
import { library } from './zh/library.ts';
import { privacy } from './zh/privacy.ts';
import { server } from './zh/server.ts';
import { hostLines } from './zh/lines.ts';
import { coHosts } from './zh/coHosts.ts';
import { manyTables } from './zh/manyTables.ts';
import { moves } from './zh/moves.ts';
import { objectives } from './zh/objectives.ts';
import { hostDoor } from './zh/hostDoor.ts';
import { opening } from './zh/opening.ts';
import { orders } from './zh/orders.ts';
import { packs } from './zh/packs.ts';
import { pictures } from './zh/pictures.ts';
import { play } from './zh/play.ts';
import { promises } from './zh/promises.ts';
import { projector } from './zh/projector.ts';
import { readiness } from './zh/readiness.ts';
import { refusals } from './zh/refusals.ts';
import { replay } from './zh/replay.ts';
import { shareLinks } from './zh/shareLinks.ts';
import { sight } from './zh/sight.ts';
import { talk } from './zh/talk.ts';
import { templates } from './zh/templates.ts';
import { whatIf } from './zh/whatIf.ts';
import { why } from './zh/why.ts';

/** Every Chinese word shown. */
export const zh: typeof en = {
  ...firstZh,
  list: listZh,
  labelled: (name, what) => `${name}：${what}`,
  agreements,
  blocs,
  bookmarks,
  compare,
  course,
  folder,
  delegation,
  debrief,
  events,
  shareLinks,
  sight,
  host,
  damage,
  hostDoor,
  library,
  privacy,
  server,
  inbox,
  hostLines,
  exports,
  eyes,
  opening,
  packs,
  readiness,
  projector,
  promises,
  replay,
  refusals,
  pictures,
  play,
  whatIf,
  why,
  objectives,
  orders,
  talk,
  manyTables,
  coHosts,
  moves,
  templates,
};

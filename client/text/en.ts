import { firstEn } from './firstEn.ts';
import { listEn } from './number.ts';
import { agreements } from './en/agreements.ts';
import { blocs } from './en/blocs.ts';
import { bookmarks } from './en/bookmarks.ts';
import { compare } from './en/compare.ts';
import { course } from './en/course.ts';
import { damage } from './en/damage.ts';
import { folder } from './en/folder.ts';
import { delegation } from './en/delegation.ts';
import { debrief } from './en/debrief.ts';
import { events } from './en/events.ts';
import { exports } from './en/exports.ts';
import { eyes } from './en/eyes.ts';
import { host } from './en/host.ts';
import { inbox } from './en/inbox.ts';
import { library } from './en/library.ts';
import { privacy } from './en/privacy.ts';
import { server } from './en/server.ts';
import { hostLines } from './en/lines.ts';
import { coHosts } from './en/coHosts.ts';
import { manyTables } from './en/manyTables.ts';
import { moves } from './en/moves.ts';
import { objectives } from './en/objectives.ts';
import { hostDoor } from './en/hostDoor.ts';
import { opening } from './en/opening.ts';
import { orders } from './en/orders.ts';
import { packs } from './en/packs.ts';
import { pictures } from './en/pictures.ts';
import { play } from './en/play.ts';
import { promises } from './en/promises.ts';
import { projector } from './en/projector.ts';
import { readiness } from './en/readiness.ts';
import { refusals } from './en/refusals.ts';
import { replay } from './en/replay.ts';
import { shareLinks } from './en/shareLinks.ts';
import { sight } from './en/sight.ts';
import { talk } from './en/talk.ts';
import { templates } from './en/templates.ts';
import { whatIf } from './en/whatIf.ts';
import { why } from './en/why.ts';

/** Every English word shown; its shape is the shape of every language. */
export const en = {
  ...firstEn,
  list: listEn,
  /** A name, and what is said of it. */
  labelled: (name: string, what: string) => `${name}: ${what}`,
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

import type { View } from '#shared/session/views/tableView.ts';
import type { MapPicture } from '../../map/mapPicture.ts';
import { type PictureWishes, pictureOf } from '../world/pictureOf.ts';

/** The map of a view with what everybody may see on it: no secret agreement, no sealed order, and nobody's own state. */
export function openPicture(
  view: View,
  language: PictureWishes['language'],
  speech: PictureWishes['speech'],
): MapPicture {
  const picture = pictureOf(view, { chosen: null, dimmed: [], arcs: [], withTies: true, language, speech });
  const nodes = picture.nodes.map((node) => ({ ...node, own: false, sealed: false }));
  return { ...picture, nodes, ties: picture.ties.filter(({ secret }) => !secret) };
}

import type { MapOptions, MapPicture } from './mapPicture.ts';

/** Changes exactly when the baked ground must be painted again; seals, selections and dimming do not change it. */
export const underlayKey = (picture: MapPicture, options: MapOptions): string =>
  JSON.stringify([
    options.theme,
    options.layout,
    options.fit,
    options.insets,
    picture.nodes.map((node) => [node.seat, node.x, node.y, node.weight]),
    picture.links.map((link) => [link.a, link.b, link.strength, link.restricted]),
    picture.blocs.map((bloc) => [bloc.kind, bloc.order, bloc.depth, bloc.members]),
    picture.fog,
  ]);

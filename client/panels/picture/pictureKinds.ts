/** What can be saved as a picture for slides. */
export const pictureKinds = ['map', 'dial', 'course'] as const;
/** A kind of picture. */
export type PictureKind = (typeof pictureKinds)[number];

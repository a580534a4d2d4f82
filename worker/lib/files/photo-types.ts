/** Kinds of picture that are kept as photos, by the ending each is given out with. */
export const PHOTO_ENDINGS = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
} as const

export type PhotoType = keyof typeof PHOTO_ENDINGS

export const PHOTO_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
] as const satisfies readonly PhotoType[]

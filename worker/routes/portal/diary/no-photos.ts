import type { PhotoShelf } from '../../../verbs/diary/recording.ts'

/** A page without script hands in no photos of its own; those of an entry stay on its corrections. */
export const noPhotos: PhotoShelf = async () => []

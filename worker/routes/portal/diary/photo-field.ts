import { DIARY_ENTRIES_COPY as W } from '../../../copy/portal/diary-entries.ts'
import { OUTBOX_LIMITS } from '../../../domain/outbox/outbox-item.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { keepTypedPhoto } from '../../../verbs/diary/typed-photos.ts'
import type { Portal } from '../portal-route.ts'
import { fileOf } from '../sites/form-text.ts'

const NAME = 'photo'
const MEBIBYTE = 1024 * 1024
/** A photo and what is typed beside it. */
export const PHOTO_FORM_BYTES = OUTBOX_LIMITS.photoBytes + 64 * 1024

export function photoField(lang: Language) {
  return {
    ...{ name: NAME, label: W.photo[lang], hint: W.photoHint[lang], isOptional: true },
    ...{ accept: '.jpg,.jpeg,.png,.webp', maxMb: OUTBOX_LIMITS.photoBytes / MEBIBYTE },
  }
}

/** The hash of the photo that came with a form, kept before the entry that names it; none without one. */
export async function typedPhoto({ ctx, deps, form }: Portal): Promise<string[]> {
  const file = await fileOf(form, NAME)
  if (file === null || file.bytes.length === 0) return []
  return [await keepTypedPhoto({ ctx, files: deps.files, bytes: file.bytes, path: NAME })]
}

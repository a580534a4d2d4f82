import type { RecordFormModel } from '../../../../site/models/records.ts'
import { MAX_PAPER_BYTES } from '../../../verbs/papers/accept-paper.ts'
import { fileOf } from '../sites/form-text.ts'

const MEBIBYTE = 1024 * 1024

/** Most bytes of a form with a paper in it, and what is typed beside. */
export const PAPER_FORM_BYTES = MAX_PAPER_BYTES + 64 * 1024

/** Endings of what is photographed or written, where both are taken. */
export const PHOTO_OR_PDF = '.jpg,.jpeg,.png,.webp,.pdf'

type AskedFile = NonNullable<RecordFormModel['file']>

/**
 * What a form says of the file it asks for, a paper unless said otherwise. All are named alike, so that
 * what is wrong with one is said at the field.
 */
export function paperFile(
  said: Omit<AskedFile, 'name' | 'accept' | 'maxMb'> & {
    /** `.pdf,.jpg` */
    readonly accept?: string
    readonly maxBytes?: number
  },
): AskedFile {
  const { accept = '.pdf,.jpg,.jpeg,.png', maxBytes = MAX_PAPER_BYTES, ...rest } = said
  return { name: 'file', ...rest, accept, maxMb: maxBytes / MEBIBYTE }
}

/** The paper that came with a form; an empty one where none was chosen. */
export async function handedIn(form: FormData) {
  return (await fileOf(form, 'file')) ?? { bytes: new Uint8Array(), fileName: '' }
}

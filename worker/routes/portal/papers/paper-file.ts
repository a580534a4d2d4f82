import { MAX_PAPER_BYTES } from '../../../verbs/papers/accept-paper.ts'
import { fileOf } from '../sites/form-text.ts'

const MEBIBYTE = 1024 * 1024

/** Most bytes of a form with a paper in it, and what is typed beside. */
export const PAPER_FORM_BYTES = MAX_PAPER_BYTES + 64 * 1024

/** What a form says of the paper it asks for. */
export function paperFile(said: {
  readonly label: string
  readonly hint: string
  /** `.pdf,.jpg` */
  readonly accept?: string
}) {
  const { label, hint, accept = '.pdf,.jpg,.jpeg,.png' } = said
  return { name: 'file', label, hint, accept, maxMb: MAX_PAPER_BYTES / MEBIBYTE }
}

/** The paper that came with a form; an empty one where none was chosen. */
export async function handedIn(form: FormData) {
  return (await fileOf(form, 'file')) ?? { bytes: new Uint8Array(), fileName: '' }
}

import { batchText } from './batch-text.ts'
import type { PrintLabels, PrintSubject } from './label.ts'
import { pinOf } from './pin-text.ts'

/**
 * Labels as CSV (RFC 4180 with LF, UTF-8 without a byte order mark), for printing houses. No field
 * needs quotes: all of them stay in the alphabets of the label format. Where labels have PINs, these
 * are the last column, without which the file is what it always was.
 */
export async function* renderCsv(input: {
  readonly subject: PrintSubject
  readonly labels: PrintLabels
  /** False where it goes on a file. */
  readonly withHead?: boolean
}): AsyncGenerator<Uint8Array> {
  const { subject, labels, withHead = true } = input
  const tail = `,${subject.ref},${subject.profile},${subject.kid}`
  const { hasPin } = subject
  yield* batchText({
    head: withHead ? `serial,url,ref,profile,kid${hasPin ? ',pin' : ''}\n` : '',
    labels,
    text: (label) => `${label.serial},${label.url}${tail}${hasPin ? `,${pinOf(label)}` : ''}\n`,
  })
}

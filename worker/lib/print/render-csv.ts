import { batchText } from './batch-text.ts'
import type { PrintLabels, PrintSubject } from './label.ts'

/**
 * Labels as CSV (RFC 4180 with LF, UTF-8 without a byte order mark), for printing houses. No field
 * needs quotes: all of them stay in the alphabets of the label format.
 */
export async function* renderCsv(input: {
  readonly subject: PrintSubject
  readonly labels: PrintLabels
  /** False where it goes on a file. */
  readonly withHead?: boolean
}): AsyncGenerator<Uint8Array> {
  const { subject, labels, withHead = true } = input
  const tail = `,${subject.ref},${subject.profile},${subject.kid}\n`
  yield* batchText({
    head: withHead ? 'serial,url,ref,profile,kid\n' : '',
    labels,
    text: (label) => `${label.serial},${label.url}${tail}`,
  })
}

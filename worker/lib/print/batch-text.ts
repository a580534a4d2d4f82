import { utf8 } from './bytes.ts'
import type { PrintLabel, PrintLabels } from './label.ts'

/** Enough that a chunk's overhead is nothing, little enough to stay out of sight in memory. */
const CHUNK_CHARACTERS = 64 * 1024

/** Text made label by label, as UTF-8 chunks of some 64 kB whatever the size of the input's chunks. */
export async function* batchText(input: {
  readonly head: string
  readonly labels: PrintLabels
  readonly text: (label: PrintLabel) => string
}): AsyncGenerator<Uint8Array> {
  let pending = input.head
  for await (const chunk of input.labels) {
    for (const label of chunk) {
      pending += input.text(label)
      if (pending.length < CHUNK_CHARACTERS) continue
      yield utf8(pending)
      pending = ''
    }
  }
  if (pending !== '') yield utf8(pending)
}

import { collectBytes } from './bytes.ts'
import type { PrintLabels } from './label.ts'
import { NO_NOTES, type PartedFile } from './parted-file.ts'

/** A file of text that only has a head, in parts: nothing follows its labels. */
export function textParts(input: {
  readonly labelsPerPart: number
  readonly render: (
    labels: PrintLabels,
    which: { readonly withHead: boolean },
  ) => AsyncGenerator<Uint8Array>
}): PartedFile {
  const { labelsPerPart, render } = input
  return {
    labelsPerPart,
    part: async (place, labels) => {
      const bytes = await collectBytes(render(labels, { withHead: place.labels === 0 }))
      return { bytes, notes: NO_NOTES }
    },
    end: async () => NO_NOTES,
  }
}

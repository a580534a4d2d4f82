import { collectBytes } from './bytes.ts'
import type { PrintSubject } from './label.ts'
import type { PartedFile, PartPlace } from './parted-file.ts'
import { type PageOffsets, pdfSheets } from './pdf/pdf-sheets.ts'
import type { OkPlan } from './plan-sheet.ts'

/** Some 200 kB of a PDF, made in less than a tenth of a second. */
const LABELS_ABOUT = 480

/** {@link renderPdf} in parts of whole pages; their notes are where pages start. */
export function pdfParts(input: {
  readonly plan: OkPlan
  readonly subject: PrintSubject
  readonly cutMarks?: boolean
}): PartedFile {
  const { labelsPerPage } = pdfSheets(input)
  const sheetsAt = ({ labels, length }: PartPlace) =>
    pdfSheets({ ...input, from: { pages: Math.ceil(labels / labelsPerPage), length } })
  return {
    labelsPerPart: labelsPerPage * Math.max(1, Math.floor(LABELS_ABOUT / labelsPerPage)),
    part: async (place, labels) => {
      const sheets = sheetsAt(place)
      const bytes = await collectBytes(sheets.pages(labels))
      return { bytes, notes: toNotes(sheets.offsets()) }
    },
    end: (place, notes) => collectBytes(sheetsAt(place).end(notes.flatMap(toOffsets))),
  }
}

/** Four bytes a number: a file of parts stays far below the four gigabytes they reach. */
function toNotes(offsets: readonly PageOffsets[]): Uint8Array {
  const notes = new DataView(new ArrayBuffer(offsets.length * 8))
  offsets.forEach(([page, content], at) => {
    notes.setUint32(at * 8, page)
    notes.setUint32(at * 8 + 4, content)
  })
  return new Uint8Array(notes.buffer)
}

function toOffsets(bytes: Uint8Array): PageOffsets[] {
  const notes = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from(
    { length: bytes.length / 8 },
    (_, at): PageOffsets => [notes.getUint32(at * 8), notes.getUint32(at * 8 + 4)],
  )
}

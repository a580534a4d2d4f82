import { crc32 } from '../sheet/xlsx/crc32.ts'
import { joinBytes, utf8 } from './bytes.ts'
import type { PrintSubject } from './label.ts'
import type { PartedFile } from './parted-file.ts'
import type { OkPlan } from './plan-sheet.ts'
import { renderSvg } from './render-svg.ts'
import { svgName } from './svg-name.ts'
import { type ZipEntry, zipDirectory, zipLocal } from './zip/zip-file.ts'

const LABELS = 100
/** Serial, checksum and size of an entry, four bytes each. */
const NOTE_BYTES = 12

/**
 * The drawings of labels as a zip in parts; notes are what its directory lists. Written here because a
 * zip of a library cannot be gone on with by another process.
 */
export function svgParts(input: {
  readonly plan: OkPlan
  readonly subject: PrintSubject
}): PartedFile {
  const { plan, subject } = input
  return {
    labelsPerPart: LABELS,
    part: async (place, labels) => {
      const entries: Uint8Array[] = []
      const notes: number[] = []
      for await (const chunk of labels) {
        for (const label of chunk) {
          const data = utf8(renderSvg(label, subject, plan))
          const index = place.labels + entries.length
          const name = svgName(subject.ref, { serial: label.serial, index })
          const entry = { name, crc: crc32(data), size: data.length }
          entries.push(zipLocal(entry, data))
          notes.push(label.serial, entry.crc, entry.size)
        }
      }
      return { bytes: joinBytes(entries), notes: toNotes(notes) }
    },
    end: async (_place, notes) => zipDirectory(toEntries(joinBytes(notes), subject.ref)),
  }
}

function toNotes(numbers: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.length * 4))
  numbers.forEach((number, at) => {
    view.setUint32(at * 4, number)
  })
  return new Uint8Array(view.buffer)
}

function toEntries(bytes: Uint8Array, ref: string): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: bytes.length / NOTE_BYTES }, (_, index) => {
    const at = index * NOTE_BYTES
    const name = svgName(ref, { serial: view.getUint32(at), index })
    return { name, crc: view.getUint32(at + 4), size: view.getUint32(at + 8) }
  })
}

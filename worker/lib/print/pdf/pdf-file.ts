import { joinBytes, utf8 } from '../bytes.ts'

/** Numbers the objects of a PDF file and remembers where each one starts. */
export type PdfFile = {
  /** A number above all that are taken. */
  readonly newId: () => number
  /** Header of the file; emit it first. */
  readonly header: () => Uint8Array
  /** The bytes of an object without a stream. Emit them in the order made. */
  readonly object: (id: number, body: string) => Uint8Array
  /** The bytes of a stream object; `entries` is its dictionary without Length. */
  readonly stream: (id: number, entries: string, data: Uint8Array) => Uint8Array
  /** Where an object starts that was written in an earlier part, or is yet to be. */
  readonly startsAt: (id: number, offset: number) => void
  /** Bytes so far. */
  readonly length: () => number
  /** Cross-reference table and trailer; emit it last. */
  readonly trailer: (entries: string) => Uint8Array
}

/** Every line of the table has 20 bytes (ISO 32000-1, 7.5.4). */
const xrefLine = (offset: number) => `${String(offset).padStart(10, '0')} 00000 n \n`

/**
 * A file of which only the offsets stay in memory (ISO 32000-1, 7.5).
 *
 * @param from bytes of it that were written before, where it is gone on with
 */
export function pdfFile(from: { readonly length: number } = { length: 0 }): PdfFile {
  const offsets: number[] = []
  let length = from.length
  const emit = (bytes: Uint8Array) => {
    length += bytes.length
    return bytes
  }
  const startsAt = (id: number, offset: number) => {
    // Filled up in order, or the array turns into a slow map.
    while (offsets.length < id) offsets.push(0)
    offsets[id - 1] = offset
  }
  return {
    newId: () => offsets.push(0),
    startsAt,
    length: () => length,
    // Four bytes above 127 tell transfer programs that the file is binary.
    header: () => emit(joinBytes([utf8('%PDF-1.7\n%'), Uint8Array.of(226, 227, 207, 211, 10)])),
    object: (id, body) => {
      startsAt(id, length)
      return emit(utf8(`${id} 0 obj\n${body}\nendobj\n`))
    },
    stream: (id, entries, data) => {
      startsAt(id, length)
      const head = utf8(`${id} 0 obj\n<<${entries}/Length ${data.length}>>stream\n`)
      return emit(joinBytes([head, data, utf8('\nendstream\nendobj\n')]))
    },
    trailer: (entries) => {
      const size = offsets.length + 1
      const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.map(xrefLine).join('')}`
      const end = `trailer\n<<${entries}/Size ${size}>>\nstartxref\n${length}\n%%EOF\n`
      return emit(utf8(table + end))
    },
  }
}

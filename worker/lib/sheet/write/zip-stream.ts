import { Zip, ZipDeflate } from 'fflate'

/** A ZIP that is written entry after entry; what is deflated so far is taken out between. */
export function zipStream(madeAt: Date | number) {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error
    ready.push(chunk)
  })
  return {
    begin: (name: string): ZipDeflate => {
      const entry = new ZipDeflate(name, { level: 6 })
      entry.mtime = madeAt
      zip.add(entry)
      return entry
    },
    take: (): Uint8Array[] => ready.splice(0),
    end: (): Uint8Array[] => {
      zip.end()
      return ready.splice(0)
    },
  }
}

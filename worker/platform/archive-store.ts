import { LRUCache } from 'lru-cache'
import type { DiskService } from './file-store-disk.ts'

/** Large files of which parts are read, by a name that stands for what they hold. */
export type ArchiveStore = {
  /** Bytes of it; null where there is none. */
  readonly size: (name: string) => Promise<number | null>
  /** A part of it, or all of it; null where there is none. */
  readonly read: (
    name: string,
    part: { readonly offset: number; readonly length: number } | null,
  ) => Promise<ReadableStream | null>
}

/** The part of an R2 bucket that is used. */
export type ArchiveBucket = {
  readonly head: (key: string) => Promise<{ readonly size: number } | null>
  readonly get: (
    key: string,
    options?: { readonly range: { readonly offset: number; readonly length: number } },
  ) => Promise<{ readonly body: ReadableStream } | null>
}

/** Where archives lie among other files. */
const FOLDER = 'maps'

/** The folder bound as `MAPS`, else `maps/` in the bucket `MEDIA` or in the folder `FILES`; null without any. */
export function chooseArchiveStore(bindings: object): ArchiveStore | null {
  const { MAPS, MEDIA, FILES } = bindings as {
    readonly MAPS?: DiskService
    readonly MEDIA?: ArchiveBucket
    readonly FILES?: DiskService
  }
  if (MAPS !== undefined) return sizesKept(diskArchives(MAPS, ''))
  if (MEDIA !== undefined) return sizesKept(bucketArchives(MEDIA))
  return FILES === undefined ? null : sizesKept(diskArchives(FILES, `${FOLDER}/`))
}

function bucketArchives(bucket: ArchiveBucket): ArchiveStore {
  return {
    size: async (name) => (await bucket.head(`${FOLDER}/${name}`))?.size ?? null,
    read: async (name, part) => {
      const key = `${FOLDER}/${name}`
      const object = await (part === null ? bucket.get(key) : bucket.get(key, { range: part }))
      return object?.body ?? null
    },
  }
}

/** workerd's service for a disk folder answers ranges. */
function diskArchives(disk: DiskService, folder: string): ArchiveStore {
  const ask = (name: string, init: RequestInit) =>
    disk.fetch(new Request(`http://maps.internal/${folder}${name}`, init))
  return {
    size: async (name) => {
      const answer = await ask(name, { method: 'HEAD' })
      const length = answer.headers.get('content-length')
      return answer.ok && length !== null ? Number(length) : null
    },
    read: async (name, part) => {
      const range = part === null ? {} : { range: rangeOf(part) }
      const answer = await ask(name, { headers: range })
      if (answer.status === 404) return null
      if (answer.status === 206 && part !== null) return answer.body
      // A range that is all of the file is answered as the file.
      const size = Number(answer.headers.get('content-length'))
      const isWhole = part === null || (part.offset === 0 && part.length === size)
      if (answer.status === 200 && isWhole) return answer.body
      throw new Error(`the disk service answered ${answer.status}`)
    },
  }
}

function rangeOf({ offset, length }: { readonly offset: number; readonly length: number }): string {
  return `bytes=${offset}-${offset + length - 1}`
}

/** A name stands for what the file holds, so its size never changes; kept, each tile is one read. */
const SIZES = new LRUCache<string, number>({ max: 20 })

function sizesKept(store: ArchiveStore): ArchiveStore {
  return {
    ...store,
    size: async (name) => {
      const known = SIZES.get(name)
      if (known !== undefined) return known
      const size = await store.size(name)
      if (size !== null) SIZES.set(name, size)
      return size
    },
  }
}

import { OUTBOX_KINDS } from '../../../worker/domain/outbox/outbox-item.ts'
import { sha256Hex } from '../../../worker/lib/files/sha256-hex.ts'
import { isUuidV7 } from '../../../worker/lib/ids/uuid-v7.ts'
import type { Desk } from './desk.ts'
import { EXPORT_FORMAT } from './export-file.ts'
import type { KeptPhoto, KeptRecord } from './record.ts'
import { unlessFull } from './unless-full.ts'

/** `foreign`: the queue of another account; `unreadable`: no such file, or cut off. */
export type ImportOutcome =
  | { readonly status: 'taken'; readonly records: number }
  | { readonly status: 'full'; readonly records: number }
  | { readonly status: 'foreign' | 'unreadable' }

/**
 * Takes a queue that another device exported into this one. Records keep their ids, so that what both
 * devices send is stored once; what is here already stays as it is.
 */
export async function importFile(desk: Desk, file: Blob): Promise<ImportOutcome> {
  const lines = (await file.text()).split('\n').filter((line) => line !== '')
  const [head, ...rest] = lines.map(parsed)
  if (head?.['format'] !== EXPORT_FORMAT || head['version'] !== 1) return { status: 'unreadable' }
  if (head['accountId'] !== desk.accountId) return { status: 'foreign' }
  const records = rest.flatMap((line) => recordOf(desk.accountId, line?.['record']))
  const photos = await photosOf(desk.accountId, rest)
  const isWhole = records.length + photos.size === rest.length
  if (!isWhole) return { status: 'unreadable' }
  let taken = 0
  for (const record of records) {
    const outcome = await unlessFull(() =>
      desk.storage.add(
        record,
        record.photos.flatMap((hash) => photos.get(hash) ?? []),
      ),
    )
    if ('status' in outcome && outcome.status === 'full') return { status: 'full', records: taken }
    taken += 1
  }
  return { status: 'taken', records: taken }
}

type Parsed = Readonly<Record<string, unknown>>

function parsed(line: string): Parsed | null {
  try {
    const value: unknown = JSON.parse(line)
    return isPlain(value) ? value : null
  } catch {
    return null
  }
}

/** The record as it was kept; whatever a newer app has written beside is left out. */
function recordOf(accountId: string, given: unknown): Omit<KeptRecord, 'seq'>[] {
  if (!isPlain(given)) return []
  const { id, v, kind, happenedOn, madeAt, clock, body, photos, state, unansweredSince } = given
  const isKnown =
    typeof id === 'string' &&
    isUuidV7(id) &&
    OUTBOX_KINDS.some((known) => known === kind) &&
    typeof happenedOn === 'string' &&
    typeof madeAt === 'number' &&
    isPlain(body) &&
    Array.isArray(photos)
  if (!isKnown) return []
  return [
    {
      accountId,
      id,
      v: typeof v === 'number' ? v : String(v),
      kind: kind as KeptRecord['kind'],
      happenedOn,
      madeAt,
      clock: clock as KeptRecord['clock'],
      body,
      photos: photos.map(String),
      state: state === 'refused' || state === 'mended' ? state : 'waiting',
      revision: typeof given['revision'] === 'number' ? given['revision'] : 0,
      unansweredSince: typeof unansweredSince === 'number' ? unansweredSince : null,
      problem: (given['problem'] ?? null) as KeptRecord['problem'],
      settledAt: null,
    },
  ]
}

/** Photos whose bytes are those their hash names. */
async function photosOf(
  accountId: string,
  lines: readonly (Parsed | null)[],
): Promise<ReadonlyMap<string, KeptPhoto>> {
  const photos = new Map<string, KeptPhoto>()
  for (const line of lines) {
    const photo = line?.['photo']
    if (!isPlain(photo)) continue
    const { sha256, mediaType, base64 } = photo
    if (typeof sha256 !== 'string' || typeof base64 !== 'string') continue
    const bytes = fromBase64(base64)
    if (bytes === null || (await sha256Hex(bytes)) !== sha256) continue
    const kept = { accountId, sha256, bytes, mediaType: String(mediaType) }
    photos.set(sha256, { ...kept, isBegun: true, isThere: false })
  }
  return photos
}

function fromBase64(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  } catch {
    return null
  }
}

function isPlain(value: unknown): value is Parsed {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

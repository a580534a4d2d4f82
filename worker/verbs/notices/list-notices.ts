import type { Database } from '../../../db/client.ts'
import { type NoticePosition, readNotices } from '../../../db/queries/notices.ts'
import type { PublicNotice } from '../../domain/notices.ts'
import { decodeCursor, encodeCursor, wholeKey } from '../documents/list-cursor.ts'
import { codeNotice, recallNotice } from './notice-item.ts'

export type NoticeList = {
  readonly items: readonly PublicNotice[]
  /** Where the list goes on to older ones; a page may be short, even empty, and still go on. */
  readonly nextCursor: string | null
}

/** A list of ten thousand grants, taken back and read in again, is looked past in one go. */
const MAX_STRETCHES = 8

/**
 * Suspensions, revocations and cancellations of codes, their return to active, and recalls of
 * batches, in the order they were recorded, newest first. Throws `invalid_input` for a cursor that
 * this list did not give.
 */
export async function listNotices(input: {
  db: Database
  cursor: string | null
  limit: number
  /** Only what was recorded or taken back from then on, epoch milliseconds. */
  since?: number | null
}): Promise<NoticeList> {
  const { db, cursor, limit, since = null } = input
  const before = cursor === null ? null : readPosition(cursor)
  let page = await readStretch({ db, limit, before, since })
  for (let read = 1; read < MAX_STRETCHES && page.next !== null; read++) {
    const left = limit - page.items.length
    if (left === 0) break
    const older = await readStretch({ db, limit: left, before: page.next, since })
    page = { items: [...page.items, ...older.items], next: older.next }
  }
  const { items, next } = page
  const nextCursor = next === null ? null : encodeCursor([String(next.recordedAt), next.id])
  return { items, nextCursor }
}

type Stretch = { readonly items: readonly PublicNotice[]; readonly next: NoticePosition | null }

/** What one bounded look downwards finds; most decisions are grants, so it may find little. */
async function readStretch(input: {
  db: Database
  before: NoticePosition | null
  limit: number
  since: number | null
}): Promise<Stretch> {
  const { db, before, limit, since } = input
  // One row more than asked for tells whether there is another page.
  const { codes, recalls } = await readNotices(db, { before, limit: limit + 1, since })
  const merged = [
    ...codes.rows.map((row) => ({ at: position(row), notice: codeNotice(row) })),
    ...recalls.rows.map((row) => ({ at: position(row), notice: recallNotice(row) })),
  ].sort((a, b) => (isOlder(a.at, b.at) ? 1 : -1))
  // What is older than where either source stopped looking belongs to the next page.
  const stop = newer(codes.stoppedAt, recalls.stoppedAt)
  const known = merged.filter(({ at }) => stop === null || !isOlder(at, stop))
  const page = known.slice(0, limit)
  const last = known.length > limit ? (page.at(-1)?.at ?? null) : stop
  return { items: page.map(({ notice }) => notice), next: last }
}

function position(row: NoticePosition): NoticePosition {
  return { recordedAt: row.recordedAt, id: row.id }
}

function isOlder(a: NoticePosition, b: NoticePosition): boolean {
  return a.recordedAt === b.recordedAt ? a.id < b.id : a.recordedAt < b.recordedAt
}

function newer(a: NoticePosition | null, b: NoticePosition | null): NoticePosition | null {
  if (a === null || b === null) return a ?? b
  return isOlder(a, b) ? b : a
}

function readPosition(cursor: string): NoticePosition {
  const [at = '', id = ''] = decodeCursor(cursor, 2)
  return { recordedAt: wholeKey(at), id }
}

import { OUTBOX_LIMITS } from '../../../worker/domain/outbox/outbox-item.ts'
import type { Desk } from './desk.ts'
import type { Halt } from './halt.ts'
import { itemOf } from './item-of.ts'
import { isToSend, type KeptRecord } from './record.ts'
import { sendBatch } from './send-batch.ts'
import { sendPhotos } from './send-photos.ts'

/** `sent`: nothing waits but what the server wants later. `elsewhere`: another tab is sending. */
export type SendOutcome =
  | { readonly status: 'sent'; readonly waiting: number }
  | { readonly status: 'elsewhere' }
  | Halt

/** Far below the limits of a request, so that a broken line costs little of what was sent. */
const BATCH = { items: 20, bytes: 128 * 1024 } as const

/**
 * Sends what waits in its order, and what is added or mended meanwhile. What is refused or must wait
 * holds up nothing behind it. Killed anywhere, it begins again with the first record it has no answer
 * for.
 */
export async function sendPass(desk: Desk): Promise<SendOutcome> {
  const { accountId, storage } = desk
  const tried = new Set<string>()
  for (;;) {
    const waiting = (await storage.list(accountId)).filter(isToSend)
    const untried = waiting.filter((record) => !tried.has(versionOf(record)))
    if (untried.length === 0) return { status: 'sent', waiting: waiting.length }
    for (const record of untried) tried.add(versionOf(record))
    const halt = await sendInOrder(desk, untried)
    if (halt !== null) return halt
  }
}

/** A record's photos first, then the record, together with those behind it that need none. */
async function sendInOrder(desk: Desk, records: readonly KeptRecord[]): Promise<Halt | null> {
  let batch: KeptRecord[] = []
  for (const record of records) {
    if (batch.length > 0 && (record.photos.length > 0 || isTooMuch([...batch, record]))) {
      const halt = await sendBatch(desk, batch)
      if (halt !== null) return halt
      batch = []
    }
    const photos = await sendPhotos(desk, record)
    if (photos.status === 'there') batch.push(record)
    else if (photos.status !== 'refused') return photos
  }
  return batch.length === 0 ? null : sendBatch(desk, batch)
}

function isTooMuch(records: readonly KeptRecord[]): boolean {
  if (records.length > Math.min(BATCH.items, OUTBOX_LIMITS.items)) return true
  const text = JSON.stringify(records.map(itemOf))
  return new TextEncoder().encode(text).length > BATCH.bytes
}

function versionOf({ id, revision }: KeptRecord): string {
  return `${id}/${revision}`
}

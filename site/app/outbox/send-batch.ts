import type { OutboxResult } from '../../../worker/domain/outbox/outbox-item.ts'
import type { Desk } from './desk.ts'
import type { Halt } from './halt.ts'
import { itemOf } from './item-of.ts'
import { isToSend, type KeptRecord } from './record.ts'
import { noteRefused, settle } from './settle.ts'
import { unlessFull } from './unless-full.ts'

/**
 * Sends records in one request and keeps what became of each. A request that is turned down whole is
 * sent again in halves, until the record that is to blame is alone and refused; the others go through.
 */
export async function sendBatch(desk: Desk, records: readonly KeptRecord[]): Promise<Halt | null> {
  const { sending, changed } = desk
  for (const { id } of records) sending.add(id)
  changed()
  try {
    const going = await noteOnTheWay(desk, records)
    return going.length === 0 ? null : await sendAll(desk, going)
  } finally {
    for (const { id } of records) sending.delete(id)
  }
}

async function sendAll(desk: Desk, records: readonly KeptRecord[]): Promise<Halt | null> {
  const { accountId, transport } = desk
  const reply = await transport.send({ accountId, items: records.map(itemOf) })
  if (reply.status === 'ok') {
    for (const [i, record] of records.entries()) {
      const result = reply.value[i]
      if (result !== undefined) await settle(desk, { record, result })
    }
    // Going on would store what comes behind before what has to wait.
    return reply.value.some(isServerAway) ? { status: 'busy', retryAfterMs: null } : null
  }
  if (reply.status !== 'refused') return reply
  const [record] = records
  if (records.length > 1 || record === undefined) {
    const middle = Math.ceil(records.length / 2)
    const halt = await sendAll(desk, records.slice(0, middle))
    return halt ?? sendAll(desk, records.slice(middle))
  }
  await noteRefused(desk, { record, problem: reply.problem })
  return null
}

/**
 * Notes that records go out, before anything leaves: who is killed in between must not take them for
 * unsent. Those that were mended or dropped since they were listed are left out.
 */
async function noteOnTheWay(
  { storage, now }: Desk,
  records: readonly KeptRecord[],
): Promise<readonly KeptRecord[]> {
  const going: KeptRecord[] = []
  for (const record of records) {
    const { accountId, id, revision } = record
    const noted = await unlessFull(() =>
      storage.change({ accountId, id }, (kept) =>
        isToSend(kept) && kept.revision === revision ? { ...kept, unansweredSince: now() } : null,
      ),
    )
    // A full device sends all the same: that frees it, and the id keeps the record one.
    if (noted !== null) going.push('id' in noted ? noted : record)
  }
  return going
}

/** The record waits for nothing of its own: the server itself is in trouble. */
function isServerAway({ status, problem }: OutboxResult): boolean {
  return status === 'later' && problem?.code === 'unavailable'
}

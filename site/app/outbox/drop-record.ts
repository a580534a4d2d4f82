import type { Desk } from './desk.ts'
import { untouchable } from './untouchable.ts'

/** As of mending: `unsettled` waits for an answer first, `gone` is none of this account's or done with. */
export type DropOutcome = { readonly status: 'dropped' | 'unsettled' | 'gone' }

export async function dropRecord(desk: Desk, id: string): Promise<DropOutcome> {
  const { accountId, storage, now } = desk
  const key = { accountId, id }
  const refusal = untouchable(desk, await storage.find(key))
  if (refusal !== null) return { status: refusal }
  const dropped = await storage.change(key, (record) =>
    untouchable(desk, record) === null ? { ...record, state: 'dropped', settledAt: now() } : null,
  )
  desk.changed()
  return { status: dropped === null ? 'unsettled' : 'dropped' }
}

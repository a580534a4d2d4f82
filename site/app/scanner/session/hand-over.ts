import type { Outbox } from '../../outbox/outbox.ts'
import type { KeptCheck, ScanStore } from '../keep/scan-store.ts'

/** Checks that go in one record; the server takes 200. */
const MOST_TOGETHER = 100

/**
 * Hands checks that wait to the queue, in records of a day each. Which checks go in which record is on
 * the device before the queue has it: whoever is cut off in between hands over the same records under
 * the same ids, and the queue keeps each once. `full` leaves what was not kept to wait.
 */
export async function handOver(given: {
  readonly store: ScanStore
  readonly outbox: Pick<Outbox, 'accountId' | 'add'>
  readonly newId: () => string
}): Promise<{ readonly status: 'done' | 'full' }> {
  const { store, outbox, newId } = given
  const { accountId } = outbox
  for (;;) {
    const checks = await store.checks(accountId)
    for (const [id, together] of groupsOf(checks)) {
      const [first] = together
      if (first === undefined) continue
      const { status } = await outbox.add({
        ...{ id, kind: 'label_checks', happenedOn: first.on },
        body: { checks: together.map(({ body }) => body) },
      })
      if (status === 'full') return { status }
      await store.noteHanded(accountId, id)
    }
    if (!checks.some(({ group }) => group === null)) return { status: 'done' }
    await store.group(accountId, { id: newId(), most: MOST_TOGETHER })
  }
}

/** Records that are settled and not yet in the queue. */
function groupsOf(checks: readonly KeptCheck[]): Map<string, KeptCheck[]> {
  const groups = new Map<string, KeptCheck[]>()
  for (const check of checks) {
    if (check.group === null || check.isHanded) continue
    groups.set(check.group, [...(groups.get(check.group) ?? []), check])
  }
  return groups
}

import type { KillableWorld } from './killable-world.ts'
import type { Sent } from './run-kills.ts'

type StoredRun = {
  readonly id: string
  readonly ref: string
  readonly from: number
  readonly to: number
}
type Answer = {
  readonly run: { readonly id: string; readonly fromSerial: number; readonly toSerial: number }
}

/** Holds what the senders were told against what is stored: one run a key, one answer, no serial twice. */
export async function findFaults(
  world: KillableWorld,
  sent: readonly Sent[],
): Promise<{ faults: string[]; runs: number }> {
  const stored = await world.withDatabase((db) =>
    db.all<StoredRun>(`SELECT r.id, b.ref, r.from_serial AS "from", r.to_serial AS "to"
      FROM label_run r JOIN batch b ON b.id = r.batch_id ORDER BY b.ref, r.from_serial`),
  )
  const byId = new Map(stored.map((run) => [run.id, run]))
  const faults: string[] = []
  const owners = new Map<string, string>()
  for (const { key, ref, count, answers } of sent) {
    const [first] = answers
    if (first === undefined) faults.push(`${key}: no answer`)
    if (new Set(answers).size > 1) faults.push(`${key}: different answers`)
    // Answered with 201 by our own route, which gives a run.
    const { run } = JSON.parse(first ?? '{"run":{}}') as Answer
    const there = byId.get(run.id)
    if (there === undefined) faults.push(`${key}: its run is not stored`)
    else if (there.ref !== ref || there.from !== run.fromSerial || there.to !== run.toSerial)
      faults.push(`${key}: its run is stored otherwise`)
    if (run.toSerial - run.fromSerial + 1 !== count) faults.push(`${key}: another count`)
    const owner = owners.get(run.id)
    if (owner !== undefined) faults.push(`${key}: has the run of ${owner}`)
    owners.set(run.id, key)
  }
  for (const { id } of stored) if (!owners.has(id)) faults.push(`run ${id}: of no key`)
  stored.forEach((run, i) => {
    const before = stored[i - 1]
    const last = before?.ref === run.ref ? before.to : 0
    if (run.from !== last + 1) faults.push(`run ${run.id}: serials do not follow`)
  })
  return { faults, runs: stored.length }
}

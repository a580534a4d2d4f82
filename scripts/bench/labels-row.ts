import { setTimeout as pause } from 'node:timers/promises'
import type { Row } from './measure.ts'
import { ended, type PortalClient, postTo, signIn } from './portal-client.ts'
import type { Effort } from './scan-rows.ts'
import { scansDuring } from './scans-during.ts'
import type { Stage } from './stage.ts'

const LABELS = 10_000

/** Scans beside one file of 10,000 labels after another. */
export function scanDuringLabelsRow(stage: Stage, effort: Effort): Promise<Row> {
  return scansDuring(stage, effort, {
    name: 'scan-during-labels',
    start: async () => startMaking(stage, await signIn(stage)),
    told: ({ files, ms }) => `made meanwhile: ${files} files of ${LABELS} labels, ${ms} ms each`,
  })
}

/** Asks for one file after the other, each of other labels, until it is stopped. */
function startMaking({ worker, database, runId, firstSerial }: Stage, cookie: string) {
  const client: PortalClient = { origin: worker.origin, cookie, db: database.db }
  let isStopped = false
  const work = async () => {
    const started = performance.now()
    let files = 0
    while (!isStopped) {
      const from = firstSerial + files * LABELS
      const range = { from: String(from), to: String(from + LABELS - 1) }
      const query = new URLSearchParams({ format: 'pdf', stock: 'a4-24', ...range })
      const asked = `/portal/labels/${runId}/files?${query}`
      const page = await postTo(client, asked, new URLSearchParams())
      const subjectId = page.split('/').at(-1) ?? ''
      const made = { subjectId, kind: 'labels.file', isStopped: () => isStopped }
      if (!(await ended(client, made))) break
      files += 1
      await pause(0)
    }
    return { files, ms: Math.round((performance.now() - started) / Math.max(1, files)) }
  }
  const done = work()
  // Whatever went wrong is met when it is stopped.
  done.catch(() => undefined)
  return {
    stop: () => {
      isStopped = true
      return done
    },
  }
}

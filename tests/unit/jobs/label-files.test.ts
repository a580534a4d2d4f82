import { sql } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readLabelFile } from '../../../db/queries/label-files.ts'
import { JOB_KINDS } from '../../../worker/jobs/job-kinds.ts'
import { LEASE_MS } from '../../../worker/jobs/lease-keeper.ts'
import { runDueJobs } from '../../../worker/jobs/run-due-jobs.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { askLabelFile } from '../../../worker/verbs/labels/files/ask-label-file.ts'
import { fileOfRequest } from '../../../worker/verbs/labels/files/file-request.ts'
import { openLabelFile } from '../../../worker/verbs/labels/files/open-label-file.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { reprint } from '../../../worker/verbs/labels/reprint.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeBatch, makeContext, makeProduct } from '../../support/factories.ts'
import { faultyDatabase } from '../../support/faulty-database.ts'
import { memoryFiles } from '../../support/outside.ts'
import { runnerDeps, startOfTime } from './support.ts'

// Every failure is logged, as it should be.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))
afterEach(() => void vi.restoreAllMocks())

const REQUESTS = [
  { format: 'pdf', stock: 'a4-24', dpi: null, cutMarks: true },
  { format: 'zpl', stock: 'roll-70x50', dpi: 203, cutMarks: false },
  { format: 'svg', stock: null, dpi: null, cutMarks: false },
] as const

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}

describe.each(REQUESTS)('a label file ($format) whose runner is killed', (request) => {
  it('at any of its calls, is byte for byte the one made at once', async () => {
    const test = await freshDatabase()
    const clock = startOfTime()
    const ctx = makeContext(test.db, { now: () => clock.now })
    await createKey({ ctx, input: {} })
    const { id: productId } = await makeProduct(ctx)
    const { ref } = await makeBatch(ctx, { productId })
    // Copies of units: a part may begin between two of one.
    const many = { count: 330, copies: 3 }
    const { run } = await issueLabels({ ctx, input: { ref, profile: 'compact', ...many } })
    const made = await reprint({ ctx, input: { runId: run.id } })
    const whole = await bytesOf((await fileOfRequest(ctx, { made, request })).chunks())
    const files = memoryFiles()
    for (let at = 1; ; at++) {
      await test.db.batch([
        test.db.run(sql`DELETE FROM job`),
        test.db.run(sql`DELETE FROM label_file`),
      ])
      const { id } = await askLabelFile(ctx, { runId: run.id, range: {}, request })
      const faulty = faultyDatabase(test.url, { at, fault: 'killed_after' })
      const first = { ...runnerDeps(faulty.db, clock), files }
      const endBy = clock.now + 3_600_000
      await Promise.race([runDueJobs(first, { endBy, kinds: JOB_KINDS }), faulty.gone])
      clock.now += LEASE_MS + 600_000
      const second = { ...runnerDeps(test.db, clock), files }
      await runDueJobs(second, { endBy: clock.now + 3_600_000, kinds: JOB_KINDS })
      expect((await readLabelFile(test.db, id))?.finishedAt, `call ${at}`).not.toBeNull()
      const kept = await openLabelFile(ctx, { runId: run.id, id, files })
      const bytes = await bytesOf(kept.chunks())
      if (request.format === 'svg') {
        // Zips are laid out in two ways; what is in them is the same.
        expect(unzipSync(bytes), `call ${at}`).toEqual(unzipSync(whole))
      } else expect(bytes.equals(whole), `call ${at}`).toBe(true)
      expect(bytes.length).toBe(kept.bytes)
      if (faulty.trips() < at) break
      // Few enough to try all, and steps of three after the first ones.
      if (at > 8) at += 2
    }
  }, 120_000)
})

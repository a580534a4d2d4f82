import { sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { codeSearchKey } from '../../../worker/domain/codes/code-search-key.ts'
import { decideMany } from '../../../worker/verbs/codes/bulk/decide-many.ts'
import { previewDecisions } from '../../../worker/verbs/codes/bulk/preview-decisions.ts'
import { undoDecisions } from '../../../worker/verbs/codes/bulk/undo-decisions.ts'
import { grantCode } from '../../../worker/verbs/codes/grant-code.ts'
import { recordCodeStatus } from '../../../worker/verbs/codes/record-code-status.ts'
import { undoReportOf } from '../../../worker/verbs/imports/kept-report.ts'
import { loadImport } from '../../../worker/verbs/imports/load-import.ts'
import { makeContext, makeSite } from '../../support/factories.ts'
import { memoryFiles } from '../../support/outside.ts'
import { freshServer, type TestServer } from '../../support/server.ts'
import { runJobs } from '../verbs/imports/import-support.ts'

// A file takes whatever SQL it is given; only a server shows what it refuses, and what writers do to each other.
let server: TestServer

beforeAll(async () => {
  server = await freshServer()
})

const contextOfItsOwn = () => makeContext(server.connect())

it('lets exactly one of twelve officers decide who all saw the same', async () => {
  const site = await makeSite(contextOfItsOwn())
  const { code } = await grantCode({
    ctx: contextOfItsOwn(),
    input: {
      ...{ siteId: site.id, code: 'VN-AGOR-0001', issuedOn: '2026-01-05', documentNo: '1' },
      markets: [{ market: 'CHN', status: 'active' }],
    },
  })
  const { db } = contextOfItsOwn()
  const [last] = await db.all<{ id: string }>(sql`SELECT id FROM code_status_event LIMIT 1`)
  const decided = await Promise.allSettled(
    Array.from({ length: 12 }, (_, i) =>
      recordCodeStatus({
        ctx: contextOfItsOwn(),
        input: {
          ...{ code, market: 'CHN', status: 'suspended', effectiveOn: '2026-06-01' },
          ...{ reason: `Lý do ${i}`, documentNo: `${i}/QĐ`, expectedLastEventId: last?.id ?? null },
        },
      }),
    ),
  )
  const won = decided.filter(({ status }) => status === 'fulfilled')
  expect(won).toHaveLength(1)
  for (const each of decided) {
    if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'conflict' })
  }
  const events = await db.all(sql`SELECT id FROM code_status_event WHERE status = 'suspended'`)
  expect(events).toHaveLength(1)
}, 60_000)

it('records a list of 1,000 codes and takes it back', async () => {
  const ctx = contextOfItsOwn()
  const site = await makeSite(ctx)
  const rows = Array.from({ length: 1_000 }, (_, i) => {
    const code = `VN-BTOR-${10_000 + i}`
    return [ctx.newId(), code, codeSearchKey(code), site.id, ctx.now()]
  })
  const json = JSON.stringify(rows)
  await ctx.db.run(sql`INSERT INTO code (id, code, search_key, site_id, scheme, created_at)
    SELECT value->>0, value->>1, value->>2, value->>3, 'unknown', value->>4 FROM json_each(${json})`)
  const files = memoryFiles()
  const { id } = await previewDecisions({
    ...{ ctx, files },
    input: {
      common: {
        ...{ market: 'CHN', status: 'active', effectiveOn: '2026-06-01', reasonCode: 'granted' },
        ...{ reason: '', documentNo: '829/DS' },
      },
      source: { kind: 'pasted', text: rows.map(([, code]) => code).join('\n') },
    },
  })
  const { recorded, others } = await decideMany({ ctx, files, id, confirm: false })
  expect([recorded, others]).toEqual([1_000, []])
  await undoDecisions({ ctx, importId: id, reason: 'Nhầm danh sách.' })
  expect((await runJobs(ctx)).ends).toEqual(['done'])
  const undone = undoReportOf(await loadImport(ctx, id))
  expect(undone).toMatchObject({ decisionsTakenBack: 1_000, kept: [] })
}, 120_000)

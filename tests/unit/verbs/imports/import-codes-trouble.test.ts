import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { importCodes } from '../../../../worker/verbs/imports/import-codes.ts'
import { freshDatabase, type TestDatabase } from '../../../support/database.ts'
import { codeList, dumpTables, importContext, importFile, interrupted } from './import-support.ts'

let test: TestDatabase
const ctxOf = () => importContext(test.db)

beforeEach(async () => {
  test = await freshDatabase()
})

const events = (code: string) =>
  test.db.all(sql`
    SELECT e.id FROM code_status_event e JOIN code c ON c.id = e.code_id WHERE c.code = ${code}`)

describe('importing codes, when things go wrong', () => {
  it('takes a decision recorded meanwhile into account instead of overwriting it', async () => {
    const rows = [{ code: 'VN-AGOR-0001' }, { code: 'VN-AGOR-0002' }]
    const bytes = codeList(rows)
    // Somebody else stores the second code after this import has decided and before it writes.
    const meanwhile = () => importFile(ctxOf(), 'codes', { bytes: codeList(rows.slice(1)) })
    const report = await importFile(importContext(interrupted(test.db, meanwhile)), 'codes', {
      bytes,
    })
    expect(report.counts).toMatchObject({ added: 1, unchanged: 1 })
    expect(await events('VN-AGOR-0002')).toHaveLength(1)
  })

  it.each([
    ['a PDF', '%PDF-1.7'],
    ['a web page', '<html><table></table></html>'],
    ['an empty file', ''],
    ['a list without a heading', 'a;b;c\n1;2;3'],
  ])('answers %s with a sentence and touches nothing', async (_, text) => {
    const before = await dumpTables(test.db)
    const bytes = new TextEncoder().encode(text)
    const outcome = await importCodes({
      ctx: ctxOf(),
      input: { bytes, fileName: 'x.xlsx', dryRun: false },
    })
    expect(outcome).toMatchObject({ ok: false })
    if (!outcome.ok) expect(outcome.problem.message.length).toBeGreaterThan(10)
    expect(await dumpTables(test.db)).toBe(before)
  })

  it('is for operators only', async () => {
    const actor = {
      kind: 'token',
      tokenId: 't',
      name: 't',
      organisationId: null,
      scopes: ['batches:write'],
    } as const
    const run = importFile(importContext(test.db, { actor }), 'codes', {
      bytes: codeList([{ code: 'VN-AGOR-0001' }]),
    })
    await expect(run).rejects.toMatchObject({ code: 'forbidden' })
  })
})

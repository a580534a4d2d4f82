import { sql } from 'drizzle-orm'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import {
  codeNoticesQuery,
  MAX_EXAMINED_NOTICES,
  recallNoticesQuery,
} from '../../../db/queries/notices.ts'
import { codeStatusEvent } from '../../../db/schema/index.ts'
import type { CodeStatus } from '../../../worker/domain/standing/types.ts'
import { noticeListSchema } from '../../../worker/routes/public/notices/contract.ts'
import { recallBatch } from '../../../worker/verbs/batches/recall-batch.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { voidLabels } from '../../../worker/verbs/labels/void-labels.ts'
import { listNotices } from '../../../worker/verbs/notices/list-notices.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeCode,
  makeContext,
  makeOrganisation,
  makeRun,
  makeSite,
  NOW,
  unique,
} from '../../support/factories.ts'
import { type Json, publicApp } from './support.ts'

const database = freshDatabase()
const MINUTE = 60_000

/** Every decision of this file is later than the one before, so the newest is known. */
let clock = NOW
async function laterContext(): Promise<VerbContext> {
  const { db } = await database
  clock += MINUTE
  const at = clock
  return makeContext(db, { now: () => at })
}

async function decide(input: {
  codeId: string
  status: CodeStatus
  effectiveOn?: string
  amendsId?: string
  wording?: object
  documentNo?: string
}): Promise<string> {
  const ctx = await laterContext()
  const id = ctx.newId()
  await ctx.db.insert(codeStatusEvent).values({
    market: 'CHN',
    effectiveOn: '2026-06-10',
    ...input,
    id,
    recordedAt: ctx.now(),
    actor: 'test',
  })
  return id
}

async function newest(limit: number): Promise<Json[]> {
  const { db } = await database
  const { body } = await publicApp(db).askJson('/api/v1/notices')
  expect(noticeListSchema.parse(body)).toEqual(body)
  return body.items.slice(0, limit)
}

describe('GET /api/v1/notices', () => {
  it('tells suspensions, revocations, cancellations and returns, newest first, and no grants', async () => {
    const made = await makeCode(await laterContext())
    await decide({
      codeId: made.id,
      status: 'suspended',
      effectiveOn: '2026-06-01',
      documentNo: '7/TB',
    })
    await decide({ codeId: made.id, status: 'active', effectiveOn: '2026-06-05' })
    await decide({ codeId: made.id, status: 'revoked', effectiveOn: '2026-06-07' })
    await decide({ codeId: made.id, status: 'cancelled', effectiveOn: '2026-06-09' })
    const items = await newest(4)
    expect(items.map((item) => item.kind)).toEqual([
      'cancellation',
      'revocation',
      'restoration',
      'suspension',
    ])
    expect(items[3]).toMatchObject({
      on: '2026-06-01',
      subject: { text: made.code, href: `/api/v1/codes/${made.code}` },
      market: 'CHN',
      documentNo: '7/TB',
      withdrawnAt: null,
      text: {
        vi: `Mã số vùng trồng ${made.code} bị tạm dừng cho thị trường Trung Quốc từ ngày 01/06/2026. Theo văn bản số 7/TB.`,
      },
    })
    const { body } = await publicApp((await database).db).askJson('/api/v1/notices')
    const grants = body.items.filter(
      (item: Json) => item.subject.text === made.code && item.on === '2025-01-01',
    )
    expect(grants).toEqual([])
  })

  it('quotes the authority’s own words in each language', async () => {
    const made = await makeCode(await laterContext())
    const wording = { vi: 'Phát hiện rệp sáp', en: 'Mealybug found', zh: '发现粉蚧' }
    await decide({ codeId: made.id, status: 'suspended', wording })
    const [item] = await newest(1)
    expect(item.text.vi).toContain('“Phát hiện rệp sáp”')
    expect(item.text.en).toContain('“Mealybug found”')
    expect(item.text.zh).toContain('“发现粉蚧”')
  })

  it('lets a correction take the place of a mistake, and shows a mistake taken back as such', async () => {
    const replaced = await makeCode(await laterContext())
    const wrongDay = await decide({
      codeId: replaced.id,
      status: 'suspended',
      effectiveOn: '2026-05-01',
    })
    await decide({
      codeId: replaced.id,
      status: 'suspended',
      effectiveOn: '2026-05-11',
      amendsId: wrongDay,
    })
    const takenBack = await makeCode(await laterContext())
    const wrong = await decide({ codeId: takenBack.id, status: 'revoked' })
    await decide({ codeId: takenBack.id, status: 'active', amendsId: wrong })
    const items = await newest(2)
    expect(items.map((item) => [item.subject.text, item.kind, item.on])).toEqual([
      [takenBack.code, 'revocation', '2026-06-10'],
      [replaced.code, 'suspension', '2026-05-11'],
    ])
    expect(items[0].withdrawnAt).toBe(new Date(clock).toISOString())
    expect(items[0].text.vi).toContain('đã được rút lại ngày 15/06/2026')
    expect(items[1].withdrawnAt).toBeNull()
  })

  it('tells a recall of a batch and of a range of labels, and a recall that was withdrawn', async () => {
    const { batch } = await makeRun(await laterContext())
    await recallBatch({
      ctx: await laterContext(),
      input: { ref: batch.ref, reason: 'Dư lượng thuốc' },
    })
    const other = await makeRun(await laterContext())
    const range = {
      runId: other.run.id,
      from: 3,
      to: 5,
      kind: 'recalled',
      reason: 'Nội bộ',
    } as const
    await voidLabels({ ctx: await laterContext(), input: range })
    const [part, whole] = await newest(2)
    expect(part).toMatchObject({
      kind: 'recall',
      subject: { text: other.batch.ref, href: `/b/${other.batch.ref}` },
    })
    expect(part.text.vi).toContain('tem số 3 đến 5')
    expect(JSON.stringify(part)).not.toContain('Nội bộ')
    expect(whole).toMatchObject({ kind: 'recall', market: null, withdrawnAt: null })
    expect(whole.text.vi).toContain('“Dư lượng thuốc”')
    await recallBatch({
      ctx: await laterContext(),
      input: { ref: batch.ref, reason: 'Đã xét nghiệm lại', withdraw: true },
    })
    const [still, withdrawn] = await newest(2)
    expect(still.subject.text).toBe(other.batch.ref)
    expect(withdrawn.withdrawnAt).toBe(new Date(clock).toISOString())
  })

  it('tells of lost and voided labels nothing', async () => {
    const { batch, run } = await makeRun(await laterContext())
    for (const kind of ['void', 'lost', 'stolen'] as const) {
      await voidLabels({
        ctx: await laterContext(),
        input: { runId: run.id, from: 1, to: 1, kind, reason: 'x' },
      })
    }
    const { body } = await publicApp((await database).db).askJson('/api/v1/notices')
    expect(body.items.filter((item: Json) => item.subject.text === batch.ref)).toEqual([])
  })

  it('calls the garden of a household that did not agree by its kind', async () => {
    const ctx = await laterContext()
    const { id, name } = await makeOrganisation(ctx, {
      kind: 'household',
      name: `Lê Văn Kín ${unique()}`,
    })
    const site = await makeSite(ctx, { organisationId: id, name: `Vườn ${name}` })
    const made = await makeCode(ctx, { siteId: site.id })
    await decide({ codeId: made.id, status: 'suspended' })
    const [item] = await newest(1)
    expect(item.name).toBe('Vùng trồng')
    expect(JSON.stringify(item)).not.toContain('Kín')
  })

  it('pages through all notices, each once and in order, whatever the size of a page', async () => {
    const { db } = await database
    const all = await listNotices({ db, cursor: null, limit: 1_000 })
    expect(all.nextCursor).toBeNull()
    for (const limit of [1, 3, 7]) {
      const seen: string[] = []
      let cursor: string | null = null
      do {
        const page: Awaited<ReturnType<typeof listNotices>> = await listNotices({
          db,
          cursor,
          limit,
        })
        expect(page.items.length).toBeLessThanOrEqual(limit)
        seen.push(...page.items.map((item) => item.id))
        cursor = page.nextCursor
      } while (cursor !== null)
      expect(seen).toEqual(all.items.map((item) => item.id))
    }
  })

  it('goes on past a long stretch of grants that holds nothing to tell', async () => {
    const { db } = await freshDatabase()
    const ctx = makeContext(db)
    const made = await makeCode(ctx)
    const row = { codeId: made.id, market: 'CHN', effectiveOn: '2026-06-10', actor: 'test' }
    await db
      .insert(codeStatusEvent)
      .values({ ...row, id: 'old', status: 'suspended', recordedAt: NOW })
    const many = sql`WITH RECURSIVE n(i) AS (
      SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${MAX_EXAMINED_NOTICES + 10})`
    await db.run(sql`INSERT INTO code (id, code, search_key, site_id, scheme, created_at)
      ${many} SELECT 'c' || i, 'AA-' || i, 'AA' || i, ${made.siteId}, 'x', 1 FROM n`)
    await db.run(sql`INSERT INTO code_status_event
        (id, code_id, market, status, effective_on, recorded_at, actor)
      ${many} SELECT 'e' || i, 'c' || i, 'JPN', 'active', '2026-06-10', ${NOW} + i, 'test' FROM n`)
    const { batch } = await makeRun(makeContext(db, { now: () => NOW - 1 }))
    await recallBatch({
      ctx: makeContext(db, { now: () => NOW - 1 }),
      input: { ref: batch.ref, reason: 'x' },
    })
    const first = await listNotices({ db, cursor: null, limit: 5 })
    expect(first.items).toEqual([])
    const second = await listNotices({ db, cursor: first.nextCursor, limit: 5 })
    expect(second.items.map((item) => item.kind)).toEqual(['suspension', 'recall'])
    expect(second.nextCursor).toBeNull()
  })

  it('refuses a cursor it did not give with 400', async () => {
    const { db } = await database
    for (const cursor of ['x', 'AAAA', btoa('1\n2\n3'), btoa('now\nid')]) {
      const { status, body } = await publicApp(db).askJson(
        `/api/v1/notices?cursor=${encodeURIComponent(cursor)}`,
      )
      expect([status, body.errors?.[0]?.path]).toEqual([400, 'cursor'])
    }
  })

  it('is read from the database once in 30 seconds, and served old while it is away', async () => {
    const { db } = await database
    const app = publicApp(db)
    await app.ask('/api/v1/notices')
    app.wait(15_000)
    await app.ask('/api/v1/notices.atom')
    expect(app.databaseCalls()).toBe(1)
    app.breakDatabase()
    app.wait(60_000)
    const { status, body } = await app.askJson('/api/v1/notices')
    expect([status, body.stale, body.asOf]).toEqual([200, true, new Date(NOW).toISOString()])
    expect((await app.ask(`/api/v1/notices?cursor=${btoa('5\nx').replace(/=/g, '')}`)).status).toBe(
      503,
    )
  })

  it('walks no table from end to end', async () => {
    const { db } = await database
    for (const before of [null, { recordedAt: NOW, id: 'x' }]) {
      for (const query of [
        codeNoticesQuery({ before, limit: 51 }),
        recallNoticesQuery({ before, limit: 51 }),
      ]) {
        const rows = await db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${query}`)
        const details = rows.map((row) => row.detail)
        expect(details.filter((text) => /^SCAN (?!(?:examined|w|t|picked)\b)/.test(text))).toEqual(
          [],
        )
        expect(details.join()).toMatch(/_recorded \(\(recorded_at,id\)</)
      }
    }
  })
})

describe('GET /api/v1/notices.atom', () => {
  /** Element paths and texts of a document; throws when it is not well-formed. */
  function readXml(
    xml: string,
  ): { path: string; text: string; attributes: Record<string, string> }[] {
    const parser = new SaxesParser()
    const open: { path: string; text: string; attributes: Record<string, string> }[] = []
    const done: typeof open = []
    parser.on('error', (error) => {
      throw error
    })
    parser.on('opentag', ({ name, attributes }) => {
      const parent = open.at(-1)
      open.push({
        path: parent === undefined ? name : `${parent.path}/${name}`,
        text: '',
        attributes,
      })
    })
    parser.on('text', (text) => {
      const last = open.at(-1)
      if (last !== undefined) last.text += text
    })
    parser.on('closetag', () => {
      const element = open.pop()
      if (element !== undefined) done.push(element)
    })
    parser.write(xml).close()
    return done
  }

  it('is well-formed and complete (RFC 4287 4.1), whatever was written in a notice', async () => {
    const { db } = await database
    const made = await makeCode(await laterContext())
    const nasty = '<script>&"\' ]]> \u0000\u0007\ufffe \u{1f96d}'
    await decide({
      codeId: made.id,
      status: 'suspended',
      wording: { vi: nasty, en: nasty, zh: nasty },
    })
    const response = await publicApp(db).ask('/api/v1/notices.atom')
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
    const elements = readXml(await response.text())
    const texts = (path: string) => elements.filter((e) => e.path === path).map((e) => e.text)
    const list = await listNotices({ db, cursor: null, limit: 50 })
    expect(texts('feed/author/name')).toEqual(['Sở thử <nghiệm>'])
    expect(texts('feed/id')).toEqual(['tag:tem.example.vn,2026:notices'])
    expect(texts('feed/entry/id')).toEqual(
      list.items.map((item) => `tag:tem.example.vn,2026:notice:${item.id}`),
    )
    expect(texts('feed/entry/title').every((title) => title !== '')).toBe(true)
    const updated = texts('feed/entry/updated')
    expect(updated).toEqual(list.items.map((item) => item.withdrawnAt ?? item.recordedAt))
    expect(texts('feed/updated')).toEqual([updated.toSorted().at(-1)])
    expect(texts('feed/entry/summary')[0]).toContain(
      '<script>&"\' ]]> \ufffd\ufffd\ufffd \u{1f96d}',
    )
    const links = elements
      .filter((e) => e.path === 'feed/entry/link')
      .map((e) => e.attributes['href'])
    expect(links[0]).toBe(`https://tem.example.vn/api/v1/codes/${made.code}`)
  })

  it('answers the list’s own address when it is asked for Atom, in the language asked for', async () => {
    const { db } = await database
    const app = publicApp(db)
    const type = async (accept: string, path = '/api/v1/notices') =>
      (await app.ask(path, { headers: { accept } })).headers.get('content-type')?.split(';')[0]
    expect(await type('application/atom+xml')).toBe('application/atom+xml')
    expect(await type('application/atom+xml, application/json;q=0.5')).toBe('application/atom+xml')
    expect(await type('application/json')).toBe('application/json')
    expect(await type('*/*')).toBe('application/json')
    const english = await (await app.ask('/api/v1/notices.atom?lang=en')).text()
    expect(english).toContain('xml:lang="en"')
    expect(english).toContain('<title>Suspensions, revocations and recalls</title>')
  })

  it('is a valid feed with nothing in it', async () => {
    const { db } = await freshDatabaseOnce
    const elements = readXml(await (await publicApp(db).ask('/api/v1/notices.atom')).text())
    expect(elements.filter((e) => e.path === 'feed/updated').map((e) => e.text)).toEqual([
      new Date(NOW).toISOString(),
    ])
    expect(elements.some((e) => e.path === 'feed/entry')).toBe(false)
  })
})

const freshDatabaseOnce = freshDatabase()

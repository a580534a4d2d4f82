import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { code, codeMarket, foreignRequest, ministryList } from '../../../db/schema/index.ts'
import type { BulkPreviewModel } from '../../../site/models/bulk-decisions.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import { codeSearchKey } from '../../../worker/domain/codes/code-search-key.ts'
import { importCodes } from '../../../worker/verbs/imports/import-codes.ts'
import {
  type ApplicationDesk,
  applicationDesk,
  NOW,
  PATH,
  PROVINCE,
  send,
} from '../../support/applications.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, setStatus, unique } from '../../support/factories.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

const LISTS = '/portal/ministry-lists'

let db: Database
let desk: ApplicationDesk
let officer: PortalApp

beforeAll(async () => {
  db = (await freshDatabase()).db
  desk = await applicationDesk(db)
  officer = desk.officer
})

const listOf = async (app: PortalApp, path = LISTS) =>
  (await app.get(path)).model as RecordListModel
const textOf = async (app: PortalApp, path: string) => (await app.get(path)).response.text()
const errorsOf = ({ model }: { model: unknown }) => (model as RecordFormModel).form.errors

/** An application approved for markets abroad. */
async function approved(markets = 'JPN') {
  const made = await desk.handedIn(markets)
  await send(officer, `${PATH}/${made.id}/pass`, {})
  expect((await desk.approve(officer, made.id)).status).toBe(303)
  const [first = ''] = (await desk.read(made.id)).grantedCodes
  return { ...made, code: first }
}

/** Further codes of an application that wait abroad. */
async function waiting(applicationId: string, siteId: string, count: number) {
  const ctx = makeContext(db, { now: () => NOW })
  const codes: string[] = []
  for (let at = 0; at < count; at++) {
    const text = `VN-AGOR-${60_000 + unique()}`
    const row = { id: ctx.newId(), code: text, searchKey: codeSearchKey(text), siteId }
    await db.insert(code).values({ ...row, scheme: 'vn-sector', createdAt: NOW })
    await db.insert(codeMarket).values({ codeId: row.id, market: 'JPN', createdAt: NOW })
    const status = 'pending_foreign_approval'
    await setStatus(ctx, { codeId: row.id, market: 'JPN', status, effectiveOn: '2026-11-30' })
    await db.insert(foreignRequest).values({
      ...{ id: ctx.newId(), codeId: row.id, market: 'JPN', applicationId },
      ...{ provinceCode: '91', createdAt: NOW, listId: null },
    })
    codes.push(text)
  }
  return codes
}

async function sent(documentNo: string, typed: Record<string, string> = {}) {
  const answer = await send(officer, `${LISTS}/send`, { documentNo, ...typed })
  if (answer.location === null) throw new Error(JSON.stringify(errorsOf(answer)))
  return answer.location.replace('?done=sent', '') as `/portal/ministry-lists/sent/${string}`
}

const statusOf = async (text: string) => {
  const [row] = await db.all<{ status: string }>(sql`SELECT e.status FROM code c
    JOIN counted_decision e ON e.code_id = c.id WHERE c.code = ${text}
    ORDER BY e.effective_on DESC, e.recorded_at DESC LIMIT 1`)
  return row?.status
}

async function confirmed(app: PortalApp, preview: string) {
  return app.post(preview, { confirm: '1' })
}

describe('codes that wait for an authority abroad', () => {
  it('are listed from their applications, in the portal and as files, for their province alone', async () => {
    const made = await approved('JPN\nUSA')
    const { rows, filters } = await listOf(officer)
    expect(
      rows.filter(([, text]) => text?.text.includes('PUC')).map((row) => row[4]?.text),
    ).toEqual(expect.arrayContaining(['Nhật Bản', 'Hoa Kỳ']))
    expect(filters?.length).toBe(3)
    const csv = await textOf(officer, `${LISTS}/waiting.csv?market=JPN`)
    const [head = '', ...lines] = csv.trim().split('\r\n')
    expect(head).toContain('Mã hồ sơ của tỉnh')
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^1;HS-91-2026-\d{4};/)
    expect(lines[0]).toContain('12,5')
    const book = await officer.get(`${LISTS}/waiting.xlsx`)
    expect(book.response.headers.get('content-type')).toContain('spreadsheetml')
    expect((await listOf(desk.stranger)).rows).toEqual([])
    expect((await made.app.get(LISTS)).status).toBe(403)
    const inspector = await makePerson(db, 'inspector', { place: PROVINCE })
    const reader = portalApp(db, inspector, { now: () => NOW })
    expect((await listOf(reader)).adding).toBeNull()
    // A commune reads its own, and sends nothing.
    expect((await listOf(desk.commune)).rows.length).toBe(2)
    expect((await desk.commune.get(`${LISTS}/send`)).status).toBe(403)
  })

  it('are sent once: who, when, by which document, with every row as it was', async () => {
    await approved()
    const { model } = await officer.get(`${LISTS}/send`)
    const { form, action, hidden } = model as RecordFormModel
    expect(hidden).toEqual(['seen'])
    const typed = { ...form.values, documentNo: '15/CCTT-TT', sentOn: '2026-11-30' }
    const late = await officer.post(action, { ...typed, sentOn: '01/12/2026' })
    expect(Object.keys(errorsOf(late))).toEqual(['sentOn'])
    const [one, two] = [await officer.post(action, typed), await officer.post(action, typed)]
    expect(one.location).toBe(two.location)
    // Another officer looked at the same list.
    const other = await desk.other.post(action, { ...typed, once: 'khoa-khac-2', documentNo: '9' })
    expect(other.status).toBe(409)
    expect((await listOf(officer)).rows).toEqual([])
    const path = (one.location ?? '').replace('?done=sent', '')
    const before = await textOf(officer, `${path}/list.csv`)
    await db.run(sql`UPDATE site SET name = 'Tên mới'`)
    expect(await textOf(officer, `${path}/list.csv`)).toBe(before)
    const shown = (await officer.get(path)).model as DetailModel
    expect(shown.facts.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['15/CCTT-TT', '30/11/2026']),
    )
    expect((await listOf(officer, `${LISTS}/sent`)).rows[0]?.[0]?.text).toBe('15/CCTT-TT')
    expect((await desk.stranger.get(path)).status).toBe(404)
    await expect(db.run(sql`UPDATE ministry_list SET document_no = 'x'`)).rejects.toThrow()
    await expect(db.run(sql`DELETE FROM foreign_request`)).rejects.toThrow()
  })

  it('wait again where a list was marked as sent by mistake; the mark stays to be seen', async () => {
    const { code: text } = await approved()
    const path = await sent('16/CCTT-TT')
    const { model } = await desk.other.get(`${path}/take-back`)
    const { form, action } = model as RecordFormModel
    expect((await send(officer, `${path}/take-back`, { reason: 'Ghi nhầm' })).status).toBe(303)
    const again = await desk.other.post(action, { ...form.values, reason: 'Ghi nhầm' })
    expect(again.status).toBe(409)
    expect(JSON.stringify((await listOf(officer)).rows)).toContain(text)
    expect(((await officer.get(path)).model as DetailModel).notes?.[0]?.text).toContain('Ghi nhầm')
    // The same document may be put down again.
    expect(await sent('16/CCTT-TT')).not.toBe(path)
  })
})

describe('an answer of the ministry', () => {
  it('makes many codes active or rejects them, names what is not on record, and twice changes nothing', async () => {
    const made = await approved()
    const codes = await waiting(made.id, made.siteId, 60)
    const path = await sent('20/CCTT-TT')
    const [rejected = '', silent = '', ...taken] = codes
    const csv = [
      'STT;Mã số;Thị trường;Trạng thái',
      ...taken.map((text, at) => `${at + 1};${text};Nhật Bản;Đã phê duyệt`),
      `90;${rejected};Nhật Bản;Không phê duyệt`,
      '91;VN-AGOR-88888;Nhật Bản;Đã phê duyệt',
    ].join('\r\n')
    const answer = () =>
      send(officer, `${path}/answer`, {
        ...{ documentNo: '77/BVTV-KD', effectiveOn: '30/11/2026' },
        file: new File([csv], 'tra-loi.csv', { type: 'text/csv' }),
      })
    const nothing = await send(officer, `${path}/answer`, { documentNo: '1' })
    expect(Object.keys(errorsOf(nothing))).toEqual(['list'])
    const preview = await answer()
    expect(preview.location).toMatch(/^\/portal\/codes\/bulk\//)
    const page = (await officer.get(preview.location ?? '')).model as BulkPreviewModel
    expect([page.ready, page.problems.map(([text]) => text?.text)]).toEqual([
      taken.length + 1,
      ['VN-AGOR-88888'],
    ])
    // Nothing is decided by looking.
    expect(await statusOf(rejected)).toBe('pending_foreign_approval')
    expect((await confirmed(officer, preview.location ?? '')).status).toBe(303)
    expect(await statusOf(taken[0] ?? '')).toBe('active')
    expect(await statusOf(taken.at(-1) ?? '')).toBe('active')
    expect(await statusOf(rejected)).toBe('cancelled')
    expect(await statusOf(silent)).toBe('pending_foreign_approval')
    const shown = (await officer.get(path)).model as DetailModel
    const said = shown.notes?.map(({ text }) => text).join(' ')
    expect(said).toContain(`${taken.length + 1} mã đã có trả lời`)
    // The one that was granted and the one that nobody answered.
    expect(said).toContain('2 mã chưa có trả lời')
    const decisions = async () =>
      (await db.all<{ n: number }>(sql`SELECT count(*) AS n FROM code_status_event`))[0]?.n
    const before = await decisions()
    await confirmed(officer, preview.location ?? '')
    const second = await answer()
    const again = (await officer.get(second.location ?? '')).model as BulkPreviewModel
    expect(again.ready).toBe(0)
    await confirmed(officer, second.location ?? '')
    expect(await decisions()).toBe(before)
  })

  it('comes as a list for the register just as well: pending becomes active, and twice changes nothing', async () => {
    const made = await approved()
    const [first = '', second = ''] = await waiting(made.id, made.siteId, 2)
    const [place] = await db.all<{ name: string; holder: string }>(sql`SELECT s.name,
      o.name AS holder FROM site s JOIN organisation o ON o.id = s.organisation_id
      WHERE s.id = ${made.siteId}`)
    const line = (text: string, status: string) =>
      `${text};Vùng trồng;${place?.name};${place?.holder};Xã Thử;An Giang;Xoài;12,5;Nhật Bản;${status};30/11/2026;78/BVTV-KD`
    const csv = [
      'Mã số;Loại mã;Tên vùng trồng;Chủ sở hữu mã số;Xã;Tỉnh;Cây trồng;Diện tích (ha);Thị trường;Trạng thái;Ngày hiệu lực;Số văn bản',
      line(first, 'Đã phê duyệt'),
      line(second, 'Không phê duyệt'),
    ].join('\r\n')
    const ctx = makeContext(db, { now: () => NOW })
    const input = { bytes: new TextEncoder().encode(csv), fileName: 'ma-so.csv', dryRun: false }
    const run = () => importCodes({ ctx, input })
    await run()
    expect([await statusOf(first), await statusOf(second)]).toEqual(['active', 'cancelled'])
    const counted = async () =>
      (await db.all<{ n: number }>(sql`SELECT count(*) AS n FROM code_status_event`))[0]?.n
    const before = await counted()
    await run()
    expect(await counted()).toBe(before)
    const [request] = await db
      .select({ listId: foreignRequest.listId })
      .from(foreignRequest)
      .innerJoin(code, eq(code.id, foreignRequest.codeId))
      .where(eq(code.code, first))
    expect(request?.listId).toBeNull()
    // It is decided: nobody sends it any more.
    expect(JSON.stringify((await listOf(officer)).rows)).not.toContain(first)
    expect(await db.select({ id: ministryList.id }).from(ministryList)).not.toEqual([])
  })
})

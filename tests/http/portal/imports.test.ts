import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../../db/client.ts'
import type {
  ImportPreviewModel,
  ImportRunModel,
  ReportView,
} from '../../../site/models/imports.ts'
import { createApp } from '../../../worker/app.ts'
import { LEASE_MS } from '../../../worker/jobs/lease-keeper.ts'
import { runDueJobs } from '../../../worker/jobs/run-due-jobs.ts'
import type { FileStore } from '../../../worker/platform/file-store.ts'
import type { Person } from '../../../worker/verbs/context.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import {
  makeCode,
  makeContext,
  makeOrganisation,
  makeSite,
  makeUnits,
} from '../../support/factories.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'
import { openBook } from '../../support/sheets/import-helpers.ts'
import { buildXlsx } from '../../support/sheets/xlsx-builder.ts'
import { type CodeRow, codeList } from '../../unit/verbs/imports/import-support.ts'

let test: TestDatabase
let officer: Person
let app: PortalApp

beforeEach(async () => {
  test = await freshDatabase()
  // Two provinces with three communes are all these lists name.
  await makeUnits(test.db, [
    ['91', 'Tỉnh An Giang'],
    ['15', 'Tỉnh Lào Cai'],
    ['30001', 'Xã Chợ Mới', '91'],
    ['30002', 'Phường Long Xuyên', '91'],
    ['02647', 'Phường Lào Cai', '15'],
  ])
  const place = { provinceCode: '91', communeCode: null }
  officer = await makePerson(test.db, 'officer', { place })
  app = portalApp(test.db, officer)
})

const fileOf = (content: string | Uint8Array, name = 'danh-sach.csv') =>
  new File([content as BlobPart], name)

const send = (content: string | Uint8Array, given: Record<string, string> = {}, name?: string) =>
  app.post('/portal/imports/new', { kind: 'codes', file: fileOf(content, name), ...given })

/** Hands a list in and gives the address of its preview. */
async function handIn(rows: readonly CodeRow[]): Promise<string> {
  const answer = await send(codeList(rows))
  expect(answer.status).toBe(303)
  return answer.location ?? ''
}

type ReadPreview = ImportPreviewModel & { readonly report: ReportView }

/** The preview of a list that was read. */
async function preview(path: string): Promise<ReadPreview> {
  const { model, status } = await app.get(path)
  expect(status).toBe(200)
  expect(model).toMatchObject({ kind: 'portal/imports/preview', work: null, stopped: null })
  return model as ReadPreview
}

/** A database that is gone after so many batches of some size: nothing answers any more. */
function dyingAfter(batches: number): Database {
  let writes = 0
  return new Proxy(test.db, {
    get: (target, property, receiver) => {
      if (property !== 'batch') return Reflect.get(target, property, receiver)
      return (statements: Parameters<typeof target.batch>[0]) => {
        if (statements.length > 8) writes += 1
        return writes > batches ? new Promise(() => undefined) : target.batch(statements)
      }
    },
  })
}

/** What a timer does: jobs that are due, by whoever is there. */
const tick = () => runDueJobs(app.deps, { endBy: app.deps.now() + 3_600_000 })

async function runPage(path: string): Promise<ImportRunModel> {
  return (await app.get(path)).model as ImportRunModel
}

const codesStored = async () => {
  const rows = await test.db.all<{ code: string }>(
    sql`SELECT code FROM code WHERE withdrawn_at IS NULL ORDER BY code`,
  )
  return rows.map(({ code }) => code)
}

/** A database that takes its time, so that an answer comes before the work behind it is done. */
function slowly(db: Database): Database {
  return new Proxy(db, {
    get: (target, property, receiver) => {
      if (property !== 'batch') return Reflect.get(target, property, receiver)
      return async (statements: Parameters<typeof target.batch>[0]) => {
        await new Promise((resolve) => setTimeout(resolve, 250))
        return target.batch(statements)
      }
    },
  })
}

const runPath = (uploadPath: string) => uploadPath.replace('/uploads/', '/')

describe('a list with texts in an old encoding', () => {
  const OLD = 'Hîp t¸c x· §ång T©m'
  const handInOld = () => handIn([{ code: 'VN-AGOR-0001', holder: OLD }])

  it('shows how they would read, and turns them into Unicode only when that is confirmed', async () => {
    const path = await handInOld()
    const asIs = await preview(path)
    expect(asIs.oldText?.samples).toMatchObject([{ before: OLD, after: 'Hợp tác xã Đồng Tâm' }])
    expect(asIs.oldText?.choice?.convertText).toBe('yes')
    app.wait(1_000)
    expect((await app.post(`${path}/text`, { convertText: 'yes' })).status).toBe(303)
    const read = await preview(path)
    expect(read.oldText?.choice?.convertText).toBe('no')
    expect(JSON.stringify(read.report.added)).toContain('Hợp tác xã Đồng Tâm')
    await app.post(path, {})
    expect(await holdersStored()).toEqual(['Hợp tác xã Đồng Tâm'])
  })

  it('stores them as they stand where nobody asked for more', async () => {
    await app.post(await handInOld(), {})
    expect(await holdersStored()).toEqual([OLD])
  })

  it('is not read otherwise once it was confirmed', async () => {
    const path = await handInOld()
    await app.post(path, {})
    expect((await app.post(`${path}/text`, { convertText: 'yes' })).status).toBe(409)
  })

  const holdersStored = async () => {
    const rows = await test.db.all<{ name: string }>(sql`SELECT o.name FROM organisation o
      JOIN site s ON s.organisation_id = o.id`)
    return rows.map(({ name }) => name)
  }
})

describe('a list handed in through the portal', () => {
  it('is shown row by row before anything is stored, then stored once', async () => {
    const path = await handIn([
      { code: 'VN-AGOR-0001' },
      { code: 'VN-AGOR-0002', commune: 'Xã Không Có' },
    ])
    const before = await preview(path)
    expect(before.report.totals.map(({ count }) => count)).toEqual(['1', '0', '0', '1'])
    expect(before.report.added.rows[0]?.[0]).toMatchObject({ text: '2' })
    expect(before.report.refused.rows[0]?.[3]?.text).toContain('Không tìm thấy')
    expect(before.toStore).toBe('1')
    expect(await codesStored()).toEqual([])
    const confirmed = await app.post(path, {})
    expect(confirmed.location).toBe(`${runPath(path)}?done=stored`)
    expect(await codesStored()).toEqual(['VN-AGOR-0001'])
    const run = await runPage(runPath(path))
    expect([run.work, run.stopped]).toEqual([null, null])
    expect(run.report?.totals.map(({ count }) => count)).toEqual(['1', '0', '0', '1'])
    // A second click, or a reload, stores nothing more.
    expect((await app.post(path, {})).location).toBe(runPath(path))
    const [runs] = await test.db.all<{ n: number }>(sql`SELECT count(*) AS n FROM import_run`)
    expect(runs?.n).toBe(1)
  })

  it('tells faults by their kind, the same words once for all rows, each with its code and cell', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => ({
      code: `VN-AGOR-${1001 + i}`,
      ...(i < 250 ? { status: 'lơ lửng' } : { on: '31/02/2025' }),
    }))
    const { report } = await preview(await handIn(rows))
    const groups = report.refusedGroups.map(({ title, count }) => [title, count])
    expect(groups).toEqual([
      ['Không đọc được: Trạng thái', '250'],
      ['Không đọc được: Ngày cấp', '50'],
    ])
    const [status, day] = report.refusedGroups
    expect(status?.lines).toHaveLength(1)
    expect(status?.lines[0]?.places[0]).toMatchObject({ subject: 'VN-AGOR-1001', at: 'ô J2' })
    expect([status?.cut === null, day?.cut]).toEqual([false, null])
  })

  it('takes one choice for all rows that lack the same, and one for all that are almost as on record', async () => {
    const ctx = makeContext(test.db)
    await makeOrganisation(ctx, { name: 'HTX nông nghiệp Minh Họa', provinceCode: '91' })
    const rows = [1, 2, 3].map((i) => ({
      ...{ code: `VN-AGOR-000${i}`, site: `Vùng ${i}`, market: '' },
      holder: i === 3 ? 'Hợp tác xã NN Minh Họa' : 'HTX NN Minh Họa',
    }))
    const path = await handIn(rows)
    const choose = async (given: Record<string, string>) => {
      app.wait(1_000)
      const answer = await app.post(`${path}/choice`, given)
      return answer.status === 303 ? preview(path) : answer
    }
    const groups = (read: ReadPreview) =>
      read.report.refusedGroups.map(({ title, choice }) => [title, choice?.about ?? null])
    expect(groups(await preview(path))).toEqual([
      ['Thiếu: Thị trường', 'market'],
      ['Đơn vị gần giống trong sổ: Chủ sở hữu mã số', 'similar_holder'],
    ])
    expect(await choose({ about: 'market', all: 'nowhere' })).toMatchObject({ status: 400 })
    const asked = (await choose({ about: 'market', all: 'CHN' })) as ReadPreview
    expect(groups(asked).map(([, about]) => about)).toEqual(['similar_holder'])
    const [first, second] = asked.report.refusedGroups[0]?.choice?.each ?? []
    expect([first?.text, second?.text]).toEqual([
      '“HTX NN Minh Họa” và “HTX nông nghiệp Minh Họa”',
      '“Hợp tác xã NN Minh Họa” và “HTX nông nghiệp Minh Họa”',
    ])
    const read = (await choose({
      ...{ about: 'similar_holder', all: 'same', key: second?.key ?? '', each: 'new' },
    })) as ReadPreview
    expect(read.report.totals.map(({ count }) => count)).toEqual(['3', '0', '0', '0'])
    expect(read.chosen).not.toBeNull()
    await app.post(path, {})
    const stored = await test.db.all<{ name: string; n: number }>(sql`SELECT o.name, count(*) AS n
      FROM site s JOIN organisation o ON o.id = s.organisation_id GROUP BY o.id ORDER BY n`)
    expect(stored).toEqual([
      { name: 'Hợp tác xã NN Minh Họa', n: 1 },
      { name: 'HTX nông nghiệp Minh Họa', n: 2 },
    ])
    // What was confirmed is not chosen for any more.
    expect((await app.post(`${path}/choice`, { about: 'nothing' })).status).toBe(409)
  })

  it('shows each field that changes as it is and as it becomes', async () => {
    await app.post(await handIn([{ code: 'VN-AGOR-0001', area: '10' }]), {})
    app.wait(1_000)
    const { report } = await preview(await handIn([{ code: 'VN-AGOR-0001', area: '12,5' }]))
    const cells = report.changed.rows.map((row) => row.map(({ text }) => text))
    expect(cells).toContainEqual(['VN-AGOR-0001', 'diện tích Xoài', '10 ha', '12,5 ha'])
  })

  it('stores no row that lies outside the officer’s place and changes no code there', async () => {
    const ctx = makeContext(test.db)
    const elsewhere = await makeSite(ctx, {
      ...{ name: 'Vùng nơi khác', provinceCode: '15', communeCode: '02647' },
      ...{ communeName: 'Phường Lào Cai', provinceName: 'Tỉnh Lào Cai' },
    })
    const foreign = await makeCode(ctx, { siteId: elsewhere.id, code: 'VN-LCOR-0001' })
    const path = await handIn([
      { code: 'VN-AGOR-0001' },
      { code: foreign.code, status: 'Thu hồi', on: '01/06/2026' },
      { code: 'VN-LCOR-0002', commune: 'Phường Lào Cai', province: 'Lào Cai' },
    ])
    const { report } = await preview(path)
    expect(report.totals.map(({ count }) => count)).toEqual(['1', '0', '0', '2'])
    for (const row of report.refused.rows) expect(row[3]?.text).toContain('ngoài địa bàn')
    await app.post(path, {})
    expect(await codesStored()).toEqual(['VN-AGOR-0001', 'VN-LCOR-0001'])
    const events = await test.db.all(
      sql`SELECT * FROM code_status_event WHERE code_id = ${foreign.id}`,
    )
    expect(events).toHaveLength(1)
  })

  it('gives the refused rows back, to be mended and handed in again', async () => {
    const path = await handIn([
      { code: 'VN-AGOR-0001' },
      { code: 'VN-AGOR-0002', commune: 'Xã Không Có', area: '12,5' },
      { code: 'VN-AGOR-0003', on: '31/02/2025' },
    ])
    const answer = await app.get(`${path}/refused`)
    const csv = await answer.response.text()
    expect(answer.response.headers.get('content-disposition')).toContain('attachment')
    expect(csv.split('\r\n').slice(0, 1)[0]).toMatch(/;Bị từ chối vì$/)
    expect(csv).toContain('Không tìm thấy')
    const mended = csv.replace('Xã Không Có', 'Xã Chợ Mới').replace('31/02/2025', '28/02/2025')
    const again = await send(mended)
    const { report } = await preview(again.location ?? '')
    expect(report.totals.map(({ count }) => count)).toEqual(['2', '0', '0', '0'])
    await app.post(again.location ?? '', {})
    const reasons = await test.db.all(
      sql`SELECT reason FROM code_status_event WHERE reason IS NOT NULL`,
    )
    expect(reasons, 'why a row was refused is no reason of a decision').toEqual([])
  })

  it('is read and stored behind the answer where it is long, and the page tells how far it is', async () => {
    const rows = Array.from({ length: 900 }, (_, i) => ({
      ...{ code: `VN-AGOR-${1000 + i}`, site: `Vùng ${i}` },
    }))
    const path = await handIn(rows)
    const slow = portalApp(slowly(test.db), officer, { files: app.deps.files })
    await slow.post(path, {})
    const early = await runPage(runPath(path))
    expect(early.work?.refreshSeconds).toBe(2)
    expect(early.work?.progress?.total).toBe(900)
    expect(early.work?.cancel?.action).toBe(`${runPath(path)}/cancel`)
    expect(early.undoForm).toBeNull()
    await slow.settle()
    const late = await runPage(runPath(path))
    expect(late.work).toBeNull()
    expect(late.report?.totals[0]?.count).toBe('900')
    expect(await codesStored()).toHaveLength(900)
  })

  it('is read behind the answer, which says so until it is', async () => {
    const slow = portalApp(slowly(test.db), officer, { files: app.deps.files })
    const rows = Array.from({ length: 2_000 }, (_, i) => ({ code: `VN-AGOR-${1000 + i}` }))
    const list = { kind: 'codes', file: fileOf(codeList(rows)) }
    const path = (await slow.post('/portal/imports/new', list)).location ?? ''
    const early = (await app.get(path)).model as ImportPreviewModel
    expect(early).toMatchObject({ report: null, stopped: null, again: null })
    expect(early.work).toMatchObject({ refreshSeconds: 2, progress: null })
    expect((await app.post(path, {})).status, 'not to be confirmed unseen').toBe(409)
    await slow.settle()
    expect((await preview(path)).report.totals[0]?.count).toBe('2.000')
  })

  it('goes on by itself where its writer was stopped, storing no row twice and counting each once', async () => {
    const rows = Array.from({ length: 700 }, (_, i) => ({
      ...{ code: `VN-AGOR-${1000 + i}`, site: `Vùng ${i}` },
    }))
    const path = await handIn(rows)
    const doomed = portalApp(dyingAfter(2), officer, { files: app.deps.files })
    await doomed.post(path, {})
    await expect.poll(async () => (await codesStored()).length).toBeGreaterThan(100)
    expect((await codesStored()).length).toBeLessThan(700)
    // Nobody is told that it is cut off, for nobody need do anything.
    expect((await runPage(runPath(path))).stopped).toBeNull()
    expect(await tick()).toMatchObject({ turns: 0 })
    app.wait(LEASE_MS)
    expect((await tick()).ends).toEqual(['done'])
    const done = await runPage(runPath(path))
    expect(done.report?.totals.map(({ count }) => count)).toEqual(['700', '0', '0', '0'])
    expect(done.report?.added.rows).toHaveLength(50)
    expect(done.lines.join('\n')).toContain('Đã nhập xong')
    const [events] = await test.db.all<{ n: number }>(
      sql`SELECT count(*) AS n FROM code_status_event`,
    )
    expect(events?.n).toBe(700)
    expect((await app.post(`${runPath(path)}/resume`, {})).status).toBe(409)
    const told = await test.db.all(sql`SELECT id FROM notification WHERE kind = 'import'`)
    expect(told).toHaveLength(1)
  })

  it('is stopped by a colleague between rows, says so, is gone on with or taken back', async () => {
    const rows = Array.from({ length: 700 }, (_, i) => ({ code: `VN-AGOR-${1000 + i}` }))
    const path = await handIn(rows)
    const doomed = portalApp(dyingAfter(2), officer, { files: app.deps.files })
    await doomed.post(path, {})
    const colleague = await makePerson(test.db, 'officer', {
      organisationId: officer.organisationId,
      place: officer.place,
    })
    const theirs = portalApp(test.db, colleague, { files: app.deps.files })
    await theirs.post(`${runPath(path)}/cancel`, {})
    const asked = await runPage(runPath(path))
    expect(asked.work).toMatchObject({ cancel: null })
    expect(asked.work?.text).toContain('Đang dừng')
    app.wait(LEASE_MS)
    expect((await tick()).ends).toEqual(['cancelled'])
    const half = (await codesStored()).length
    expect(half).toBeGreaterThan(0)
    expect(half).toBeLessThan(700)
    const stopped = await runPage(runPath(path))
    expect(stopped.stopped?.text).toContain(`${colleague.name} đã dừng lần nhập này`)
    expect(stopped.stopped?.text).toContain(`${half}/700`)
    expect(stopped.undoForm).not.toBeNull()
    expect((await app.post(`${runPath(path)}/cancel`, {})).status).toBe(409)
    await app.post(`${runPath(path)}/resume`, {})
    await app.settle()
    expect(await codesStored()).toHaveLength(700)
    const done = await runPage(runPath(path))
    expect(done.report?.totals.map(({ count }) => count)).toEqual(['700', '0', '0', '0'])
  })

  it('half stored and stopped is taken back whole', async () => {
    const rows = Array.from({ length: 700 }, (_, i) => ({ code: `VN-AGOR-${1000 + i}` }))
    const path = await handIn(rows)
    const doomed = portalApp(dyingAfter(2), officer, { files: app.deps.files })
    await doomed.post(path, {})
    expect((await app.post(`${runPath(path)}/undo`, { reason: 'Sai' })).status).toBe(409)
    await app.post(`${runPath(path)}/cancel`, {})
    app.wait(LEASE_MS)
    await tick()
    expect((await codesStored()).length).toBeGreaterThan(0)
    expect((await app.post(`${runPath(path)}/undo`, { reason: 'Sai' })).status).toBe(303)
    await app.settle()
    expect(await codesStored()).toEqual([])
    expect((await app.post(`${runPath(path)}/resume`, {})).status).toBe(409)
  })

  it('that fails waits and says why, and in the end rests with its reason', async () => {
    const path = await handIn([{ code: 'VN-AGOR-0001' }])
    const files: FileStore = {
      ...app.deps.files,
      get: async () => {
        throw new Error('the disk is away')
      },
    }
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await portalApp(test.db, officer, { files }).post(path, {})
    const waiting = await runPage(runPath(path))
    expect(waiting.work?.trouble).toContain('tự thử lại lúc')
    const deps = { ...app.deps, files }
    for (let i = 0; i < 10; i++) {
      app.wait(2 * 3_600_000)
      await runDueJobs(deps, { endBy: deps.now() + 1 })
    }
    vi.restoreAllMocks()
    const failed = await runPage(runPath(path))
    expect(failed.work).toBeNull()
    expect(failed.stopped?.text).toContain('Có lỗi của hệ thống')
    const waits = await app.get('/portal/waiting/imports')
    expect(waits.model).toMatchObject({ rows: [{ state: 'failed' }] })
    await app.post(`${runPath(path)}/resume`, {})
    await app.settle()
    expect(await codesStored()).toEqual(['VN-AGOR-0001'])
  })

  it('confirmed twice at the same moment is stored once', async () => {
    const path = await handIn([{ code: 'VN-AGOR-0001' }, { code: 'VN-AGOR-0002' }])
    const other = portalApp(test.db, officer, { files: app.deps.files })
    await Promise.all([app.post(path, {}), other.post(path, {}), app.post(path, {})])
    await Promise.all([app.settle(), other.settle()])
    await tick()
    const [counts] = await test.db.all(sql`SELECT (SELECT count(*) FROM import_run) AS runs,
      (SELECT count(*) FROM job WHERE kind = 'import.rows') AS jobs,
      (SELECT count(*) FROM code_status_event) AS events,
      (SELECT count(*) FROM import_change WHERE entity = 'code') AS codes`)
    expect(counts).toEqual({ runs: 1, jobs: 1, events: 2, codes: 2 })
  })

  it('is taken back whole with a reason, and may then be handed in again', async () => {
    const path = await handIn([{ code: 'VN-AGOR-0001' }, { code: 'VN-AGOR-0002' }])
    await app.post(path, {})
    const noReason = await app.post(`${runPath(path)}/undo`, { reason: ' ' })
    expect(noReason.status).toBe(400)
    expect((noReason.model as ImportRunModel).undoForm?.errors['reason']).toBeDefined()
    expect((await app.post(`${runPath(path)}/undo`, { reason: 'Nhầm tệp' })).status).toBe(303)
    expect(await codesStored()).toEqual([])
    const run = await runPage(runPath(path))
    expect(run.undoForm).toBeNull()
    expect(run.lines.join('\n')).toContain('Lý do: Nhầm tệp')
    const twice = await app.post(`${runPath(path)}/undo`, { reason: 'Lần nữa' })
    expect(twice.status).toBe(409)
    const again = await handIn([{ code: 'VN-AGOR-0001' }])
    expect((await preview(again)).report.totals[0]?.count).toBe('1')
    await app.post(again, {})
    expect(await codesStored()).toEqual(['VN-AGOR-0001'])
  })

  it('says when the very same file was read in before', async () => {
    const rows = [{ code: 'VN-AGOR-0001' }]
    const first = await handIn(rows)
    await app.post(first, {})
    const second = await preview(await handIn(rows))
    expect(second.same?.href).toBe(runPath(first))
    expect(second.same?.text).toContain('đã được nhập lúc')
    expect(second.toStore).toBeNull()
  })

  it('tells each holder once', async () => {
    const path = await handIn([{ code: 'VN-AGOR-0001' }, { code: 'VN-AGOR-0002' }])
    await app.post(path, {})
    const told = await test.db.all<{ title: string }>(
      sql`SELECT json_extract(title, '$.vi') AS title FROM notification WHERE kind = 'import'`,
    )
    expect(told).toEqual([{ title: 'Danh sách mới có 2 quyết định về mã số của đơn vị' }])
  })

  it('takes the province and market that only its title says from the form', async () => {
    const text =
      'Mã số vùng trồng;Tên vùng;Chủ sở hữu;Xã;Ngày cấp\nVN-AGOR-0001;Vùng;HTX A;Xã Chợ Mới;1/2/2025'
    const bare = await send(text)
    expect((await preview(bare.location ?? '')).report.totals[3]?.count).toBe('1')
    const said = await send(text, { province: 'Tỉnh An Giang', market: 'CHN' })
    expect((await preview(said.location ?? '')).report.totals[0]?.count).toBe('1')
  })
})

describe('a file that is no list', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['a PDF', '%PDF-1.7 ...', 'PDF'],
    ['an empty file', '', 'trống'],
    ['a list of another layout', 'Họ tên;Điện thoại\nA;1', 'không có dòng tiêu đề'],
    ['a heading alone', codeList([]), 'chưa có dòng nào'],
  ])('is refused beside its field, in words: %s', async (_, content, words) => {
    const sent = await send(content, { market: 'CHN' })
    // What is nothing at all is said at once, the rest where its preview would be.
    const answer = sent.location === null ? sent : await app.get(sent.location)
    expect([answer.status, answer.model?.kind]).toEqual([400, 'portal/imports/new'])
    const form = (answer.model as { form: { errors: Record<string, string>; values: object } }).form
    expect(form.errors['file']).toContain(words)
    expect(form.values).toMatchObject({ market: 'CHN' })
    if (sent.location === null) return
    expect((await app.post(sent.location, {})).status, 'nor can it be confirmed').toBe(400)
    expect(await test.db.all(sql`SELECT * FROM import_run`)).toEqual([])
  })

  it('is refused when it inflates beyond all measure', async () => {
    const rows = Array.from({ length: 40_000 }, () => ['0'.repeat(2_000)])
    const bomb = buildXlsx({ sheets: [{ name: 'A', rows: rows as never }] })
    expect(bomb.length).toBeLessThan(15 * 1024 * 1024)
    const sent = await send(bomb, {}, 'a.xlsx')
    await app.settle()
    const answer = await app.get(sent.location ?? '')
    expect(answer.status).toBe(400)
    const { errors } = (answer.model as { form: { errors: Record<string, string> } }).form
    expect(errors['file']).toMatch(/quá/)
  }, 30_000)

  it('is refused at 50 MB with a page that says how much is allowed', async () => {
    const shown: unknown[] = []
    const pages = {
      render: async (model: unknown) => ({ html: String(shown.push(model)), styleHash: null }),
    }
    const { deps } = portalApp(test.db, officer, { pages })
    const headers = {
      'sec-fetch-site': 'same-origin',
      'content-type': 'multipart/form-data; boundary=x',
    }
    const body = new Uint8Array(50 * 1024 * 1024)
    const request = new Request('https://tem.example.vn/portal/imports/new', {
      ...{ method: 'POST', headers, body },
    })
    const answer = await createApp(() => deps).fetch(request, {}, deps)
    expect(answer.status).toBe(413)
    expect(shown).toMatchObject([
      { kind: 'portal/problem', text: expect.stringContaining('nhiều nhất 15 MB') },
    ])
  })

  it('is asked for when none was chosen', async () => {
    const answer = await app.post('/portal/imports/new', { kind: 'codes' })
    expect(answer.status).toBe(400)
  })
})

describe('lists of others', () => {
  it('are not found: uploads of anybody else, imports of other organisations', async () => {
    const path = await handIn([{ code: 'VN-AGOR-0001' }])
    await app.post(path, {})
    const stranger = await makePerson(test.db, 'officer', {
      place: { provinceCode: '15', communeCode: null },
    })
    const other = portalApp(test.db, stranger, { files: app.deps.files })
    for (const each of [path, `${path}/refused`, runPath(path)]) {
      expect((await other.get(each)).status).toBe(404)
    }
    expect((await other.post(path, {})).status).toBe(404)
    expect((await other.post(`${runPath(path)}/undo`, { reason: 'x' })).status).toBe(404)
    const list = await other.get('/portal/imports')
    expect(list.model).toMatchObject({ kind: 'portal/imports/list', rows: [] })
    const inspector = portalApp(test.db, await makePerson(test.db, 'inspector'))
    expect((await inspector.get('/portal/imports')).status).toBe(403)
    // Producers find their own lists there, and those alone.
    const files = { files: app.deps.files }
    const producer = portalApp(test.db, await makePerson(test.db, 'producer'), files)
    expect((await producer.get('/portal/imports')).model).toMatchObject({ rows: [] })
    for (const each of [path, `${path}/refused`, runPath(path)]) {
      expect((await producer.get(each)).status).toBe(404)
    }
    expect((await producer.post(`${runPath(path)}/undo`, { reason: 'x' })).status).toBe(404)
  })

  it('are taken back whole or not at all: not by a colleague whose place holds a part', async () => {
    const path = await handIn([
      { code: 'VN-AGOR-0001', commune: 'Xã Chợ Mới' },
      { code: 'VN-AGOR-0002', commune: 'Phường Long Xuyên' },
    ])
    await app.post(path, {})
    const [site] = await test.db.all<{ communeCode: string }>(sql`
      SELECT commune_code AS communeCode FROM site WHERE commune_name LIKE '%Chợ Mới%'`)
    const colleague = await makePerson(test.db, 'officer', {
      organisationId: officer.organisationId,
      place: { provinceCode: '91', communeCode: site?.communeCode ?? '' },
    })
    const theirs = portalApp(test.db, colleague, { files: app.deps.files })
    expect((await theirs.post(`${runPath(path)}/undo`, { reason: 'Sai' })).status).toBe(409)
    expect(await codesStored()).toEqual(['VN-AGOR-0001', 'VN-AGOR-0002'])
    expect((await app.post(`${runPath(path)}/undo`, { reason: 'Sai' })).status).toBe(303)
    expect(await codesStored()).toEqual([])
  })
})

describe('lists that are sent out', () => {
  it('come as a file of the officer’s own place', async () => {
    const path = await handIn([{ code: 'VN-AGOR-0001' }])
    await app.post(path, {})
    const page = await app.get('/portal/exports')
    expect(page.model).toMatchObject({ place: 'Tỉnh An Giang', provinces: [] })
    const file = await app.get('/portal/exports/codes?format=xlsx&province=&market=CHN&status=')
    expect(file.status).toBe(200)
    expect(file.response.headers.get('content-disposition')).toContain('.xlsx')
    const book = openBook(new Uint8Array(await file.response.arrayBuffer()), 'a.xlsx')
    expect(book.sheets[0]?.rows[1]?.cells[0]).toBe('VN-AGOR-0001')
    const wrong = await app.get('/portal/exports/codes?format=csv&market=Sao+Hỏa')
    expect(wrong.status).toBe(400)
    expect(wrong.model).toMatchObject({ form: { errors: { market: expect.any(String) } } })
  })

  it('begin from a template that is read as a list', async () => {
    for (const format of ['csv', 'xlsx']) {
      const answer = await app.get(`/portal/imports/templates/${format}`)
      const bytes = new Uint8Array(await answer.response.arrayBuffer())
      const sent = await send(bytes, {}, `mau.${format}`)
      const again = await app.get(sent.location ?? '')
      const { errors } = (again.model as { form: { errors: Record<string, string> } }).form
      expect(errors['file']).toContain('chưa có dòng nào')
    }
    expect((await app.get('/portal/imports/templates/pdf')).status).toBe(404)
  })
})

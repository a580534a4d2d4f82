import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import {
  auditLog,
  caseEvent,
  caseFile,
  codeStatusEvent,
  evidence,
  foreignNotice,
  foreignNoticeItem,
  notification,
} from '../../../db/schema/index.ts'
import type { PortalHomeModel, WaitingModel } from '../../../site/models/home.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import type { Place } from '../../../worker/domain/access/roles.ts'
import { codeSearchKey } from '../../../worker/domain/codes/code-search-key.ts'
import type { Person, VerbContext } from '../../../worker/verbs/context.ts'
import { remindOfNotices } from '../../../worker/verbs/foreign-notices/remind-of-notices.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeCode,
  makeContext,
  makeOrganisation,
  makeSite,
  NOW,
  unique,
} from '../../support/factories.ts'
import { makeJpeg } from '../../support/pictures.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

const HERE: Place = { provinceCode: '91', communeCode: null }
const ELSEWHERE: Place = { provinceCode: '15', communeCode: null }
const PATH = '/portal/foreign-notices'
const CODES = 829
const HOLDERS = 20

let db: Database
let ctx: VerbContext
let officerPerson: Person
let strangerPerson: Person
let officer: PortalApp
let inspector: PortalApp
let stranger: PortalApp
let holder: PortalApp
let other: PortalApp
let holders: string[]

const codeOf = (i: number) => `VN-AGOR-${String(i).padStart(4, '0')}`

/** Beyond the 829, so that what is decided on them is decided for the first time. */
const spare = (n: number) => codeOf(CODES + n)
const SPARE = 40

/** Codes active in China and at home, divided among holders and communes. */
async function makeCodes(): Promise<void> {
  holders = []
  for (let i = 0; i < HOLDERS; i++) holders.push((await makeOrganisation(ctx, HERE)).id)
  const rows = Array.from({ length: CODES + SPARE }, (_, i) => ({
    ...{ id: `c${i + 1}`, code: codeOf(i + 1), key: codeSearchKey(codeOf(i + 1)) },
    ...{ holder: holders[i % HOLDERS], commune: `3000${i % 4}` },
  }))
  const j = sql`json_each(${JSON.stringify(rows)}) j`
  const v = (name: string) => sql.raw(`(j.value ->> '${name}')`)
  await db.run(sql`INSERT INTO site (id, kind, name, name_folded, organisation_id, province_code,
      commune_code, created_at, version)
    SELECT 's' || ${v('id')}, 'growing_area', 'Vùng ' || ${v('id')}, 'vung', ${v('holder')}, '91',
      ${v('commune')}, ${NOW}, 1 FROM ${j}`)
  await db.run(sql`INSERT INTO code (id, code, search_key, site_id, scheme, created_at)
    SELECT ${v('id')}, ${v('code')}, ${v('key')}, 's' || ${v('id')}, 'vn-sector', ${NOW} FROM ${j}`)
  for (const market of ['CHN', 'VNM']) {
    await db.run(sql`INSERT INTO code_market (code_id, market, created_at)
      SELECT ${v('id')}, ${market}, ${NOW} FROM ${j}`)
    await db.run(sql`INSERT INTO code_status_event (id, code_id, market, status, effective_on,
        recorded_at, actor, ends_term)
      SELECT ${market} || ${v('id')}, ${v('id')}, ${market}, 'active', '2025-01-01', ${NOW},
        'operator:test', 0 FROM ${j}`)
  }
}

beforeAll(async () => {
  db = (await freshDatabase()).db
  ctx = makeContext(db)
  await makeCodes()
  officerPerson = await makePerson(db, 'officer', { place: HERE })
  officer = portalApp(db, officerPerson)
  const { files } = officer.deps
  inspector = portalApp(db, await makePerson(db, 'inspector', { place: HERE }), { files })
  strangerPerson = await makePerson(db, 'officer', { place: ELSEWHERE })
  stranger = portalApp(db, strangerPerson, { files })
  const [first = '', second = ''] = holders
  holder = portalApp(db, await makePerson(db, 'producer', { organisationId: first }), { files })
  other = portalApp(db, await makePerson(db, 'producer', { organisationId: second }), { files })
}, 60_000)

type Typed = Readonly<Record<string, string | File>>

async function send(app: PortalApp, path: string, typed: Typed) {
  const { model, status } = await app.get(path)
  if (model === null || !('form' in model)) throw new Error(`${path}: ${status}`)
  const { form, action } = model as RecordFormModel
  return app.post(action, { ...form.values, ...typed })
}

/** Sends a form, says yes to what it asks back, and sends it again. */
async function sendMeaning(app: PortalApp, path: string, typed: Typed) {
  const asked = await send(app, path, typed)
  const { form, action } = asked.model as RecordFormModel
  const confirm = form.questions?.map(({ code }) => code).join('\n') ?? ''
  return { asked, done: await app.post(action, { ...form.values, confirm }) }
}

const idIn = (location: string | null) =>
  /foreign-notices\/([^?/]+)/.exec(location ?? '')?.[1] ?? ''
const noticeOf = (typed: Typed = {}): Typed => ({
  ...{ number: `GACC-${unique()}`, market: 'CHN', issuer: 'GACC', receivedOn: '10/06/2026' },
  ...{ dueOn: '', termDays: '20', subjectKind: 'pest', subject: 'Rệp sáp', list: codeOf(1) },
  ...typed,
})

async function record(typed: Typed = {}, app = officer): Promise<string> {
  const { done } = await sendMeaning(app, `${PATH}/new`, noticeOf(typed))
  const id = idIn(done.location)
  if (id === '') throw new Error(JSON.stringify((done.model as RecordFormModel).form))
  return id
}

const itemsOf = (id: string) =>
  db.select().from(foreignNoticeItem).where(eq(foreignNoticeItem.noticeId, id))

/** How many codes of a notice stand where. */
async function statesOf(id: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { state } of await itemsOf(id)) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

const decisionsIn = (market: string, status: 'suspended' | 'active') =>
  db
    .select()
    .from(codeStatusEvent)
    .where(and(eq(codeStatusEvent.market, market), eq(codeStatusEvent.status, status)))

/** The steps from the officer's desk that every code of a notice takes, in order. */
const STEPS: readonly (readonly [path: string, typed: Typed])[] = [
  ['cause', { cause: 'pest_control', causeText: 'Chưa phun phòng rệp.' }],
  ['report', { text: 'Đã phun và dọn vườn.' }],
  ['recheck', { result: 'passed', text: 'BB 12: không còn rệp.' }],
  ['reply', { paperNo: '45/BVTV', repliedOn: '15/06/2026', text: '' }],
]

async function workThrough(id: string, steps = STEPS): Promise<void> {
  await send(officer, `${PATH}/${id}/assign`, { assignedTo: officerPerson.userId })
  for (const [path, typed] of steps) await send(officer, `${PATH}/${id}/${path}`, typed)
}

/** Fifty-one of the codes as people misspell them; every tenth of them past recognition. */
function misspelt(i: number): string {
  const digits = String(i).padStart(4, '0')
  const ways = [
    `VN-AGOR-${digits.replace('0', 'O')}`,
    `VNAGOR${digits}`,
    `VN-AGO-${digits}`,
    `VN-AGRO-${digits}`,
    `VN-AGORR-${digits}`,
  ]
  if (i % 10 === 0) return `Vuon so ${digits} xa My Hoa`
  return ways[i % ways.length] ?? ''
}

describe('a notice of 829 codes of which 51 are misspelt', () => {
  it('is worked through to restoration, nothing lost and nothing doubled', {
    timeout: 30_000,
  }, async () => {
    const wrong = 51
    const listed = Array.from({ length: CODES }, (_, i) =>
      i < wrong ? misspelt(i + 1) : codeOf(i + 1),
    )
    // Read: shown first, with every text that is not a code, and nothing is recorded.
    const list = ['Mã số', ...listed].join('\n')
    const { asked, done } = await sendMeaning(officer, `${PATH}/new`, noticeOf({ list }))
    expect(asked.status).toBe(409)
    const shown = asked.model as RecordFormModel
    expect(shown.form.questions?.[0]?.code).toBe('codes:829-778-46-5-0')
    expect(shown.sections?.map(({ table }) => table?.rows.length)).toEqual([46, 5])
    const id = idIn(done.location)
    expect(await statesOf(id)).toEqual({ received: 778, unmatched: 51 })
    expect(new Set((await itemsOf(id)).map((item) => item.listed))).toEqual(new Set(listed))

    // Settled by a person: chosen where something is near, typed or left out where nothing is.
    for (let round = 0; round < 2; round++) {
      const { model } = await officer.get(`${PATH}/${id}/settle`)
      const { form, action, inputs } = model as RecordFormModel
      const chosen = inputs.flatMap(({ name, label, choices }) => {
        if (choices === undefined) return []
        expect(form.values[name] ?? '').toBe('')
        const digits = /(\d{4}|O\d{3}|\dO\d{2})\D*$/.exec(label)?.[1]?.replace('O', '0')
        const right = choices.find(({ value }) => value.endsWith(`-${digits}`))
        const typed = label.includes('Vuon')
        return [
          typed
            ? [name.replace('code-', 'typed-'), `vn agor ${digits}`]
            : [name, right?.value ?? '-'],
        ]
      })
      await officer.post(action, { ...form.values, ...Object.fromEntries(chosen) })
    }
    expect(await statesOf(id)).toEqual({ received: CODES })
    expect(new Set((await itemsOf(id)).map(({ codeId }) => codeId)).size).toBe(CODES)

    // Suspended in that market alone, by one screen with figures.
    const paper = { effectiveOn: '15/06/2026', documentNo: '12/TB-BVTV', reason: 'Theo GACC' }
    const suspended = await sendMeaning(officer, `${PATH}/${id}/suspend`, paper)
    expect((suspended.asked.model as RecordFormModel).form.questions?.[0]?.code).toBe(
      'suspend:829-0-0',
    )
    expect(await decisionsIn('CHN', 'suspended')).toHaveLength(CODES)
    expect(await decisionsIn('VNM', 'suspended')).toHaveLength(0)

    await send(officer, `${PATH}/${id}/assign`, { assignedTo: officerPerson.userId })
    const told = await db.select().from(notification).where(eq(notification.kind, 'foreign_notice'))
    expect(told.filter(({ href }) => href?.endsWith(id))).toHaveLength(HOLDERS)
    const own = await send(holder, `${PATH}/${id}/answer`, {
      cause: 'pest_control',
      text: 'Đã phun.',
    })
    expect(own.location).toContain('done=answered')
    for (const [path, typed] of STEPS) await send(officer, `${PATH}/${id}/${path}`, typed)
    expect(await statesOf(id)).toEqual({ replied: CODES })

    // Restored in one step, and closed.
    const restored = await sendMeaning(officer, `${PATH}/${id}/restore`, {
      ...paper,
      documentNo: '20/QĐ',
    })
    expect((restored.asked.model as RecordFormModel).form.questions?.[0]?.code).toBe(
      'restore:829-0-0',
    )
    expect((await itemsOf(id)).every(({ restoredOn }) => restoredOn === '2026-06-15')).toBe(true)
    await send(officer, `${PATH}/${id}/close`, { outcome: 'mended', text: 'Đã khắc phục.' })
    expect(await statesOf(id)).toEqual({ closed: CODES })
    const [row] = await db.select().from(caseFile).where(eq(caseFile.id, id))
    expect(row).toMatchObject({ state: 'closed', outcome: 'mended', kind: 'foreign_notice' })
    const codes = (await officer.get(`${PATH}/${id}/items?q=agor-0829`)).model as RecordListModel
    expect(codes.rows.map((cells) => [cells[0]?.text, cells[3]?.status])).toEqual([
      ['VN-AGOR-0829', 'active'],
    ])
    const ways = await db.all<{ n: number }>(sql`SELECT count(*) AS n FROM case_event
      WHERE entity = 'notice_item' GROUP BY entity_id`)
    // Of those not settled by hand: suspended, assigned, cause, report, re-check, reply, restored, closed.
    expect(Math.min(...ways.map(({ n }) => n))).toBe(8)
  })
})

describe('a notice', () => {
  it('is recorded once: sent twice it is one, and the same number again is refused with where it is', async () => {
    const number = `GACC ${unique()}/2026`
    const asked = await send(officer, `${PATH}/new`, noticeOf({ number }))
    const { form, action } = asked.model as RecordFormModel
    const confirm = form.questions?.[0]?.code ?? ''
    const sent = { ...form.values, confirm }
    const [one, two] = [await officer.post(action, sent), await officer.post(action, sent)]
    expect(one.location).toBe(two.location)
    const again = await send(officer, `${PATH}/new`, noticeOf({ number: number.toLowerCase() }))
    expect(again.status).toBe(409)
    expect((again.model as RecordFormModel).form.problem).toContain('đã có')
    const folded = await db.select().from(foreignNotice).where(eq(foreignNotice.issuer, 'GACC'))
    expect(folded.filter((row) => row.number === number)).toHaveLength(1)
  })

  it('keeps what was typed where a field is wrong, with the day worked out from working days', async () => {
    const wrong = await send(officer, `${PATH}/new`, noticeOf({ market: 'VNM', termDays: '' }))
    const { form } = wrong.model as RecordFormModel
    expect([wrong.status, form.values['subject']]).toEqual([400, 'Rệp sáp'])
    expect(form.errors['market']).toBeDefined()
    const endless = await send(officer, `${PATH}/new`, noticeOf({ termDays: '999999999' }))
    expect((endless.model as RecordFormModel).form.errors['termDays']).toBe('Nhiều nhất là 500.')
    const id = await record({ receivedOn: '10/06/2026', termDays: '20' })
    const [row] = await db.select().from(foreignNotice).where(eq(foreignNotice.id, id))
    expect([row?.dueOn, row?.holderDueOn]).toEqual(['2026-07-08', '2026-07-01'])
  })

  it('takes a file with running numbers and names, whose codes then stand in the form', async () => {
    const table = `STT,Mã số vùng trồng,Tên\n1,${codeOf(7)},HTX A\n2,${codeOf(8)},HTX B\n3,VNAGOR0009,HTX C\n`
    const file = new File([table], 'gacc.csv', { type: 'text/csv' })
    const asked = await send(officer, `${PATH}/new`, noticeOf({ list: '', file }))
    const { form } = asked.model as RecordFormModel
    expect(form.questions?.[0]?.code).toBe('codes:3-2-1-0-0')
    expect(form.values['list']?.split('\n')).toEqual([codeOf(7), codeOf(8), 'VNAGOR0009'])
  })

  it('lists a code once however often it is named, and settles nothing that nobody chose', async () => {
    const list = [codeOf(3), 'vn agor 0003', 'VN-AGOR-OO03', codeOf(4)].join('\n')
    const id = await record({ list })
    expect(await statesOf(id)).toEqual({ received: 2, unmatched: 1 })
    const untouched = await send(officer, `${PATH}/${id}/settle`, {})
    expect(untouched.status).toBe(409)
    // Its code is named already, so the text is left out, with why, and may be taken back.
    const [open] = (await itemsOf(id)).filter(({ state }) => state === 'unmatched')
    await send(officer, `${PATH}/${id}/settle`, { [`code-${open?.id}`]: codeOf(3) })
    expect(await statesOf(id)).toEqual({ received: 2, left_out: 1 })
    await send(officer, `${PATH}/${id}/items/${open?.id}/reopen`, { text: 'Xem lại.' })
    expect(await statesOf(id)).toEqual({ received: 2, unmatched: 1 })
    await expect(db.run(sql`DELETE FROM foreign_notice_item`)).rejects.toThrow()
  })

  it('tells the office of another province when a text is settled to be a code of it, once, and no other', async () => {
    const { organisationId } = await makeSite(ctx, ELSEWHERE)
    const site = await makeSite(ctx, { ...ELSEWHERE, organisationId })
    const there = await makeCode(ctx, { siteId: site.id, code: 'VN-LCOR-7001' })
    const id = await record({ list: 'ABC-1\nABC-2\nABC-3' })
    const [one, two, three] = await itemsOf(id)
    const before = await db.select().from(notification)
    const settled = {
      [`code-${one?.id}`]: there.code,
      [`code-${two?.id}`]: codeOf(5),
      [`code-${three?.id}`]: '-',
    }
    await send(officer, `${PATH}/${id}/settle`, settled)
    const told = (await db.select().from(notification)).slice(before.length)
    expect(told.map(({ organisationId: to, href }) => [to, href])).toEqual([
      [strangerPerson.organisationId, `${PATH}/${id}`],
    ])
    expect(JSON.stringify(told[0]?.body)).toContain('nêu 1 mã số')
    expect((await stranger.get(`${PATH}/${id}`)).status).toBe(200)
  })

  it('says which typed code there is none of, and keeps the rest as it was typed', async () => {
    const id = await record({ list: 'ABC-1\nABC-2' })
    const [one, two] = await itemsOf(id)
    const typed = { [`typed-${one?.id}`]: 'VN-AGOR-9999', [`code-${two?.id}`]: '-' }
    const { status, model } = await send(officer, `${PATH}/${id}/settle`, typed)
    const { form } = model as RecordFormModel
    expect(status).toBe(400)
    expect(Object.keys(form.errors)).toEqual([`code-${one?.id}`])
    expect(form.values).toMatchObject(typed)
    expect(await statesOf(id)).toEqual({ unmatched: 2 })
  })

  it('is not moved on by whoever saw older codes of it', async () => {
    const id = await record({ list: codeOf(11) })
    const { model } = await officer.get(`${PATH}/${id}/assign`)
    const { form, action } = model as RecordFormModel
    await send(inspector, `${PATH}/${id}/assign`, {})
    const late = await officer.post(action, form.values)
    expect(late.status).toBe(409)
    expect(await statesOf(id)).toEqual({ assigned: 1 })
  })

  it('skips no step: nothing is answered before a re-check, restored before an answer, or closed before it', async () => {
    const id = await record({ list: codeOf(12) })
    await send(officer, `${PATH}/${id}/assign`, { assignedTo: officerPerson.userId })
    for (const path of ['recheck', 'reply', 'close']) {
      const typed = Object.fromEntries(STEPS)[path] ?? { outcome: 'mended', text: 'Xong.' }
      expect([path, (await send(officer, `${PATH}/${id}/${path}`, typed)).status]).toEqual([
        path,
        409,
      ])
    }
    const paper = { effectiveOn: '15/06/2026', documentNo: '1', reason: 'x' }
    expect((await send(officer, `${PATH}/${id}/restore`, paper)).status).toBe(409)
    // Nor is its case closed behind it.
    const close = { outcome: 'mended', text: 'Xong.' }
    expect((await send(officer, `/portal/cases/${id}/close`, close)).status).toBe(409)
    expect(await statesOf(id)).toEqual({ assigned: 1 })
  })

  it('that failed its re-check is sent back and told again, and never restored', async () => {
    const id = await record({ list: spare(13) })
    const paper = { effectiveOn: '15/06/2026', documentNo: '1', reason: 'x' }
    await sendMeaning(officer, `${PATH}/${id}/suspend`, paper)
    const failing = STEPS.map(([path, typed]) => [
      ...[path, path === 'recheck' ? { ...typed, result: 'failed' } : typed],
    ]) as unknown as typeof STEPS
    await workThrough(id, failing.slice(0, 3))
    await send(officer, `${PATH}/${id}/return`, { text: 'Còn rệp ở hàng 3.' })
    expect(await statesOf(id)).toEqual({ cause_found: 1 })
    const told = await db
      .select()
      .from(notification)
      .where(eq(notification.href, `${PATH}/${id}`))
    expect(told.filter(({ kind }) => kind === 'foreign_notice')).toHaveLength(2)
    for (const [path, typed] of failing.slice(1))
      await send(officer, `${PATH}/${id}/${path}`, typed)
    expect((await send(officer, `${PATH}/${id}/restore`, paper)).status).toBe(409)
  })

  it('does not restore a code that another notice of the market has suspended', async () => {
    const paper = { effectiveOn: '15/06/2026', documentNo: '1', reason: 'x' }
    const [first, second] = [await record({ list: spare(14) }), await record({ list: spare(14) })]
    await sendMeaning(officer, `${PATH}/${first}/suspend`, paper)
    await sendMeaning(officer, `${PATH}/${second}/suspend`, { ...paper, documentNo: '2' })
    await workThrough(first)
    const { model } = await officer.get(`${PATH}/${first}/restore`)
    expect((model as RecordFormModel).note).toContain(spare(14))
    expect((await send(officer, `${PATH}/${first}/restore`, paper)).status).toBe(409)
  })
})

describe('a suspension by a notice', () => {
  const paper = { effectiveOn: '15/06/2026', documentNo: '1', reason: 'x' }
  const effectOf = async (id: string, path: string) => {
    const { asked, done } = await sendMeaning(officer, `${PATH}/${id}/${path}`, paper)
    const codes = (asked.model as RecordFormModel).form.questions?.map(({ code }) => code)
    return { codes, location: done.location }
  }

  it('that was cut off before the notice knew of it is found and kept the next time', async () => {
    const id = await record({ list: [spare(31), spare(32)].join('\n') })
    await effectOf(id, 'suspend')
    await db.run(sql`UPDATE foreign_notice_item SET suspended_on = NULL WHERE notice_id = ${id}`)
    const before = (await decisionsIn('CHN', 'suspended')).length
    expect((await effectOf(id, 'suspend')).codes).toEqual(['suspend:0-2-0'])
    expect((await itemsOf(id)).map(({ suspendedOn }) => suspendedOn)).toEqual([
      ...['2026-06-15', '2026-06-15'],
    ])
    expect(await decisionsIn('CHN', 'suspended')).toHaveLength(before)
  })

  it('of a code that never was active there is asked about apart', async () => {
    const id = await record({ list: spare(33), market: 'KOR' })
    expect((await effectOf(id, 'suspend')).codes).toEqual(['suspend:1-0-0', 'unusual:1'])
  })

  it('leads from its case to the notice and back', async () => {
    const id = await record({ list: codeOf(34) })
    const shown = (await officer.get(`/portal/cases/${id}`)).model as DetailModel
    expect(shown.links?.map(({ href }) => href)).toContain(`${PATH}/${id}`)
    const page = (await officer.get(`${PATH}/${id}`)).model as DetailModel
    expect(page.primary?.href).toBe(`${PATH}/${id}/assign`)
    expect(page.links?.map(({ href }) => href)).toContain(`${PATH}/${id}/suspend`)
  })
})

describe('a holder', () => {
  it('sees and answers their own codes alone, with files that are sealed, once they were told', async () => {
    // Every twentieth code is of the first holder.
    const id = await record({ list: [codeOf(21), codeOf(41), codeOf(22)].join('\n') })
    expect((await holder.get(`${PATH}/${id}`)).status).toBe(404)
    await send(officer, `${PATH}/${id}/assign`, { assignedTo: officerPerson.userId })
    const page = (await holder.get(`${PATH}/${id}`)).model as DetailModel
    expect(page.sections[0]?.table?.rows.map((cells) => cells[0]?.text)).toEqual([
      codeOf(21),
      codeOf(41),
    ])
    const foreign = (await itemsOf(id)).find(({ listed }) => listed === codeOf(22))
    expect((await holder.get(`${PATH}/${id}/items/${foreign?.id}`)).status).toBe(404)
    const waiting = (await holder.get('/portal/waiting/notices_told')).model as WaitingModel
    expect(waiting.rows.map((row) => JSON.stringify(row))).toContainEqual(
      expect.stringContaining(id),
    )
    expect((await holder.get(`${PATH}/${id}/cause`)).status).toBe(403)
    const early = await send(holder, `${PATH}/${id}/answer`, { text: 'Đã phun.' })
    expect((early.model as RecordFormModel).form.errors['cause']).toBeDefined()

    const picture = new Uint8Array(await makeJpeg({ width: 40, height: 30 }))
    const file = new File([picture], 'vuon.jpg', { type: 'image/jpeg' })
    await send(holder, `${PATH}/${id}/answer`, { cause: 'pest_control', text: 'Đã phun.', file })
    expect(await statesOf(id)).toEqual({ reported: 2, assigned: 1 })
    const ways = await db.select().from(caseEvent).where(eq(caseEvent.kind, 'cause'))
    const mine = (await itemsOf(id)).filter(({ state }) => state === 'reported')
    expect(ways.filter(({ entityId }) => mine.some((item) => item.id === entityId))).toHaveLength(2)
    const [sealed] = await db
      .select()
      .from(evidence)
      .where(sql`entity_id LIKE ${`${id}.%`}`)
    expect(sealed).toMatchObject({ entity: 'notice_answer', byHolder: true })
    const path = `${PATH}/answers/${sealed?.entityId}/evidence/${sealed?.id}`
    const statuses = [officer, holder, other, stranger].map(
      async (app) => (await app.get(path)).status,
    )
    expect(await Promise.all(statuses)).toEqual([200, 200, 404, 404])
  })

  it('of another organisation, or an officer of another province, knows nothing of it', async () => {
    const id = await record({ list: codeOf(21) })
    await send(officer, `${PATH}/${id}/assign`, { assignedTo: officerPerson.userId })
    for (const app of [other, stranger]) {
      expect((await app.get(`${PATH}/${id}`)).status).toBe(404)
      const { rows } = (await app.get(PATH)).model as RecordListModel
      expect(rows.map(([cell]) => cell?.href)).not.toContain(`${PATH}/${id}`)
    }
    expect((await inspector.get(`${PATH}/new`)).status).toBe(403)
    const looks = await db.select().from(auditLog).where(eq(auditLog.entityId, id))
    expect(looks.filter(({ action }) => action === 'case.look')).toEqual([])
  })
})

describe('what is due', () => {
  it('is reminded of once a day, to the office and to holders who have not reported', async () => {
    const id = await record({ list: [codeOf(23), codeOf(24)].join('\n'), termDays: '5' })
    await send(officer, `${PATH}/${id}/assign`, { assignedTo: officerPerson.userId })
    const told = async () =>
      (
        await db
          .select()
          .from(notification)
          .where(eq(notification.href, `${PATH}/${id}`))
      ).length
    const before = await told()
    const later = makeContext(db, {
      ...{ now: () => Date.parse('2026-06-17T02:00:00Z') },
      actor: { kind: 'operator', name: 'test' },
    })
    await remindOfNotices(later)
    const once = await told()
    // Two holders, and the office of the province.
    expect(once - before).toBe(3)
    await remindOfNotices(later)
    expect(await told()).toBe(once)
  })

  it('is counted on the first screen: open ones, and of them those late or due within a week', async () => {
    const counted = async () => {
      const { figures } = (await officer.get('/portal')).model as PortalHomeModel
      const found = figures.find(({ figure }) => figure === 'notices_due')
      return [found?.count ?? 0, found?.of ?? 0] as const
    }
    const before = await counted()
    await record({ list: codeOf(25), dueOn: '12/06/2026', termDays: '' })
    await record({ list: codeOf(26), dueOn: '19/06/2026', termDays: '' })
    await record({ list: codeOf(24), dueOn: '30/07/2026', termDays: '' })
    const after = await counted()
    expect([after[0] - before[0], after[1] - before[1]]).toEqual([2, 3])
  })
})

describe('what was done', () => {
  it('goes abroad as a list, and is counted by market, cause, commune and month', async () => {
    const id = await record({ list: codeOf(27), market: 'JPN', receivedOn: '02/05/2026' })
    await workThrough(id)
    const csv = await officer.get(`${PATH}/${id}/reply-list.csv`)
    expect(await csv.response.text()).toContain(codeOf(27))
    const pdf = await officer.get(`${PATH}/${id}/reply-list.pdf`)
    expect((await pdf.response.text()).slice(0, 5)).toBe('%PDF-')
    const lines = async (by: string) => {
      const { model } = await officer.get(
        `${PATH}/statistics?by=${by}&from=01/05/2026&to=31/05/2026`,
      )
      return (model as RecordListModel).rows.map((cells) => cells.map(({ text }) => text))
    }
    expect(await lines('market')).toEqual([['Nhật Bản', '1', '1', '0', '0', '0']])
    expect(await lines('month')).toEqual([['05/2026', '1', '1', '0', '0', '0']])
    expect((await lines('cause'))[0]?.[0]).toBe('Kiểm soát sinh vật gây hại kém')
    expect((await lines('commune'))[0]?.[0]).toBe('30002')
    const wrong = await officer.get(`${PATH}/statistics?from=31/31/2026`)
    expect([wrong.status, (wrong.model as RecordListModel).narrowing?.form.values['from']]).toEqual(
      [...[400, '31/31/2026']],
    )
  })

  it('is listed a page at a time, narrowed by step and commune', async () => {
    const list = Array.from({ length: 60 }, (_, i) => codeOf(i + 100)).join('\n')
    const id = await record({ list })
    const first = (await officer.get(`${PATH}/${id}/items`)).model as RecordListModel
    expect(first.rows).toHaveLength(50)
    const second = (await officer.get(first.paging?.olderHref ?? '')).model as RecordListModel
    expect(second.rows).toHaveLength(10)
    const some = (await officer.get(`${PATH}/${id}/items?commune=30001`)).model as RecordListModel
    expect(some.rows).toHaveLength(15)
    await send(officer, `${PATH}/${id}/assign?commune=30001`, { assignedTo: officerPerson.userId })
    expect(await statesOf(id)).toEqual({ received: 45, assigned: 15 })
  })
})

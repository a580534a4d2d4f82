import { and, eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { countOpenForeignNotices } from '../../../db/queries/foreign-notices.ts'
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
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import type { Place } from '../../../worker/domain/access/roles.ts'
import { codeSearchKey } from '../../../worker/domain/codes/code-search-key.ts'
import type { Person, VerbContext } from '../../../worker/verbs/context.ts'
import { remindOfNotices } from '../../../worker/verbs/foreign-notices/remind-of-notices.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeOrganisation, NOW, unique } from '../../support/factories.ts'
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
let officer: PortalApp
let inspector: PortalApp
let stranger: PortalApp
let holder: PortalApp
let other: PortalApp
let holders: string[]

const codeOf = (i: number) => `VN-AGOR-${String(i).padStart(4, '0')}`

/** Codes active in China and at home, divided among holders and communes. */
async function makeCodes(): Promise<void> {
  holders = []
  for (let i = 0; i < HOLDERS; i++) holders.push((await makeOrganisation(ctx, HERE)).id)
  const rows = Array.from({ length: CODES }, (_, i) => ({
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
  stranger = portalApp(db, await makePerson(db, 'officer', { place: ELSEWHERE }), { files })
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

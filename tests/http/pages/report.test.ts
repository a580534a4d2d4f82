import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { listReports } from '../../../db/queries/reports.ts'
import { notification, problemReport } from '../../../db/schema/index.ts'
import type { ReportPageModel, ReportReceiptModel } from '../../../site/models/report.ts'
import type { Role } from '../../../worker/domain/access/roles.ts'
import { Problem } from '../../../worker/verbs/errors.ts'
import { reportFromApp } from '../../../worker/verbs/reports/report-from-app.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeUnits } from '../../support/factories.ts'
import { makeJpeg } from '../../support/pictures.ts'
import {
  makePerson,
  type PortalAnswer,
  type PortalApp,
  portalApp,
} from '../../support/portal-app.ts'

let db: Database

beforeAll(async () => {
  ;({ db } = await freshDatabase())
  await makeUnits(db, [
    ['91', 'An Giang'],
    ['15', 'Lào Cai'],
  ])
})

const FORGED = `/${'0'.repeat(105)}0/B/7K3M9QX1/1`

async function openForm(app: PortalApp, query = ''): Promise<ReportPageModel> {
  const { model } = await app.get(`/report${query}`)
  if (model?.kind !== 'report') throw new Error('no form was shown')
  return model
}

/** What a browser sends of the form as it was opened, some seconds later. */
async function send(
  app: PortalApp,
  fields: Readonly<Record<string, string | File>>,
  query = '',
): Promise<PortalAnswer> {
  const { seal, reported } = await openForm(app, query)
  app.wait(20_000)
  const label = reported === null ? {} : { label: reported.text }
  return app.post('/report', { seal, ...label, ...fields })
}

async function receiptOf(app: PortalApp, answer: PortalAnswer): Promise<ReportReceiptModel> {
  const { model } = await app.get(answer.location ?? '')
  if (model?.kind !== 'report-receipt') throw new Error('no receipt was shown')
  return model
}

const officerOf = (provinceCode: string, role: Role = 'officer') =>
  makePerson(db, role, { place: { provinceCode, communeCode: null } })

async function queueOf(provinceCode: string, state: 'new' | 'set_aside' = 'new') {
  const bounds = { kind: 'place', provinceCode, communeCode: null } as const
  return listReports(db, { bounds, state, after: null, limit: 100 })
}

describe('POST /report', () => {
  it('leads to a receipt that nobody can guess, and shows the state there', async () => {
    const app = portalApp(db, null)
    const answer = await send(app, { reason: 'fake_label', provinceCode: '91' }, `?label=${FORGED}`)
    expect(answer.status).toBe(303)
    expect(answer.location).toMatch(/^\/report\/[\w-]{22}\?sent=1$/)
    const receipt = await receiptOf(app, answer)
    expect(receipt).toMatchObject({ state: 'new', reason: 'fake_label', answers: [], fresh: true })
  })

  it('keeps the label, what it said at that moment, and whose officers answer', async () => {
    const app = portalApp(db, null)
    await send(app, { reason: 'other', provinceCode: '15', shop: 'Quầy 7' }, `?label=${FORGED}`)
    const [found] = await queueOf('15')
    expect(found?.report).toMatchObject({
      labelText: FORGED,
      verdict: { authenticity: 'unknown', standing: null, reasons: ['key_unknown'] },
      provinceCode: '15',
      shop: 'Quầy 7',
      state: 'new',
    })
  })

  it('stores one report of a form that was sent twice, and another one of another', async () => {
    const app = portalApp(db, null)
    const { seal } = await openForm(app)
    app.wait(20_000)
    const fields = { seal, reason: 'spoiled', details: 'Mốc ở cuống, hai lần gửi' }
    const both = await Promise.all([app.post('/report', fields), app.post('/report', fields)])
    expect(new Set(both.map(({ location }) => location)).size).toBe(1)
    const changed = await app.post('/report', { ...fields, details: 'Chuyện khác hẳn' })
    expect(changed.status).toBe(409)
    const again = changed.model as ReportPageModel
    expect(again.form.values).toMatchObject({ details: 'Chuyện khác hẳn' })
    expect(again.seal).not.toBe(seal)
    const rows = await db.select().from(problemReport)
    expect(rows.filter(({ details }) => details === fields.details)).toHaveLength(1)
  })

  it('keeps what was typed where it is refused, and says what to mend', async () => {
    const app = portalApp(db, null)
    const answer = await send(app, { reason: '', details: 'Không chọn lý do' })
    expect(answer.status).toBe(400)
    const { form } = answer.model as ReportPageModel
    expect(form.values).toMatchObject({ details: 'Không chọn lý do' })
    expect(form.errors).toHaveProperty('reason')
  })

  it('takes a photo without where it was taken, refuses what is none (415) or too large (413)', async () => {
    const app = portalApp(db, null)
    const photo = new File([new Uint8Array(await makeJpeg({ width: 40, height: 30 }))], 'tem.jpg', {
      type: 'image/jpeg',
    })
    const sent = await send(app, { reason: 'spoiled', photo })
    expect((await receiptOf(app, sent)).photo).toBe('kept')
    const pdf = new File(['%PDF-1.7 tem'], 'tem.pdf', { type: 'application/pdf' })
    const refused = await send(app, { reason: 'spoiled', details: 'còn đây', photo: pdf })
    expect(refused.status).toBe(415)
    const { form } = refused.model as ReportPageModel
    expect(form.values).toMatchObject({ details: 'còn đây' })
    expect(form.errors).toHaveProperty('photo')
    const huge = new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'tem.jpg', { type: 'image/jpeg' })
    const tooLarge = await send(app, { reason: 'spoiled', details: 'còn', photo: huge })
    expect(tooLarge.status).toBe(413)
    expect((tooLarge.model as ReportPageModel).form.values).toMatchObject({ details: 'còn' })
    const said = {
      'content-length': String(40 * 1024 * 1024),
      'content-type': 'multipart/form-data',
    }
    const longer = await app.ask('/report', { method: 'POST', headers: said, body: 'x' })
    expect(longer.status).toBe(413)
  })

  it('is limited for each visitor, with the time to wait and what was typed', async () => {
    let left = 1
    const limits = {
      take: async () => {
        if (left-- > 0) return
        throw new Problem({
          code: 'too_many_requests',
          text: { vi: 'chờ', en: 'wait', zh: '等' },
          headers: { 'retry-after': '600' },
        })
      },
      forget: async () => undefined,
    }
    const app = portalApp(db, null)
    Object.assign(app.deps.accounts, { limits })
    expect((await send(app, { reason: 'other' })).status).toBe(303)
    const refused = await send(app, { reason: 'other', details: 'lần thứ hai' })
    expect(refused.status).toBe(429)
    expect(refused.response.headers.get('retry-after')).toBe('600')
    expect((refused.model as ReportPageModel).form.values).toMatchObject({ details: 'lần thứ hai' })
  })

  it('sets aside what no person wrote, tells nobody, and says nothing of it', async () => {
    const app = portalApp(db, null)
    const answer = await send(app, {
      reason: 'other',
      provinceCode: '15',
      details: 'mua ngay',
      website: 'https://spam.example',
    })
    expect((await receiptOf(app, answer)).state).toBe('set_aside')
    const aside = await queueOf('15', 'set_aside')
    expect(aside.map(({ report }) => report.details)).toContain('mua ngay')
    expect((await queueOf('15')).map(({ report }) => report.details)).not.toContain('mua ngay')
  })

  it('takes a report without the form: one sign alone says little', async () => {
    const app = portalApp(db, null)
    const answer = await app.post('/report', { reason: 'other', provinceCode: '91' })
    expect(answer.status).toBe(303)
    expect((await receiptOf(app, answer)).state).toBe('new')
  })

  it('refuses a form of another site', async () => {
    const answer = await portalApp(db, null).ask('/report', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site', accept: 'application/json' },
      body: new URLSearchParams({ reason: 'other' }),
    })
    expect(answer.status).toBe(403)
  })

  it('makes one line and one message of a hundred reports of one label', async () => {
    const officer = await officerOf('91')
    const app = portalApp(db, null)
    const query = '?label=/KHONG/CO/THAT'
    for (let i = 0; i < 100; i++) {
      await send(
        app,
        { reason: 'not_as_described', provinceCode: '91', details: `lần ${i}` },
        query,
      )
    }
    const lines = (await queueOf('91')).filter(
      ({ report }) => report.labelText === '/KHONG/CO/THAT',
    )
    expect(lines.map(({ joined }) => joined)).toEqual([99])
    const told = await db.select().from(notification)
    expect(
      told.filter((row) => row.organisationId === officer.organisationId && row.kind === 'report'),
    ).toHaveLength(1)
  })
})

describe('a receipt', () => {
  it('opens nothing that was not given out', async () => {
    const app = portalApp(db, null)
    expect((await app.get('/report/aaaaaaaaaaaaaaaaaaaaaa')).status).toBe(404)
    expect((await app.get('/report/x')).status).toBe(404)
  })

  it('is nowhere kept: a copy of the database opens none', async () => {
    const app = portalApp(db, null)
    const answer = await send(app, { reason: 'other' })
    const receipt = /[\w-]{22}/.exec(answer.location ?? '')?.[0] ?? ''
    const rows = await db.select().from(problemReport)
    expect(receipt).toHaveLength(22)
    expect(JSON.stringify(rows)).not.toContain(receipt)
  })
})

describe('/portal/reports', () => {
  let count = 0

  async function made(provinceCode: string) {
    const details = `Tem dán trên quả khác ${count++}`
    const visitor = portalApp(db, null)
    const fields = { reason: 'fake_label', provinceCode, details, contact: '0900 000 000' }
    const answer = await send(visitor, fields)
    const found = (await queueOf(provinceCode)).find(({ report }) => report.details === details)
    return { visitor, answer, path: `/portal/reports/${found?.report.id ?? ''}` }
  }

  it('lets the officer answer and close; the sender reads it by the receipt', async () => {
    const { visitor, answer, path } = await made('15')
    const officer = portalApp(db, await officerOf('15'))
    expect((await officer.get('/portal/reports')).model).toMatchObject({ kind: 'portal/records' })
    expect(JSON.stringify((await officer.get(path)).model)).toContain('0900 000 000')
    await officer.post(`${path}/answer`, { text: 'Đang kiểm tra quầy hàng.' })
    expect(await receiptOf(visitor, answer)).toMatchObject({
      state: 'in_progress',
      answers: [{ text: 'Đang kiểm tra quầy hàng.' }],
    })
    const closed = await officer.post(`${path}/close`, {
      outcome: 'confirmed',
      text: 'Đã thu giữ.',
    })
    expect(closed.location).toBe(`${path}?done=closed`)
    const receipt = await receiptOf(visitor, answer)
    expect(receipt).toMatchObject({ state: 'closed', outcome: 'confirmed' })
    expect(receipt.answers.map(({ text }) => text)).toEqual([
      'Đang kiểm tra quầy hàng.',
      'Đã thu giữ.',
    ])
    expect((await officer.post(`${path}/close`, { outcome: 'fraud', text: '' })).status).toBe(409)
  })

  it('shows a report to no officer of another place, and how to reach its sender to no inspector', async () => {
    const { path } = await made('91')
    expect((await portalApp(db, await officerOf('15')).get(path)).status).toBe(404)
    const inspector = portalApp(db, await officerOf('91', 'inspector'))
    const seen = await inspector.get(path)
    expect(seen.status).toBe(200)
    expect(JSON.stringify(seen.model)).not.toContain('0900 000 000')
    expect((await inspector.post(`${path}/answer`, { text: 'x' })).status).toBe(403)
  })

  it('joins reports and hands one to another province', async () => {
    const first = await made('15')
    const second = await made('15')
    const officer = portalApp(db, await officerOf('15'))
    const to = first.path.split('/').at(-1) ?? ''
    expect(first.path).not.toBe(second.path)
    const joined = await officer.post(`${second.path}/join`, { to })
    expect(joined.location).toBe(`${first.path}?done=joined`)
    await officer.post(`${first.path}/answer`, { text: 'Trả lời chung' })
    expect((await receiptOf(second.visitor, second.answer)).answers).toHaveLength(1)
    await officer.post(`${first.path}/pass-on`, { provinceCode: '91' })
    expect((await officer.get(first.path)).status).toBe(404)
    expect((await portalApp(db, await officerOf('91')).get(first.path)).status).toBe(200)
  })
})

describe('the queue', () => {
  it.each([
    ['everywhere', null],
    ['of an organisation', { kind: 'organisation', organisationId: 'x' }],
    ['of a province', { kind: 'place', provinceCode: '91', communeCode: null }],
    ['of a commune', { kind: 'place', provinceCode: '91', communeCode: '30060' }],
  ] as const)('%s is read by an index, in its order', async (_, bounds) => {
    const after = { createdAt: 5, id: 'x' }
    const query = listReports(db, { bounds, state: 'new', after, limit: 50 })
    const plan = await db.all<{ detail: string }>(sql`EXPLAIN QUERY PLAN ${query.getSQL()}`)
    const text = plan.map(({ detail }) => detail).join('\n')
    expect(text).toMatch(/SEARCH problem_report USING INDEX problem_report_(?:queue|place|owner)/)
    expect(text).not.toMatch(/TEMP B-TREE|SCAN problem_report/)
  })
})

describe('a report kept in the app', () => {
  it('is stored once under its id by whoever is signed in', async () => {
    const inspector = await officerOf('15', 'inspector')
    const { deps } = portalApp(db, inspector)
    const ctx = makeContext(db, { actor: inspector })
    const reason = 'fake_label' as const
    const body = { label: FORGED, reason, provinceCode: '15', details: 'từ máy' }
    const input = { deps, id: '0197c0de-0000-7000-8000-000000000001', body, photo: null }
    const send = () => reportFromApp(ctx, input)
    expect(await send()).toBe('stored')
    expect(await send()).toBe('already')
    const rows = await db.select().from(problemReport)
    const own = rows.filter(({ details }) => details === 'từ máy')
    expect(own).toMatchObject([{ actor: `user:${inspector.userId}`, provinceCode: '15' }])
  })
})

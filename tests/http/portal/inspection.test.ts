import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import {
  batchSale,
  codeStatusEvent,
  labelException,
  siteHousehold,
  suspensionProposal,
} from '../../../db/schema/index.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import type { Place } from '../../../worker/domain/access/roles.ts'
import { recordCodeStatus } from '../../../worker/verbs/codes/record-code-status.ts'
import type { Person, VerbContext } from '../../../worker/verbs/context.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { reprint } from '../../../worker/verbs/labels/reprint.ts'
import { collectLabels } from '../../support/collect-labels.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeRun, NOW } from '../../support/factories.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

const HERE: Place = { provinceCode: '91', communeCode: null }
const ELSEWHERE: Place = { provinceCode: '15', communeCode: null }

let db: Database
let ctx: VerbContext
let made: Awaited<ReturnType<typeof makeRun>>
let url: string
let inspectorPerson: Person
let inspector: PortalApp
let officer: PortalApp
let stranger: PortalApp
let producer: PortalApp

beforeAll(async () => {
  db = (await freshDatabase()).db
  ctx = makeContext(db)
  await createKey({ ctx, input: {} })
  made = await makeRun(ctx)
  await db.run(sql`UPDATE site SET province_code = '91' WHERE id = ${made.batch.area.siteId}`)
  const labels = await collectLabels(await reprint({ ctx, input: { runId: made.run.id } }))
  url = labels[2]?.url ?? ''
  inspectorPerson = await makePerson(db, 'inspector', { place: HERE })
  inspector = portalApp(db, inspectorPerson)
  officer = portalApp(db, await makePerson(db, 'officer', { place: HERE }))
  stranger = portalApp(db, await makePerson(db, 'inspector', { place: ELSEWHERE }))
  const { organisationId } = made.batch
  producer = portalApp(db, await makePerson(db, 'producer', { organisationId }))
})

const scan = async (app: PortalApp, code: string) =>
  (await app.get(`/portal/scan?code=${encodeURIComponent(code)}`)).model as DetailModel

async function send(app: PortalApp, path: string, typed: Readonly<Record<string, string>>) {
  const { model } = await app.get(path as `/portal${string}`)
  const { form, action } = model as RecordFormModel
  return app.post(action, { ...form.values, ...typed })
}

const rowsOf = (model: DetailModel, id: string) =>
  model.sections.find((section) => section.id === id)?.table?.rows ?? []

describe('an inspector who scans a label', () => {
  it('sees its batch back to households and forward to receivers', async () => {
    await db.insert(siteHousehold).values({
      ...{ id: 'h1', siteId: made.batch.area.siteId, position: 1, name: 'Hộ thử' },
      ...{ nameFolded: 'ho thu', createdAt: NOW },
    })
    await db.insert(batchSale).values({
      ...{ id: 's1', batchId: made.batch.id, buyer: 'Siêu thị thử', quantityKg: 5 },
      ...{ soldOn: '2026-06-14', createdAt: NOW },
    })
    const model = await scan(inspector, url)
    expect(model.kind).toBe('portal/detail')
    expect(rowsOf(model, 'households').map(([cell]) => cell?.text)).toEqual(['Hộ thử'])
    expect(rowsOf(model, 'receivers').map(([cell]) => cell?.text)).toEqual(['Siêu thị thử'])
    expect(rowsOf(model, 'labels')).toHaveLength(1)
    const [code] = rowsOf(model, 'codes')
    expect(code?.map(({ status }) => status).filter(Boolean)).toEqual(['active', 'active'])
  })

  it('is told at once what was decided a moment ago, whatever shoppers’ pages still hold', async () => {
    const { code } = made.batch.area
    await inspector.ask(new URL(url).pathname, {})
    await recordCodeStatus({
      ctx,
      input: {
        ...{ code, market: 'CHN', status: 'suspended', effectiveOn: '2026-06-15' },
        ...{ reason: 'Vi phạm kiểm dịch thực vật', documentNo: '1/QĐ' },
      },
    })
    const [row] = rowsOf(await scan(inspector, url), 'codes')
    expect(row?.at(-1)).toMatchObject({ status: 'suspended' })
    expect(row?.at(-1)?.small).toContain('1/QĐ')
    await db.run(sql`DROP TRIGGER code_status_event_no_delete`)
    await db.delete(codeStatusEvent).where(eq(codeStatusEvent.documentNo, '1/QĐ'))
  })

  it('of another province sees the public verdict alone', async () => {
    const model = await scan(stranger, url)
    expect(JSON.stringify(model)).not.toContain('Hộ thử')
    expect(JSON.stringify(model)).not.toContain('Siêu thị thử')
    expect(model.sections.map(({ id }) => id)).toEqual(['cases', 'findings', 'codes'])
    expect(model.notes?.some(({ kind }) => kind === 'note')).toBe(true)
  })

  it('is told of a forged label, and opens a case about that very one', async () => {
    const forged = url.replace(/\/B\/(.*)\/3\b/, '/B/$1/4')
    const model = await scan(inspector, forged)
    expect(model.notes?.at(0)?.kind).toBe('error')
    const link = model.links?.find(({ href }) => href.startsWith('/portal/cases/new'))
    const sent = await send(inspector, link?.href ?? '', { kind: 'fraud', title: 'Tem giả ở chợ' })
    expect(sent.location).toContain('/portal/cases/')
    expect(rowsOf(await scan(inspector, forged), 'cases')).toHaveLength(1)
    expect(rowsOf(await scan(inspector, url), 'cases')).toHaveLength(0)
    expect(rowsOf(await scan(stranger, forged), 'cases')).toHaveLength(0)
  })

  it('takes it along as a signed paper, which nobody of another province reads', async () => {
    const action = `/portal/scan/papers?code=${encodeURIComponent(url)}` as const
    expect((await inspector.post(action, {})).status).toBe(303)
    const [cells] = rowsOf(await scan(inspector, url), 'papers')
    const path = cells?.[0]?.href as `/portal${string}`
    const { response } = await inspector.get(path)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect((await stranger.get(path)).status).toBe(404)
    expect((await stranger.post(action, {})).status).toBe(404)
    const jws = await (await inspector.get(cells?.[1]?.href as `/portal${string}`)).response.text()
    const claims = Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()
    expect(JSON.parse(claims)).toMatchObject({ about: made.batch.ref, sha256: cells?.[3]?.text })
  })

  it('finds a batch by its typed code, and hears where there is none', async () => {
    expect((await scan(inspector, made.batch.ref)).sections.length).toBeGreaterThan(5)
    for (const text of ['ABCDEFGH', 'https://khac.example.vn/x', '"><script>', 'x'.repeat(3_000)]) {
      const { status } = await inspector.get(`/portal/scan?code=${encodeURIComponent(text)}`)
      expect([text.slice(0, 20), status]).toEqual([text.slice(0, 20), 200])
    }
  })

  it('cancels that label, which its producer cannot take back', async () => {
    const link = (await scan(inspector, url)).links?.find(({ href }) => href.includes('/void?from'))
    const path = link?.href ?? ''
    const typed = { kind: 'void', reason: 'Tem bị bóc và dán lại' }
    const asked = await send(inspector, path, typed)
    const [question] = (asked.model as RecordFormModel).form.questions ?? []
    await send(inspector, path, { ...typed, confirm: question?.code ?? '' })
    const [row] = await db.select().from(labelException)
    expect(row).toMatchObject({
      fromSerial: 3,
      toSerial: 3,
      authority: inspectorPerson.organisationName,
    })
    const restore = `/portal/labels/${made.run.id}/exceptions/${row?.id}/restore` as const
    expect((await producer.post(restore, {})).status).toBe(409)
    expect((await scan(inspector, url)).notes?.at(0)?.kind).toBe('error')
    expect((await officer.post(restore, {})).status).toBe(303)
  })

  it('proposes a suspension once, and an officer’s confirmation is the decision', async () => {
    const { code } = made.batch.area
    const path = `/portal/proposals/new/${encodeURIComponent(code)}`
    const typed = { market: 'CHN', reasonCode: 'fraud', reason: 'Cho mượn mã số' }
    expect((await send(inspector, path, typed)).location).toBe('/portal/proposals?done=created')
    expect((await send(inspector, path, typed)).status).toBe(409)
    const list = (await officer.get('/portal/proposals?state=open')).model as RecordListModel
    const href = list.rows[0]?.[0]?.href ?? ''
    expect((await inspector.get(href as `/portal${string}`)).status).toBe(403)
    const sent = await send(officer, href, { documentNo: '7/QĐ-BVTV' })
    expect(sent.location).toBe('/portal/proposals?done=confirmed')
    const twice = { documentNo: '7/QĐ-BVTV', effectiveOn: '2026-06-15' }
    expect((await officer.post(href as `/portal${string}`, twice)).status).toBe(303)
    const [proposal] = await db.select().from(suspensionProposal)
    const [event] = await db
      .select()
      .from(codeStatusEvent)
      .where(eq(codeStatusEvent.documentNo, '7/QĐ-BVTV'))
    expect(event).toMatchObject({ status: 'suspended', market: 'CHN', reasonCode: 'fraud' })
    expect(proposal).toMatchObject({ state: 'confirmed', eventId: event?.id })
    const late = await officer.post(href.replace('/confirm', '/refuse') as `/portal${string}`, {
      refusal: 'Muộn',
    })
    expect(late.status).toBe(409)
  })
})

describe('the scan page', () => {
  const label = () => new URL(url).pathname
  const asDesk = { headers: { cookie: 'goc.desk=1', accept: 'text/html' } }

  it('leads the browser of an inspector to what stands behind the label', async () => {
    const { response } = await inspector.ask(label(), asDesk)
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(
      `/portal/scan?code=${encodeURIComponent(label())}`,
    )
  })

  it('stays the shoppers’ page for everybody else, for programs, and where it is asked for', async () => {
    const plain = await inspector.ask(label(), { headers: { cookie: 'other=1' } })
    expect(plain.status).toBe(200)
    expect((await inspector.ask(`${label()}?view=public`, asDesk)).status).toBe(200)
    const json = { headers: { ...asDesk.headers, accept: 'application/json' } }
    expect((await inspector.ask(label(), json)).status).toBe(200)
  })

  it('is marked in the browser of who inspects, and of nobody else', async () => {
    const marked = async (app: PortalApp) =>
      (await app.get('/portal')).response.headers.get('set-cookie')?.includes('goc.desk=1') ?? false
    expect(await Promise.all([inspector, officer, producer].map(marked))).toEqual([
      true,
      true,
      false,
    ])
  })
})

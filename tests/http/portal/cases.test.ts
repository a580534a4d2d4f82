import { createHash, createPublicKey, verify } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { compactVerify, importJWK } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { auditLog, caseFile, evidence, storedFile } from '../../../db/schema/index.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import { isAllowed } from '../../../worker/domain/access/permissions.ts'
import { type Place, ROLES } from '../../../worker/domain/access/roles.ts'
import { targetOfCase } from '../../../worker/verbs/cases/open-case.ts'
import type { Person, VerbContext } from '../../../worker/verbs/context.ts'
import { createKey } from '../../../worker/verbs/keys/create-key.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeRun, NOW, unique } from '../../support/factories.ts'
import { makeJpeg } from '../../support/pictures.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

const HERE: Place = { provinceCode: '91', communeCode: null }
const ELSEWHERE: Place = { provinceCode: '15', communeCode: null }
const PATH = '/portal/cases'

let db: Database
let ctx: VerbContext
let officerPerson: Person
let inspectorPerson: Person
let agencyPerson: Person
let officer: PortalApp
let inspector: PortalApp
let stranger: PortalApp
let agency: PortalApp
let producer: PortalApp
let made: Awaited<ReturnType<typeof makeRun>>
let picture: Uint8Array

beforeAll(async () => {
  db = (await freshDatabase()).db
  ctx = makeContext(db)
  await createKey({ ctx, input: {} })
  made = await makeRun(ctx)
  picture = await makeJpeg({ width: 40, height: 30 })
  await db.run(sql`UPDATE site SET province_code = '91' WHERE id = ${made.batch.area.siteId}`)
  officerPerson = await makePerson(db, 'officer', { place: HERE })
  inspectorPerson = await makePerson(db, 'inspector', { place: HERE })
  agencyPerson = await makePerson(db, 'agency', { place: HERE })
  officer = portalApp(db, officerPerson)
  const { files } = officer.deps
  inspector = portalApp(db, inspectorPerson, { files })
  stranger = portalApp(db, await makePerson(db, 'officer', { place: ELSEWHERE }), { files })
  agency = portalApp(db, agencyPerson, { files })
  const { organisationId } = made.batch
  producer = portalApp(db, await makePerson(db, 'producer', { organisationId }), { files })
})

async function send(app: PortalApp, path: string, typed: Readonly<Record<string, string | File>>) {
  const { model } = await app.get(path as `/portal${string}`)
  const { form, action } = model as RecordFormModel
  return app.post(action, { ...form.values, ...typed })
}

const idIn = (location: string | null) => /cases\/([^?/]+)/.exec(location ?? '')?.[1] ?? ''

async function open(app = inspector, typed: Readonly<Record<string, string>> = {}) {
  const sent = await send(app, `${PATH}/new`, {
    ...{ aboutKind: 'batch', aboutText: made.batch.ref },
    ...{ kind: 'copied_labels', title: `Tem mở ở hai tỉnh ${unique()}` },
    ...typed,
  })
  return idIn(sent.location)
}

async function takenUp(): Promise<string> {
  const id = await open()
  await send(officer, `${PATH}/${id}/assign`, { assignedTo: inspectorPerson.userId, dueOn: '' })
  return id
}

const read = async (id: string) => {
  const [row] = await db.select().from(caseFile).where(eq(caseFile.id, id))
  if (row === undefined) throw new Error(`no case ${id}`)
  return row
}

const photo = () => new File([new Uint8Array(picture)], 'anh.jpg', { type: 'image/jpeg' })

describe('a case', () => {
  it('is opened by an inspector about a batch, numbered by province and year, each number once', async () => {
    // Each with a page of their own: a page model is that of the last answer.
    const three = [1, 2, 3].map(() => portalApp(db, inspectorPerson))
    const ids = await Promise.all(three.map((app) => open(app)))
    const rows = await Promise.all(ids.map(read))
    expect(new Set(rows.map(({ sequence }) => sequence)).size).toBe(3)
    expect(rows[0]).toMatchObject({ numberSpace: '91', year: 2026, state: 'open' })
    const shown = (await officer.get(`${PATH}/${ids[0]}`)).model as DetailModel
    expect(shown.code).toMatch(/^91-2026-\d{4}$/)
    expect(JSON.stringify(shown.sections)).toContain(made.batch.ref)
  })

  it('is opened once however often the form is sent', async () => {
    const { model } = await inspector.get(`${PATH}/new`)
    const { form, action } = model as RecordFormModel
    const title = `Gửi hai lần ${unique()}`
    const typed = {
      ...form.values,
      ...{ aboutKind: 'batch', aboutText: made.batch.ref, kind: 'fraud', title },
    }
    const [one, two] = [await inspector.post(action, typed), await inspector.post(action, typed)]
    expect(one.location).toBe(two.location)
    expect(await db.select().from(caseFile).where(eq(caseFile.title, title))).toHaveLength(1)
  })

  it('names a forged label as it was read, and says where nothing of that name is', async () => {
    const label = `https://tem.example.vn/${'A'.repeat(106)}/B/7K3M9QX1/1`
    const id = await open(inspector, { aboutKind: 'label', aboutText: label })
    expect(id).not.toBe('')
    const sent = await send(inspector, `${PATH}/new`, {
      ...{ aboutKind: 'organisation', aboutText: 'Không có đơn vị này' },
      ...{ kind: 'fraud', title: 'Thử' },
    })
    expect(sent.status).toBe(400)
    expect((sent.model as RecordFormModel).form.errors['aboutText']).toBeDefined()
    expect((sent.model as RecordFormModel).form.values['title']).toBe('Thử')
  })

  it('is taken up, put on hold, handed over and closed, with every step in its way', async () => {
    const id = await takenUp()
    expect(await read(id)).toMatchObject({
      state: 'in_progress',
      assignedTo: inspectorPerson.userId,
    })
    await send(inspector, `${PATH}/${id}/wait`, { text: 'Chờ kết quả giám định.' })
    await send(officer, `${PATH}/${id}/hand-over`, {
      ...{ agencyKind: 'market_management', agencyName: 'Đội QLTT số 1' },
      ...{ handedPaperNo: '12/CV', handedOn: '15/06/2026' },
      agencyId: agencyPerson.organisationId,
    })
    expect(await read(id)).toMatchObject({ state: 'handed_over', agencyName: 'Đội QLTT số 1' })
    await send(officer, `${PATH}/${id}/close`, { outcome: 'sanctioned', text: 'Phạt 10 triệu.' })
    expect(await read(id)).toMatchObject({ state: 'closed', outcome: 'sanctioned' })
    const shown = (await officer.get(`${PATH}/${id}`)).model as DetailModel
    const way = shown.sections.find((section) => section.id === 'timeline')
    expect(way?.table?.rows).toHaveLength(5)
    await expect(db.run(sql`DELETE FROM case_event`)).rejects.toThrow()
  })

  it('is not closed before it is taken up, nor twice, nor by an inspector', async () => {
    const id = await open()
    const early = await send(officer, `${PATH}/${id}/close`, { outcome: 'mended', text: 'Xong.' })
    expect(early.status).toBe(409)
    expect((await inspector.get(`${PATH}/${id}/close`)).status).toBe(403)
    expect(await read(id)).toMatchObject({ state: 'open' })
  })

  it('changed by somebody else meanwhile is not changed unseen', async () => {
    const id = await takenUp()
    const { model } = await officer.get(`${PATH}/${id}/close`)
    const { form, action } = model as RecordFormModel
    await send(inspector, `${PATH}/${id}/wait`, { text: 'Chờ.' })
    const late = await officer.post(action, { ...form.values, outcome: 'mended', text: 'Xong.' })
    expect(late.status).toBe(409)
    expect(await read(id)).toMatchObject({ state: 'waiting' })
  })

  it('is read by officers of its place and the agency it was handed to, by nobody else', async () => {
    const id = await takenUp()
    const statuses = async () =>
      Promise.all(
        [officer, inspector, stranger, agency, producer].map(
          async (app) => (await app.get(`${PATH}/${id}`)).status,
        ),
      )
    expect(await statuses()).toEqual([200, 200, 404, 404, 403])
    await send(officer, `${PATH}/${id}/hand-over`, {
      ...{ agencyKind: 'police', agencyName: 'Công an xã', handedPaperNo: '1' },
      ...{ handedOn: '15/06/2026', agencyId: agencyPerson.organisationId },
    })
    expect(await statuses()).toEqual([200, 200, 404, 200, 403])
    const list = (await agency.get(PATH)).model as RecordListModel
    expect(list.rows.map(([cell]) => cell?.href)).toContain(`${PATH}/${id}`)
    expect((await agency.get(`${PATH}/${id}/note`)).status).toBe(403)
  })

  it('keeps every look in the log', async () => {
    const id = await takenUp()
    const looks = async () =>
      (await db.select().from(auditLog).where(eq(auditLog.entityId, id))).filter(
        ({ action }) => action === 'case.look',
      )
    await officer.get(`${PATH}/${id}`)
    await stranger.get(`${PATH}/${id}`)
    expect((await looks()).map(({ actor }) => actor)).toEqual([`user:${officerPerson.userId}`])
  })
})

describe('evidence', () => {
  it('is kept byte for byte, sealed by its hash, and given back to whoever may read the case', async () => {
    const id = await takenUp()
    const sent = await send(inspector, `${PATH}/${id}/evidence/new`, {
      title: 'Ảnh tem',
      file: photo(),
    })
    expect(sent.location).toBe(`${PATH}/${id}?done=evidenceAdded`)
    const [row] = await db.select().from(evidence).where(eq(evidence.entityId, id))
    const sha256 = createHash('sha256').update(picture).digest('hex')
    expect(row).toMatchObject({ sha256, title: 'Ảnh tem' })
    const given = await officer.get(`${PATH}/${id}/evidence/${row?.id}`)
    expect(
      createHash('sha256')
        .update(new Uint8Array(await given.response.arrayBuffer()))
        .digest('hex'),
    ).toBe(sha256)
    expect((await stranger.get(`${PATH}/${id}/evidence/${row?.id}`)).status).toBe(404)
    const again = await send(inspector, `${PATH}/${id}/evidence/new`, {
      title: 'Lại',
      file: photo(),
    })
    expect(again.status).toBe(400)
  })

  it('altered by a byte is shown as altered and never given out', async () => {
    const id = await takenUp()
    await send(inspector, `${PATH}/${id}/evidence/new`, { title: 'Ảnh', file: photo() })
    const [row] = await db.select().from(evidence).where(eq(evidence.entityId, id))
    if (row === undefined) throw new Error('no evidence')
    const bytes = Uint8Array.from(picture)
    await fc.assert(
      fc.asyncProperty(
        fc.nat(bytes.length - 1),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const altered = Uint8Array.from(bytes)
          altered[at] = (altered[at] ?? 0) ^ by
          await officer.deps.files.put(row.storeKey, altered)
          expect((await officer.get(`${PATH}/${id}/evidence/${row.id}`)).status).toBe(409)
        },
      ),
      { numRuns: 20 },
    )
    const shown = (await officer.get(`${PATH}/${id}?check=1`)).model as DetailModel
    expect(shown.notes?.map(({ kind }) => kind)).toContain('error')
    await officer.deps.files.put(row.storeKey, bytes)
    const sound = (await officer.get(`${PATH}/${id}?check=1`)).model as DetailModel
    expect(sound.notes?.map(({ kind }) => kind)).toEqual(['note'])
    await officer.deps.files.remove(row.storeKey)
    expect((await officer.get(`${PATH}/${id}/evidence/${row.id}`)).status).toBe(409)
  })

  it('is neither exchanged nor removed, not even in the database', async () => {
    await expect(db.run(sql`UPDATE evidence SET sha256 = 'x'`)).rejects.toThrow()
    await expect(db.run(sql`DELETE FROM evidence`)).rejects.toThrow()
  })

  it('of a closed case is complete', async () => {
    const id = await takenUp()
    await send(officer, `${PATH}/${id}/close`, { outcome: 'unfounded', text: 'Không có lỗi.' })
    const kept = await db.select().from(storedFile)
    const sent = await send(inspector, `${PATH}/${id}/evidence/new`, {
      title: 'Muộn',
      file: photo(),
    })
    expect(sent.status).toBe(409)
    expect(await db.select().from(storedFile)).toHaveLength(kept.length)
  })
})

describe('a signed paper of a case', () => {
  it('is checked by anyone with the published key, by JOSE and by node:crypto alone', async () => {
    const id = await takenUp()
    await send(inspector, `${PATH}/${id}/evidence/new`, { title: 'Ảnh', file: photo() })
    expect((await officer.post(`${PATH}/${id}/papers`, {})).status).toBe(303)
    const shown = (await officer.get(`${PATH}/${id}`)).model as DetailModel
    const [cells] = shown.sections.find((section) => section.id === 'papers')?.table?.rows ?? []
    const [pdfCell, jwsCell] = cells ?? []
    const pdf = new Uint8Array(
      await (await officer.get(pdfCell?.href as `/portal${string}`)).response.arrayBuffer(),
    )
    const jws = await (await officer.get(jwsCell?.href as `/portal${string}`)).response.text()
    const set = await (await officer.ask('/.well-known/document-jwks.json', {})).response.json()
    const { keys } = set as { keys: { kid: string; x: string; kty: string; crv: string }[] }
    const [key] = keys
    if (key === undefined) throw new Error('no key')
    const { payload } = await compactVerify(jws, await importJWK(key, 'Ed25519'))
    const claims = JSON.parse(new TextDecoder().decode(payload)) as Record<string, unknown>
    expect(claims).toMatchObject({
      sha256: createHash('sha256').update(pdf).digest('hex'),
      bytes: pdf.length,
      madeAt: new Date(NOW).toISOString(),
    })
    const [head, body, signature = ''] = jws.split('.')
    const publicKey = createPublicKey({
      key: { kty: key.kty, crv: key.crv, x: key.x },
      format: 'jwk',
    })
    const bytes = Buffer.from(`${head}.${body}`)
    expect(verify(null, bytes, publicKey, Buffer.from(signature, 'base64url'))).toBe(true)
    expect(new TextDecoder('latin1').decode(pdf.subarray(0, 5))).toBe('%PDF-')
  })

  it('is signed by no key of a label', async () => {
    const labels = await (await officer.ask('/.well-known/jwks.json', {})).response.json()
    const papers = await (await officer.ask('/.well-known/document-jwks.json', {})).response.json()
    const xs = (set: unknown) => (set as { keys: { x: string }[] }).keys.map(({ x }) => x)
    expect(xs(papers)).not.toHaveLength(0)
    expect(xs(labels).filter((x) => xs(papers).includes(x))).toEqual([])
  })
})

it('a case of another place is nobody’s, by any role and any place', () => {
  const place = fc.record({
    provinceCode: fc.constantFrom('91', '15', '79'),
    communeCode: fc.constantFrom(null, '00001', '00002'),
  })
  fc.assert(
    fc.property(fc.constantFrom(...ROLES), place, place, (role, own, there) => {
      const target = targetOfCase({ ...there, agencyId: null })
      const holder = { role, organisationId: 'o', place: own }
      const may = isAllowed(holder, 'cases.read', target)
      const isDesk = role === 'officer' || role === 'inspector'
      const within =
        own.provinceCode === there.provinceCode &&
        (own.communeCode === null || own.communeCode === there.communeCode)
      return may === (role === 'admin' || (isDesk && within))
    }),
  )
})

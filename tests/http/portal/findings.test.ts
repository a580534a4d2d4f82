import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { evidence, finding, notification } from '../../../db/schema/index.ts'
import type { WaitingModel } from '../../../site/models/home.ts'
import type { DetailModel, RecordFormModel, RecordListModel } from '../../../site/models/records.ts'
import type { Place } from '../../../worker/domain/access/roles.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeSite, unique } from '../../support/factories.ts'
import { makeJpeg } from '../../support/pictures.ts'
import { makePerson, type PortalApp, portalApp } from '../../support/portal-app.ts'

const HERE: Place = { provinceCode: '91', communeCode: null }
const ELSEWHERE: Place = { provinceCode: '15', communeCode: null }
const PATH = '/portal/findings'

let db: Database
let site: { id: string; organisationId: string }
let inspector: PortalApp
let stranger: PortalApp
let holder: PortalApp
let other: PortalApp
let picture: Uint8Array

beforeAll(async () => {
  db = (await freshDatabase()).db
  const ctx = makeContext(db)
  picture = await makeJpeg({ width: 40, height: 30 })
  site = await makeSite(ctx, { ...HERE, name: 'Vùng xoài thử' })
  inspector = portalApp(db, await makePerson(db, 'inspector', { place: HERE }))
  const { files } = inspector.deps
  stranger = portalApp(db, await makePerson(db, 'inspector', { place: ELSEWHERE }), { files })
  const { organisationId } = site
  holder = portalApp(db, await makePerson(db, 'producer', { organisationId }), { files })
  other = portalApp(db, await makePerson(db, 'producer'), { files })
})

async function send(app: PortalApp, path: string, typed: Readonly<Record<string, string | File>>) {
  const { model } = await app.get(path as `/portal${string}`)
  const { form, action } = model as RecordFormModel
  return app.post(action, { ...form.values, ...typed })
}

const photo = (name = 'anh.jpg') => new File([new Uint8Array(picture)], name)

const idIn = (location: string | null) => /findings\/([^?/]+)/.exec(location ?? '')?.[1] ?? ''

async function record(typed: Readonly<Record<string, string | File>> = {}): Promise<string> {
  const sent = await send(inspector, `${PATH}/new`, {
    ...{ aboutKind: 'site', aboutText: site.id, severity: 'major' },
    ...{ text: `Chưa thu gom bao gói thuốc ${unique()}`, placeNote: 'Góc phía đông' },
    ...typed,
  })
  return idIn(sent.location)
}

const read = async (id: string) => {
  const [row] = await db.select().from(finding).where(eq(finding.id, id))
  if (row === undefined) throw new Error(`no finding ${id}`)
  return row
}

const TELLING = { action: 'Thu gom vào bể chứa', dueOn: '30/06/2026' }

describe('a finding', () => {
  it('is recorded with its photos, all of it or nothing', async () => {
    const id = await record({ file: photo() })
    expect(await read(id)).toMatchObject({
      ...{ state: 'open', organisationId: site.organisationId, provinceCode: '91' },
    })
    expect(await db.select().from(evidence).where(eq(evidence.entityId, id))).toHaveLength(1)
    const before = await db.select().from(finding)
    const bad = new File([new TextEncoder().encode('GIF89a')], 'x.gif')
    const sent = await send(inspector, `${PATH}/new`, {
      ...{ aboutKind: 'site', aboutText: site.id, severity: 'minor', text: 'Thử', file: bad },
    })
    expect(sent.status).toBe(400)
    const { file, form } = sent.model as RecordFormModel
    expect(Object.keys(form.errors)).toEqual([file?.name])
    expect(await db.select().from(finding)).toHaveLength(before.length)
  })

  it('is nobody’s but the inspector’s until its holder is told, and another’s never', async () => {
    const id = await record()
    expect((await holder.get(`${PATH}/${id}`)).status).toBe(404)
    await send(inspector, `${PATH}/${id}/tell`, TELLING)
    const told = (await holder.get(`${PATH}/${id}`)).model as DetailModel
    expect(JSON.stringify(told)).toContain('Thu gom vào bể chứa')
    expect(JSON.stringify(told)).not.toContain('Góc phía đông')
    expect((await other.get(`${PATH}/${id}`)).status).toBe(404)
    expect((await stranger.get(`${PATH}/${id}`)).status).toBe(404)
    const messages = await db
      .select()
      .from(notification)
      .where(eq(notification.organisationId, site.organisationId))
    expect(messages.map(({ href }) => href)).toContain(`${PATH}/${id}`)
  })

  it('is answered by its holder with proof, sent back once, and closed by the inspector', async () => {
    const id = await record()
    await send(inspector, `${PATH}/${id}/tell`, TELLING)
    const waiting = (await holder.get('/portal/waiting/findings_told')).model as WaitingModel
    expect(JSON.stringify(waiting.rows)).toContain(id)
    await send(holder, `${PATH}/${id}/answer`, { text: 'Đã xây bể chứa' })
    const proof = await send(holder, `${PATH}/${id}/evidence/new`, { title: 'Bể', file: photo() })
    expect(proof.location).toBe(`${PATH}/${id}?done=evidenceAdded`)
    const answered = (await inspector.get('/portal/waiting/findings_answered')).model
    expect(JSON.stringify((answered as WaitingModel).rows)).toContain(id)
    await send(inspector, `${PATH}/${id}/return`, { text: 'Chưa có nắp đậy', dueOn: '05/07/2026' })
    expect(await read(id)).toMatchObject({ state: 'told', dueOn: '2026-07-05' })
    const answer = { text: 'Đã làm nắp', file: photo() }
    const again = await send(holder, `${PATH}/${id}/answer`, answer)
    // The very photo lies there; what was typed stays.
    expect((again.model as RecordFormModel).form.errors['file']).toBeDefined()
    expect((again.model as RecordFormModel).form.values['text']).toBe('Đã làm nắp')
    const paper = new File([new TextEncoder().encode('%PDF-1.4 nắp')], 'nap.pdf')
    await send(holder, `${PATH}/${id}/answer`, { ...answer, file: paper })
    const handed = await db.select().from(evidence).where(eq(evidence.entityId, id))
    expect(handed.map(({ byHolder, mediaType }) => [byHolder, mediaType])).toEqual([
      ...[
        [true, 'image/jpeg'],
        [true, 'application/pdf'],
      ],
    ])
    await send(inspector, `${PATH}/${id}/close`, { outcome: 'mended', text: 'Đã thấy nắp' })
    expect(await read(id)).toMatchObject({ state: 'closed', outcome: 'mended' })
    expect((await holder.get(`${PATH}/${id}/answer`)).status).toBe(200)
    expect((await send(holder, `${PATH}/${id}/answer`, { text: 'Nữa' })).status).toBe(409)
  })

  it('is never answered by who inspects, nor closed or told by its holder', async () => {
    const id = await record()
    await send(inspector, `${PATH}/${id}/tell`, TELLING)
    expect((await inspector.get(`${PATH}/${id}/answer`)).status).toBe(403)
    expect((await holder.get(`${PATH}/${id}/close`)).status).toBe(403)
    expect((await holder.get(`${PATH}/new`)).status).toBe(403)
    expect((await other.post(`${PATH}/${id}/answer`, { text: 'x' })).status).toBe(404)
  })

  it('gives its holder photos without where they were taken, and the inspector as they are', async () => {
    const id = await record({ file: photo() })
    await send(inspector, `${PATH}/${id}/tell`, TELLING)
    const [row] = await db.select().from(evidence).where(eq(evidence.entityId, id))
    const bytesOf = async (app: PortalApp) =>
      new Uint8Array(
        await (await app.get(`${PATH}/${id}/evidence/${row?.id}`)).response.arrayBuffer(),
      )
    expect(await bytesOf(inspector)).toEqual(picture)
    expect((await bytesOf(holder)).subarray(0, 2)).toEqual(picture.subarray(0, 2))
    expect((await other.get(`${PATH}/${id}/evidence/${row?.id}`)).status).toBe(404)
  })

  it('of a shop nobody here keeps is recorded by its name, and tells nobody', async () => {
    const id = await record({ aboutKind: 'shop', aboutText: 'Sạp 12 chợ Long Xuyên' })
    expect(await read(id)).toMatchObject({
      aboutId: null,
      organisationId: null,
      provinceCode: '91',
    })
    expect((await send(inspector, `${PATH}/${id}/tell`, TELLING)).status).toBe(409)
    const list = (await inspector.get(PATH)).model as RecordListModel
    expect(list.rows.map(([cell]) => cell?.href)).toContain(`${PATH}/${id}`)
  })
})

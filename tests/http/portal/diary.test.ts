import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { diaryEvent } from '../../../db/schema/index.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, makeDiaryEvent, makeOrganisation, makeSite } from '../../support/factories.ts'
import {
  makePerson,
  type PortalAnswer,
  type PortalApp,
  portalApp,
} from '../../support/portal-app.ts'

let db: Database
beforeAll(async () => {
  db = (await freshDatabase()).db
})

async function producer() {
  const ctx = makeContext(db)
  const { id: organisationId } = await makeOrganisation(ctx)
  const { id: siteId } = await makeSite(ctx, { organisationId })
  const details = { product: 'Thuốc Mẫu', dose: '5 lít/ha', intervalDays: 3 }
  const { id } = await makeDiaryEvent(ctx, {
    siteId,
    kind: 'plant_protection',
    summary: 'Phun thuốc: Thuốc Mẫu',
    details,
  })
  const app = portalApp(db, await makePerson(db, 'producer', { organisationId }))
  return { app, ctx, siteId, id, organisationId }
}

describe('the diary in the portal', () => {
  it('leads from an entry to its correction, and shows what came of it', async () => {
    const { app, siteId, id } = await producer()
    expect((await listOf(app, '/portal/diary')).rows).toMatchObject([
      [{ text: '01/05/2026', href: `/portal/diary/${id}` }, {}, {}, {}, { text: '' }],
    ])
    const path = `/portal/diary/${id}/correct`
    const { values } = formOf(await app.get(path))
    expect(values).toMatchObject({ work: 'Phun thuốc', dose: '5 lít/ha', intervalDays: '3' })
    const sent = { ...values, dose: '0,5 lít/ha', quantity: '1,5', unit: 'lít', reason: 'Ghi nhầm' }
    const { status, location } = await app.post(path, sent)
    expect([status, location]).toEqual([303, `/portal/diary?site=${siteId}&done=saved`])
    const { rows, done } = await listOf(app, location ?? '')
    expect(done?.kind).toBe('done')
    expect(rows.map((row) => row.at(-1)?.text)).toEqual(['Đã sửa: Ghi nhầm'])
    expect(rows[0]?.[3]?.text).toContain('0,5 lít/ha')
  })

  it('keeps what was typed where it is refused, and says what to mend', async () => {
    const { app, id } = await producer()
    const path = `/portal/diary/${id}/correct`
    const { values } = formOf(await app.get(path))
    const post = async (fields: Record<string, string>) => {
      const answer = await app.post(path, { ...values, ...fields })
      return { status: answer.status, form: formOf(answer) }
    }
    const same = await post({ reason: 'Ghi nhầm' })
    expect([same.status, same.form.values['reason']]).toEqual([409, 'Ghi nhầm'])
    const wrong = await post({ quantity: '12', occurredOn: 'hôm qua' })
    expect([wrong.status, Object.keys(wrong.form.errors).sort()]).toEqual([
      400,
      ['occurredOn', 'reason'],
    ])
    expect(Object.keys((await post({ quantity: '12', reason: 'x' })).form.errors)).toEqual([
      'quantity',
    ])
    const rows = await db.select().from(diaryEvent)
    expect(rows.filter(({ amendsId }) => amendsId === id)).toEqual([])
  })

  it('is read and not written by those who look after the area, of a place they name', async () => {
    const { siteId, id } = await producer()
    const app = portalApp(db, await makePerson(db, 'officer'))
    expect((await listOf(app, '/portal/diary')).rows).toEqual([])
    const { rows } = await listOf(app, `/portal/diary?site=${siteId}`)
    expect(rows.map(([first]) => first?.href)).toEqual([`/portal/diary/${id}`])
    const { model } = await app.get(`/portal/diary/${id}`)
    expect(model).toMatchObject({ kind: 'portal/detail', links: [] })
    expect((await app.get(`/portal/diary/${id}/correct`)).status).toBe(403)
    const stranger = (await producer()).app
    expect((await stranger.get(`/portal/diary?site=${siteId}`)).status).toBe(404)
    expect((await stranger.get(`/portal/diary/${id}/correct`)).status).toBe(404)
  })

  it('goes on a page at a time', async () => {
    const { app, ctx, siteId } = await producer()
    for (let i = 0; i < 60; i++) await makeDiaryEvent(ctx, { siteId, occurredOn: '2026-04-01' })
    const first = await listOf(app, '/portal/diary')
    expect(first.rows).toHaveLength(50)
    const second = await listOf(app, first.paging?.olderHref ?? '')
    expect(second.rows).toHaveLength(11)
    expect(second.paging).toMatchObject({ firstHref: '/portal/diary', olderHref: null })
  })
})

async function listOf(app: PortalApp, path: string) {
  const { model } = await app.get(path)
  if (model?.kind !== 'portal/records') throw new Error(`no list but ${model?.kind}`)
  return model
}

function formOf({ model }: PortalAnswer) {
  if (model?.kind !== 'portal/record') throw new Error(`no form but ${model?.kind}`)
  return model.form
}

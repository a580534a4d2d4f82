import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { notification } from '../../../db/schema/index.ts'
import type { NotificationsModel } from '../../../site/models/home.ts'
import { notifyStatement } from '../../../worker/verbs/notifications/notify-statement.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext, NOW } from '../../support/factories.ts'
import { makePerson, portalApp } from '../../support/portal-app.ts'

let db: Database

beforeAll(async () => {
  db = (await freshDatabase()).db
})

const same = (text: string) => ({ vi: text, en: text, zh: text })

/** Messages a minute apart, oldest first; their titles are their numbers. */
async function tell(organisationId: string, count: number): Promise<void> {
  for (let i = 1; i <= count; i++) {
    const ctx = makeContext(db, { now: () => NOW - (count - i) * 60_000 })
    const message = {
      title: same(`${i}`),
      body: same('Xem mã số.'),
      href: '/portal/codes',
    } as const
    await runBatch(db, [notifyStatement(ctx, { organisationId, kind: 'code_status', ...message })])
  }
}

async function shown(app: ReturnType<typeof portalApp>, path = '/portal/notifications') {
  const { model, status } = await app.get(path)
  expect(status).toBe(200)
  return model as NotificationsModel
}

const titles = (model: NotificationsModel) => model.items.map(({ title }) => title.vi)

describe('messages to an organisation', () => {
  it('are listed newest first and can be walked to the end and back', async () => {
    const person = await makePerson(db, 'producer')
    await tell(person.organisationId, 45)
    const app = portalApp(db, person)
    const down = [await shown(app)]
    for (let next = down.at(-1)?.paging.olderHref; next; next = down.at(-1)?.paging.olderHref) {
      down.push(await shown(app, next))
    }
    const all = Array.from({ length: 45 }, (_, i) => String(45 - i))
    expect(down.flatMap(titles)).toEqual(all)
    expect(down.map((page) => page.items.length)).toEqual([20, 20, 5])
    expect(down[0]?.paging.newerHref).toBeNull()
    const middle = await shown(app, down[2]?.paging.newerHref ?? '')
    expect(titles(middle)).toEqual(all.slice(20, 40))
    const top = await shown(app, middle.paging.newerHref ?? '')
    expect(titles(top)).toEqual(all.slice(0, 20))
    expect(top.paging.newerHref).toBeNull()
  })

  it('are read for every member once one has read them, and the row keeps who', async () => {
    const person = await makePerson(db, 'packer')
    const { organisationId } = person
    const colleague = await makePerson(db, 'packer', { organisationId })
    await tell(organisationId, 2)
    const app = portalApp(db, person)
    const id = (await shown(app)).items[0]?.id ?? ''
    const answer = await app.post(`/portal/notifications/${id}/read`, {})
    expect([answer.status, answer.location]).toEqual([303, '/portal/notifications'])
    const theirs = await shown(portalApp(db, colleague))
    expect(theirs.items.map(({ unread }) => unread)).toEqual([false, true])
    await portalApp(db, colleague).post(`/portal/notifications/${id}/read`, {})
    const [row] = await db.select().from(notification).where(eq(notification.id, id))
    expect(row).toMatchObject({ readAt: NOW, readBy: `user:${person.userId}` })
  })

  it('marked read all at once, but none that came after the page was shown', async () => {
    const person = await makePerson(db, 'officer')
    const { organisationId } = person
    await tell(organisationId, 3)
    const app = portalApp(db, person)
    const { upTo } = await shown(app)
    expect(upTo).toBe(NOW)
    const later = makeContext(db, { now: () => NOW + 1 })
    const message = { kind: 'code', title: same('mới'), body: same('x'), href: null } as const
    await runBatch(db, [notifyStatement(later, { organisationId, ...message })])
    const answer = await app.post('/portal/notifications/read', { upTo: String(upTo) })
    expect(answer.location).toBe('/portal/notifications?done=all')
    const after = await shown(app, answer.location ?? '')
    expect(after.items.map(({ unread }) => unread)).toEqual([true, false, false, false])
    expect(after.done?.kind).toBe('done')
  })

  it('of other organisations are neither seen nor marked', async () => {
    const owner = await makePerson(db, 'producer')
    await tell(owner.organisationId, 1)
    const id = (await shown(portalApp(db, owner))).items[0]?.id ?? ''
    const admin = portalApp(db, await makePerson(db, 'admin'))
    expect((await shown(admin)).items).toEqual([])
    expect((await admin.post(`/portal/notifications/${id}/read`, {})).status).toBe(404)
    await admin.post('/portal/notifications/read', { upTo: String(NOW + 9) })
    expect((await shown(portalApp(db, owner))).items[0]?.unread).toBe(true)
  })

  it('lead nobody to a page that would refuse them', async () => {
    const inspector = await makePerson(db, 'inspector')
    const { organisationId } = inspector
    const officer = await makePerson(db, 'officer', { organisationId })
    const message = { kind: 'member', title: same('vào'), body: same('x') } as const
    const href = '/portal/members' as const
    await runBatch(db, [notifyStatement(makeContext(db), { organisationId, ...message, href })])
    expect((await shown(portalApp(db, inspector))).items[0]?.href).toBeNull()
    expect((await shown(portalApp(db, officer))).items[0]?.href).toBe(href)
  })

  it('refuses a forged cursor and a forged instant', async () => {
    const app = portalApp(db, await makePerson(db, 'agency'))
    expect((await app.get('/portal/notifications?before=abc')).status).toBe(400)
    expect((await app.post('/portal/notifications/read', { upTo: 'now' })).status).toBe(400)
    expect((await shown(app)).items).toEqual([])
  })
})

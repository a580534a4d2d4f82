import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { certification, mailOutbox, notification } from '../../../db/schema/index.ts'
import type { Place } from '../../../worker/domain/access/roles.ts'
import { nextReminderOn } from '../../../worker/domain/certifications/reminders.ts'
import { addDays, toCalendarDate } from '../../../worker/lib/time/calendar-date.ts'
import { remindOfCertifications } from '../../../worker/verbs/certifications/remind-certifications.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeCertification, makeContext, makeOrganisation } from '../../support/factories.ts'
import { makePerson } from '../../support/portal-app.ts'

const LAST = toCalendarDate('2027-01-01')
if (LAST === null) throw new Error('no such day')
const expiresOn = LAST

describe('the day of the next reminder', () => {
  it('is 90, 30 and 7 days before the last day, and then there is none', () => {
    const days: string[] = []
    for (let on = nextReminderOn(expiresOn, '2026-01-01'); on !== null; ) {
      days.push(on)
      on = nextReminderOn(expiresOn, on)
    }
    expect(days).toEqual(['2026-10-03', '2026-12-02', '2026-12-25'])
  })

  it('is always after the day it is asked on, and never after the last day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 30 }), (offset) => {
        const today = addDays(expiresOn, offset)
        const next = nextReminderOn(expiresOn, today)
        if (next === null) expect(offset).toBeGreaterThanOrEqual(-7)
        else expect(next > today && next < expiresOn).toBe(true)
      }),
    )
  })
})

const HERE: Place = { provinceCode: '91', communeCode: null }
const ELSEWHERE: Place = { provinceCode: '15', communeCode: null }
const DAY_MS = 86_400_000

describe('reminders', () => {
  let db: Database
  let holder: { id: string }
  let office: string
  let officerEmail: string
  let strangers: string

  beforeAll(async () => {
    db = (await freshDatabase()).db
    holder = await makeOrganisation(makeContext(db), HERE)
    await makePerson(db, 'producer', { organisationId: holder.id })
    const officer = await makePerson(db, 'officer', { place: HERE })
    office = officer.organisationId
    officerEmail = officer.email
    strangers = (await makePerson(db, 'officer', { place: ELSEWHERE })).organisationId
  })

  const on = (day: string) => makeContext(db, { now: () => Date.parse(`${day}T02:10:00+07:00`) })
  const add = async (expires: string, confirmedOn = '2026-06-15') => {
    const texts = { organisationId: holder.id, issuedOn: '2026-01-01', expiresOn: expires }
    return (await makeCertification(on(confirmedOn), { texts })).id
  }
  const messages = async (organisationId: string, id: string) => {
    const rows = await db
      .select()
      .from(notification)
      .where(eq(notification.organisationId, organisationId))
    return rows.filter(({ href }) => href === `/portal/certifications/${id}`).length
  }
  const letters = async (to: string, id: string) => {
    const rows = await db.select().from(mailOutbox).where(eq(mailOutbox.toAddress, to))
    return rows.filter(({ body }) => body.includes(id)).length
  }

  it('go to both sides at 90, 30 and 7 days, each once though the job runs every day and twice', async () => {
    const id = await add('2027-01-01')
    const told: string[] = []
    for (let at = Date.parse('2026-09-25T00:00:00Z'); told.length < 110; at += DAY_MS) {
      const day = new Date(at).toISOString().slice(0, 10)
      const before = await messages(holder.id, id)
      await remindOfCertifications(on(day))
      await remindOfCertifications(on(day))
      told.push((await messages(holder.id, id)) > before ? day : '')
    }
    expect(told.filter((day) => day !== '')).toEqual(['2026-10-03', '2026-12-02', '2026-12-25'])
    expect(await messages(holder.id, id)).toBe(3)
    expect(await messages(office, id)).toBe(3)
    expect(await letters(officerEmail, id)).toBe(3)
    expect(await messages(strangers, id)).toBe(0)
  })

  it('of two runs at the same moment are sent by one', async () => {
    const id = await add('2027-01-01')
    const both = await Promise.all(['a', 'b'].map(() => remindOfCertifications(on('2026-10-03'))))
    expect(both.reduce((sum, told) => sum + told, 0)).toBe(1)
    expect(await messages(holder.id, id)).toBe(1)
  })

  it('that were missed for weeks are sent once, with the days that are left', async () => {
    const id = await add('2027-01-01')
    await remindOfCertifications(on('2026-12-10'))
    expect(await messages(holder.id, id)).toBe(1)
    const [row] = await db.select().from(certification).where(eq(certification.id, id))
    expect(row?.remindOn).toBe('2026-12-25')
    const [letter] = (await db.select().from(mailOutbox)).filter(({ body }) => body.includes(id))
    expect(letter?.subject).toContain('còn 22 ngày')
  })

  it('are not sent of what ran out, and it is not looked at again', async () => {
    const id = await add('2027-01-01')
    await remindOfCertifications(on('2027-02-01'))
    expect(await messages(holder.id, id)).toBe(0)
    const [row] = await db.select().from(certification).where(eq(certification.id, id))
    expect(row?.remindOn).toBeNull()
  })

  it('leave nothing behind where the run is cut off, and the next one sends them', async () => {
    const id = await add('2027-01-01')
    const cut = new Proxy(db, {
      get: (target, property, receiver) => {
        if (property === 'batch') throw new Error('cut off')
        return Reflect.get(target, property, receiver)
      },
    })
    await expect(remindOfCertifications({ ...on('2026-10-03'), db: cut })).rejects.toThrow(
      'cut off',
    )
    expect(await messages(holder.id, id)).toBe(0)
    await remindOfCertifications(on('2026-10-03'))
    expect([await messages(holder.id, id), await messages(office, id)]).toEqual([1, 1])
  })
})

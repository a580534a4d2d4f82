import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import type { ResumeModel, SignInModel } from '../../../site/models/account.ts'
import { vietnamDateOf } from '../../../worker/lib/time/vietnam-date-of.ts'
import {
  type Answer,
  accountsDatabase,
  makeAccount,
  openBrowser,
  PASSWORD,
} from '../../support/accounts-app.ts'
import { makeCode, makeContext } from '../../support/factories.ts'

let db: Database
beforeAll(async () => {
  db = await accountsDatabase()
})

function signInOf({ model }: Answer): SignInModel {
  if (model?.kind !== 'portal/sign-in') throw new Error('this is not the sign-in page')
  return model
}

function resumeOf({ model }: Answer): ResumeModel {
  if (model?.kind !== 'portal/resume') throw new Error('this is not the page to go on from')
  return model
}

/** The fields of the sign-in page, as a browser sends them back. */
function sentBack(page: SignInModel, typed: { email: string; password: string }): FormData {
  const form = new FormData()
  form.append('next', page.next.path)
  form.append('nextMethod', page.next.method)
  if (page.lostFile) form.append('lostFile', '1')
  for (const { name, value } of page.kept) form.append(`keep.${name}`, value)
  form.append('email', typed.email)
  form.append('password', typed.password)
  return form
}

const decisions = (codeId: string) =>
  db.all<{ status: string; market: string; documentNo: string | null }>(sql`
    SELECT status, market, document_no AS documentNo FROM code_status_event
    WHERE code_id = ${codeId} ORDER BY recorded_at`)

describe('a form whose session has ended', () => {
  it('waits through the sign-in, a mistyped password included, and is sent with one button', async () => {
    const person = await makeAccount(db, 'producer')
    const browser = openBrowser(db)
    await browser.signIn(person.email)
    await db.run(sql`DELETE FROM session WHERE user_id = ${person.userId}`)
    const lost = await browser.post('/portal/account/name', { name: 'Nguyễn Văn Đổi' })
    expect(lost.status).toBe(401)
    const page = signInOf(lost)
    expect(page).toMatchObject({
      next: { path: '/portal/account/name', method: 'POST' },
      kept: [{ name: 'name', value: 'Nguyễn Văn Đổi' }],
    })
    const { email } = person
    const wrong = await browser.post('/portal/sign-in', sentBack(page, { email, password: 'nhầm' }))
    expect(signInOf(wrong)).toMatchObject({ next: page.next, kept: page.kept, email })
    const right = sentBack(signInOf(wrong), { email, password: PASSWORD })
    const resume = resumeOf(await browser.post('/portal/sign-in', right))
    expect(resume).toMatchObject({ path: '/portal/account/name', kept: page.kept })
    expect(resume.portal.person?.email).toBe(email)
    const fields = Object.fromEntries(resume.kept.map(({ name, value }) => [name, value]))
    expect((await browser.post(resume.path, fields)).location).toBe('/portal/account?done=name')
    expect((await browser.get('/portal/account')).model).toMatchObject({
      portal: { person: { name: 'Nguyễn Văn Đổi' } },
    })
  })

  it('is a decision on a code that is recorded as it was typed', async () => {
    const officer = await makeAccount(db, 'officer')
    const { id, code } = await makeCode(makeContext(db), { market: 'CHN' })
    const path = `/portal/codes/${code}/status`
    const browser = openBrowser(db)
    await browser.signIn(officer.email)
    const shown = (await browser.get(path)).model
    if (shown?.kind !== 'portal/codes/status') throw new Error('this is not the form')
    await db.run(sql`DELETE FROM session WHERE user_id = ${officer.userId}`)
    const decision = {
      seen: shown.form.values['seen'] ?? '',
      ...{ market: 'CHN', status: 'suspended', effectiveOn: vietnamDateOf(Date.now()) },
      ...{ reasonCode: 'phytosanitary', reason: 'rệp sáp', documentNo: '12/TB-BVTV' },
      ...{ wordingVi: '', wordingEn: '', wordingZh: '' },
    }
    const page = signInOf(await browser.post(path, decision))
    expect(await decisions(id)).toHaveLength(1)
    const typed = { email: officer.email, password: PASSWORD }
    const resume = resumeOf(await browser.post('/portal/sign-in', sentBack(page, typed)))
    expect(resume.path).toBe(path)
    const fields = Object.fromEntries(resume.kept.map(({ name, value }) => [name, value]))
    expect(fields).toEqual(decision)
    expect((await browser.post(resume.path, fields)).status).toBe(303)
    expect(await decisions(id)).toMatchObject([
      {},
      { status: 'suspended', market: 'CHN', documentNo: '12/TB-BVTV' },
    ])
  })

  it('keeps fields that stand several times, and their order', async () => {
    const form = new FormData()
    for (const market of ['CHN', 'USA', 'EU']) form.append('market', market)
    form.append('reason', 'dòng một\r\ndòng hai')
    const page = signInOf(await openBrowser(db).post('/portal/account/name', form))
    expect(page.kept).toEqual([
      { name: 'market', value: 'CHN' },
      { name: 'market', value: 'USA' },
      { name: 'market', value: 'EU' },
      { name: 'reason', value: 'dòng một\r\ndòng hai' },
    ])
    const person = await makeAccount(db, 'producer')
    const typed = { email: person.email, password: PASSWORD }
    const resume = resumeOf(await openBrowser(db).post('/portal/sign-in', sentBack(page, typed)))
    expect(resume.kept).toEqual(page.kept)
  })

  it('never carries passwords on', async () => {
    const fields = { currentPassword: 'bí mật cũ', newPassword: 'bí mật mới', name: 'A' }
    const page = signInOf(await openBrowser(db).post('/portal/account/password', fields))
    expect(page.kept).toEqual([{ name: 'name', value: 'A' }])
    const person = await makeAccount(db, 'producer')
    const form = sentBack(page, { email: person.email, password: PASSWORD })
    form.append('keep.newPassword', 'bí mật mới')
    const answer = await openBrowser(db).post('/portal/sign-in', form)
    expect(JSON.stringify(resumeOf(answer))).not.toMatch(/bí mật|một câu ngắn/)
  })

  it('says that a chosen file must be chosen again', async () => {
    const form = new FormData()
    form.append('file', new File(['x'], 'ban-do.kml'))
    form.append('title', 'Bản đồ')
    const page = signInOf(await openBrowser(db).post('/portal/account/name', form))
    expect(page).toMatchObject({ lostFile: true, kept: [{ name: 'title', value: 'Bản đồ' }] })
    const person = await makeAccount(db, 'producer')
    const typed = { email: person.email, password: PASSWORD }
    const resume = resumeOf(await openBrowser(db).post('/portal/sign-in', sentBack(page, typed)))
    expect(resume.lostFile).toBe(true)
  })

  it('is never sent to another site', async () => {
    const person = await makeAccount(db, 'producer')
    for (const next of ['https://evil.example/x', '//evil.example', '/api/v1/verify', 'data:x']) {
      const form = new FormData()
      const fields = { email: person.email, password: PASSWORD, next, nextMethod: 'POST' }
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      const resume = resumeOf(await openBrowser(db).post('/portal/sign-in', form))
      expect(resume.path).toBe('/portal')
    }
  })

  it('that is a page asked for leads there after the sign-in', async () => {
    const page = signInOf(await openBrowser(db).get('/portal/account?x=1'))
    expect(page.next).toEqual({ path: '/portal/account?x=1', method: 'GET' })
    const person = await makeAccount(db, 'producer')
    const form = sentBack(page, { email: person.email, password: PASSWORD })
    const answer = await openBrowser(db).post('/portal/sign-in', form)
    expect(answer.location).toBe('/portal/account?x=1')
  })
})

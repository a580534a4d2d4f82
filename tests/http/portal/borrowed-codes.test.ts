import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PageModel } from '../../../site/page-models.ts'
import type { Person, VerbContext } from '../../../worker/verbs/context.ts'
import { rotateKey } from '../../../worker/verbs/keys/rotate-key.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import {
  makeBatch,
  makeCode,
  makeContext,
  makeOrganisation,
  makeProduct,
  makeSite,
  unique,
} from '../../support/factories.ts'
import { makePerson, portalApp } from '../../support/portal-app.ts'

const AN_GIANG = { provinceCode: '91', communeCode: null }

let test: TestDatabase
let operator: VerbContext
beforeAll(async () => {
  test = await freshDatabase()
  operator = makeContext(test.db)
  await rotateKey({ ctx: operator, input: {} })
})

function shown<K extends PageModel['kind']>(model: PageModel | null, kind: K) {
  if (model?.kind !== kind) throw new Error(`shown: ${model?.kind}`)
  return model as Extract<PageModel, { kind: K }>
}

/** A batch of one organisation under a growing-area code of another in An Giang. */
async function borrowed() {
  const lender = await makeOrganisation(operator, { name: `Hộ cho mượn ${unique()}` })
  const borrower = await makeOrganisation(operator, { name: `Hợp tác xã mượn ${unique()}` })
  const area = await makeSite(operator, { organisationId: lender.id, provinceCode: '91' })
  const code = await makeCode(operator, { siteId: area.id })
  const product = await makeProduct(operator, { organisationId: borrower.id })
  const batch = await makeBatch(operator, {
    productId: product.id,
    growingAreas: [code.code],
    packingHouse: null,
  })
  return { lender, borrower, code: code.code, ref: batch.ref }
}

const seal = (ref: string) => issueLabels({ ctx: operator, input: { ref, count: 1 } })

async function appOf(role: Person['role'], given: Parameters<typeof makePerson>[2] = {}) {
  return portalApp(test.db, await makePerson(test.db, role, given))
}

const codeUseRows = async (app: Awaited<ReturnType<typeof appOf>>) =>
  shown((await app.get('/portal/code-use')).model, 'portal/records').rows

describe('a batch under somebody else’s code', () => {
  it('waits for the officer in whose area the code lies, who allows it with a reason', async () => {
    const { ref, code, borrower } = await borrowed()
    await expect(seal(ref)).rejects.toMatchObject({ code: 'standing_stop' })
    const officer = await appOf('officer', { place: AN_GIANG })
    const [row] = (await codeUseRows(officer)).filter(([first]) => first?.small === ref)
    const href = row?.[0]?.href ?? ''
    expect(href).toBe(`/portal/code-use/${ref}/${code}`)
    const form = shown((await officer.get(href)).model, 'portal/record')
    expect(form.facts?.map(({ text }) => text)).toContain(borrower.name)

    const unreasoned = await officer.post(href, { decision: 'allow', reason: ' ' })
    expect([
      unreasoned.status,
      Object.keys(shown(unreasoned.model, 'portal/record').form.errors),
    ]).toEqual([400, ['reason']])
    const undecided = await officer.post(href, { decision: '', reason: 'Đã kiểm tra' })
    expect(shown(undecided.model, 'portal/record').form.errors).toHaveProperty('decision')

    const word = { decision: 'allow', reason: 'Hộ liền kề, đã kiểm tra', once: 'once-word-012345' }
    for (const answer of [await officer.post(href, word), await officer.post(href, word)]) {
      expect([answer.status, answer.location]).toEqual([303, '/portal/code-use?done=saved'])
    }
    const words = await test.db.all(sql`SELECT a.id FROM batch_allowance a
      JOIN batch b ON b.id = a.batch_id WHERE b.ref = ${ref}`)
    expect(words).toHaveLength(1)
    expect((await codeUseRows(officer)).filter(([first]) => first?.small === ref)).toEqual([])
    await seal(ref)
    const packer = await appOf('producer', { organisationId: borrower.id })
    const messages = shown(
      (await packer.get('/portal/notifications')).model,
      'portal/notifications',
    )
    expect(messages.items.map(({ title }) => title.vi)).toContain(`Lô ${ref} được dùng mã ${code}`)
  })

  it('is not there for officers elsewhere, nor for who may not allow anything', async () => {
    const { ref, code } = await borrowed()
    const elsewhere = await appOf('officer', { place: { provinceCode: '15', communeCode: null } })
    expect(await codeUseRows(elsewhere)).toEqual([])
    const path = `/portal/code-use/${ref}/${code}`
    const fields = { decision: 'allow', reason: 'thử' }
    expect((await elsewhere.get(path)).status).toBe(403)
    expect((await elsewhere.post(path, fields)).status).toBe(403)
    for (const role of ['producer', 'packer', 'inspector', 'agency'] as const) {
      const app = await appOf(role)
      expect([role, (await app.post(path, fields)).status]).toEqual([role, 403])
    }
    await expect(seal(ref)).rejects.toMatchObject({ code: 'standing_stop' })
    const officer = await appOf('officer', { place: AN_GIANG })
    expect((await officer.get(`/portal/code-use/${ref}/VN-AGOR-0000`)).status).toBe(404)
  })

  it('may go out once the holder confirmed a membership in the portal', async () => {
    const { ref, lender, borrower } = await borrowed()
    const group = await appOf('producer', { organisationId: borrower.id })
    const form = shown((await group.get('/portal/memberships/new')).model, 'portal/record')
    expect(form.form.values['organisation']).not.toBe('')
    const sent = { organisation: borrower.name, member: 'Không có ai', fromOn: '01/01/2026' }
    const refused = await group.post('/portal/memberships/new', sent)
    expect(shown(refused.model, 'portal/record').form.errors).toHaveProperty('member')
    const added = await group.post('/portal/memberships/new', { ...sent, member: lender.name })
    expect(added.location).toBe('/portal/memberships?done=asked')
    await expect(seal(ref)).rejects.toMatchObject({ code: 'standing_stop' })

    // The cooperative cannot agree for its member.
    const listOf = async (app: typeof group) =>
      shown((await app.get('/portal/memberships')).model, 'portal/records').rows
    const [own] = await listOf(group)
    expect(own?.at(-1)?.button?.action).toMatch(/\/end$/)
    const confirmPath = own?.at(-1)?.button?.action.replace(/end$/, 'confirm') ?? ''
    expect((await group.post(confirmPath, {})).status).toBe(403)

    const holder = await appOf('producer', { organisationId: lender.id })
    const messages = shown(
      (await holder.get('/portal/notifications')).model,
      'portal/notifications',
    )
    expect(messages.items.map(({ href }) => href)).toContain('/portal/memberships')
    const [asked] = await listOf(holder)
    expect(asked?.at(-1)?.button?.action).toBe(confirmPath)
    expect((await holder.post(confirmPath, {})).location).toContain('done=confirmedNow')
    await seal(ref)
    const stranger = await appOf('producer')
    expect(await listOf(stranger)).toEqual([])
    expect((await stranger.post(confirmPath, {})).status).toBe(403)
  })

  it('of several who share a name, lets choose by place', async () => {
    const name = `Nguyễn Văn Thử ${unique()}`
    const first = await makeOrganisation(operator, { name })
    await makeOrganisation(operator, { name })
    const group = await appOf('producer')
    const form = shown((await group.get('/portal/memberships/new')).model, 'portal/record')
    const { organisation = '' } = form.form.values
    const sent = { organisation, member: name, fromOn: '01/01/2026', toOn: '' }
    const refused = shown(
      (await group.post('/portal/memberships/new', sent)).model,
      'portal/record',
    )
    const question = refused.inputs.find((input) => input.name === 'member')
    expect([question?.type, question?.choices?.length]).toEqual(['select', 2])
    const answer = await group.post('/portal/memberships/new', { ...sent, member: first.id })
    expect(answer.location).toBe('/portal/memberships?done=asked')
  })
})

import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { makeOrganisation } from '../../support/factories.ts'
import { AN_GIANG, openRegister, shown } from './sites-support.ts'

const { db, ctx, signedIn } = await openRegister()
const officer = () => signedIn('officer', { place: AN_GIANG })

const TYPED = {
  ...{ code: 'VN-AGOR-0777', issuedOn: '2026-05-01', documentNo: '12/QĐ-SNN & Co', siteId: '' },
  ...{ 'markets.0.market': 'CHN', 'markets.0.status': 'active', 'markets.1.market': 'USA' },
  'markets.1.status': 'active',
}
const SITE = { name: 'Vùng mới', commune: 'Xã Mỹ Hội Đông', province: 'An Giang' }

const organisations = async (name: string) =>
  db.all<{ id: string; kind: string; province: string }>(
    sql`SELECT id, kind, province_code AS province FROM organisation WHERE name = ${name}`,
  )

/** Begins a grant, and comes to the form of the place that is added first. */
async function toPlace(app: Awaited<ReturnType<typeof officer>>, typed: Record<string, string>) {
  const { location } = await app.post('/portal/codes/new/place?kind=growing_area', typed)
  const { hidden } = shown(await app.get(location ?? ''), 'portal/sites/edit')
  return Object.fromEntries(hidden.map(({ name, value }) => [name, value]))
}

describe('while a code is granted', () => {
  test('a place and its organisation are added, and the grant stands as it was typed', async () => {
    const app = await officer()
    const hidden = await toPlace(app, TYPED)
    const fields = { ...SITE, ...hidden, organisation: 'HTX Hoàn Toàn Mới' }
    const refused = await app.post('/portal/sites/new', fields)
    const form = shown(refused, 'portal/sites/edit')
    expect([refused.status, Object.keys(form.form.errors)]).toEqual([400, ['organisation']])
    expect(form.holderKinds.map(({ value }) => value)).toContain('cooperative')
    expect(form.hidden).toContainEqual({ name: 'way', value: hidden['way'] })
    const added = await app.post('/portal/sites/new', { ...fields, holderKind: 'cooperative' })
    expect(added.status).toBe(303)
    expect(await organisations('HTX Hoàn Toàn Mới')).toMatchObject([
      { kind: 'cooperative', province: '91' },
    ])
    const grant = shown(await app.get(added.location ?? ''), 'portal/codes/grant')
    expect(grant.site).toMatchObject({ name: 'Vùng mới', holder: 'HTX Hoàn Toàn Mới' })
    expect(grant.form.values).toMatchObject({ ...TYPED, siteId: grant.site?.id })
    const done = await app.post('/portal/codes/new', { ...grant.form.values, confirm: '1' })
    expect(done.location).toBe('/portal/codes/VN-AGOR-0777?done=granted')
  })

  test('an organisation spelled almost as one on record is asked about and never added by itself', async () => {
    const known = await makeOrganisation(ctx, { name: 'HTX nông nghiệp Minh Họa' })
    const app = await officer()
    const hidden = await toPlace(app, TYPED)
    const fields = { ...SITE, name: 'Vùng hai', ...hidden, organisation: 'HTX NN Minh Họa' }
    const asked = shown(await app.post('/portal/sites/new', fields), 'portal/sites/edit')
    expect(asked.form.errors['organisation']).toContain('gần giống')
    expect(asked.holderChoices).toEqual([{ value: known.id, text: known.name }])
    expect(await organisations('HTX NN Minh Họa')).toEqual([])
    const added = await app.post('/portal/sites/new', { ...fields, organisationId: known.id })
    expect(added.location).toMatch(/^\/portal\/codes\/new\?site=/)
  })

  test('an organisation of that name in the province is not added a second time', async () => {
    const app = await officer()
    const fields = { ...SITE, kind: 'growing_area', organisation: 'HTX Trùng Tên' }
    const first = { ...fields, name: 'Vùng ba', holderKind: 'company' }
    expect((await app.post('/portal/sites/new', first)).status).toBe(303)
    const again = await app.post('/portal/sites/new', { ...first, name: 'Vùng bốn' })
    expect(again.status).toBe(409)
    expect(await organisations('HTX Trùng Tên')).toHaveLength(1)
  })

  test('a producer adds no organisation with a place', async () => {
    const app = await signedIn('producer')
    const fields = {
      ...SITE,
      name: 'Vùng năm',
      kind: 'growing_area',
      organisation: 'HTX Của Ai Đó',
    }
    expect((await app.post('/portal/sites/new', { ...fields, holderKind: 'company' })).status).toBe(
      303,
    )
    expect(await organisations('HTX Của Ai Đó')).toEqual([])
  })

  test('nothing but what was typed comes back, wherever the address was made', async () => {
    const app = await officer()
    const typed = new URLSearchParams({ code: 'VN-AGOR-1', confirm: '1', '<b>': 'x', a: 'y' })
    const page = await app.get(`/portal/codes/new?${new URLSearchParams({ typed: String(typed) })}`)
    const { values } = shown(page, 'portal/codes/grant').form
    expect(values).toEqual({ 'markets.0.status': 'active', code: 'VN-AGOR-1', a: 'y', siteId: '' })
  })
})

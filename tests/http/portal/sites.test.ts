import { describe, expect, test } from 'vitest'
import { makeCode, makeOrganisation, unique } from '../../support/factories.ts'
import { AN_GIANG, openRegister, shown } from './sites-support.ts'

const { ctx, signedIn, makeOwnSite } = await openRegister()

const FORM = { commune: 'Mỹ Hội Đông', areaHa: '2,5', 'crops.0.crop': 'Xoài cát Hòa Lộc' }

describe('adding a place', () => {
  test('a producer adds a growing area to the own organisation, whatever the form says', async () => {
    const { person, post, get } = await signedIn('producer')
    const other = await makeOrganisation(ctx)
    const answer = await post('/portal/sites/new', {
      ...FORM,
      ...{ kind: 'growing_area', name: 'Vùng xoài Mỹ Hội', organisationId: other.id },
      ...{ province: 'An Giang', 'details.treeCount': '1.200', 'crops.0.plantedAreaHa': '12 công' },
    })
    expect(answer.status).toBe(303)
    const page = shown(await get(answer.location ?? ''), 'portal/sites/show')
    expect(page.facts[0]?.text).toBe(person.organisationName)
    expect(page.crops[0]?.[2]?.text).toBe('1,2\u00a0ha')
    expect(page.facts.find(({ text }) => text === '1200 cây')).toBeDefined()
  })

  test('a former name leads to today’s commune', async () => {
    const { post, get } = await signedIn('officer', { place: AN_GIANG })
    const holder = await makeOrganisation(ctx, { name: `Hợp tác xã Kiến An ${unique()}` })
    const answer = await post('/portal/sites/new', {
      ...{ ...FORM, kind: 'growing_area', name: 'Vùng Kiến An', commune: 'kien an' },
      organisation: holder.name.replace('Hợp tác xã ', '').toLowerCase(),
    })
    expect(answer.status).toBe(303)
    const page = shown(await get(answer.location ?? ''), 'portal/sites/show')
    expect(page.facts[1]?.text).toContain('Xã Mỹ Hội Đông')
  })

  test('a name of several communes is asked back with all of them, and what was typed stays', async () => {
    const { post } = await signedIn('producer')
    const fields = { ...FORM, kind: 'growing_area', name: 'Vùng A', province: 'An Giang' }
    const answer = await post('/portal/sites/new', { ...fields, commune: 'Tân Mỹ' })
    expect(answer.status).toBe(400)
    const page = shown(answer, 'portal/sites/edit')
    expect(page.communeChoices.map(({ value }) => value).sort()).toEqual(['30001', '30002'])
    expect(page.form.values['name']).toBe('Vùng A')
    const picked = await post('/portal/sites/new', { ...fields, communeCode: '30002' })
    expect(picked.status).toBe(303)
  })

  test('wrong figures are named field by field', async () => {
    const { post } = await signedIn('producer')
    const answer = await post('/portal/sites/new', {
      ...{ ...FORM, kind: 'growing_area', name: ' ', province: 'An Giang', areaHa: '3 sào' },
      ...{
        phone: 'gọi sau',
        'crops.1.crop': 'xoai cat hoa loc',
        'details.plantingYear': 'năm ngoái',
      },
    })
    const { errors } = shown(answer, 'portal/sites/edit').form
    expect(Object.keys(errors).sort()).toEqual(
      ['areaHa', 'crops.1.crop', 'details.plantingYear', 'name', 'phone'].sort(),
    )
  })

  test('the same place twice is refused, however often the form is sent', async () => {
    const { post } = await signedIn('producer')
    const fields = { ...FORM, kind: 'growing_area', name: 'Vùng B', province: 'An Giang' }
    const answers = await Promise.all([1, 2, 3].map(() => post('/portal/sites/new', fields)))
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409])
  })

  test('an officer cannot add a place outside the own province', async () => {
    const { post } = await signedIn('officer', { place: AN_GIANG })
    const holder = await makeOrganisation(ctx)
    const answer = await post('/portal/sites/new', {
      ...{ ...FORM, kind: 'growing_area', name: 'Vùng C', organisation: holder.name },
      ...{ commune: 'Bảo Hà', province: 'Lào Cai' },
    })
    expect(shown(answer, 'portal/sites/edit').form.errors['commune']).toContain('ngoài địa bàn')
  })

  test('a barn is added by its configuration alone', async () => {
    const { post, get } = await signedIn('producer')
    const form = shown(await get('/portal/sites/new?kind=barn'), 'portal/sites/edit')
    expect(form.fields.map(({ name }) => name)).toEqual(['details.heads', 'details.floorAreaM2'])
    const answer = await post('/portal/sites/new', {
      ...{ kind: 'barn', name: 'Trại gà', commune: 'Mỹ Hội Đông', province: 'An Giang' },
      'details.heads': '500',
    })
    expect(answer.status).toBe(303)
    const page = shown(await get(answer.location ?? ''), 'portal/sites/show')
    expect(page.facts.find(({ text }) => text === '500 con')).toBeDefined()
  })
})

describe('changing a place', () => {
  test('tells in its history what its kind asks for too, and nothing where nothing changed', async () => {
    const { get, post, path } = await makeOwnSite()
    const opened = async () => {
      const { form, hidden } = shown(await get(`${path}/edit`), 'portal/sites/edit')
      return { ...form.values, version: hidden[0]?.value ?? '' }
    }
    const history = async () => shown(await get(path), 'portal/sites/show').history
    const saved = await post(`${path}/edit`, {
      ...(await opened()),
      'details.plantingYear': '2015',
    })
    expect(saved.status).toBe(303)
    expect((await history())[0]?.lines).toEqual(['Năm trồng: 2015'])
    const before = await history()
    expect((await post(`${path}/edit`, await opened())).status).toBe(303)
    expect(await history()).toEqual(before)
    // A telephone number is no text of the history, and still a change.
    expect((await post(`${path}/edit`, { ...(await opened()), phone: '0912345678' })).status).toBe(
      303,
    )
    expect((await post(`${path}/edit`, { ...(await opened()), phone: '0987654321' })).status).toBe(
      303,
    )
    const page = shown(await get(path), 'portal/sites/show')
    expect(page.facts.some(({ text }) => text === '0987654321')).toBe(true)
    expect(page.history).toHaveLength(before.length + 2)
  })

  test('offers to take it back only while no code hangs on it', async () => {
    const bare = await makeOwnSite()
    expect(shown(await bare.get(bare.path), 'portal/sites/show').mayWithdraw).toBe(true)
    const coded = await makeOwnSite()
    await makeCode(ctx, { siteId: coded.id })
    expect(shown(await coded.get(coded.path), 'portal/sites/show').mayWithdraw).toBe(false)
  })

  test('of two who edit at once the second is told and nothing is lost', async () => {
    const { get, post, path } = await makeOwnSite()
    const first = shown(await get(`${path}/edit`), 'portal/sites/edit')
    const values = { ...first.form.values, version: first.hidden[0]?.value ?? '' }
    expect((await post(`${path}/edit`, { ...values, areaHa: '11' })).status).toBe(303)
    const second = await post(`${path}/edit`, { ...values, areaHa: '12', hamlet: 'Ấp Mỹ Hòa' })
    expect(second.status).toBe(409)
    const form = shown(second, 'portal/sites/edit')
    expect(form.form.values['hamlet']).toBe('Ấp Mỹ Hòa')
    expect(form.form.problem).toContain('vừa sửa')
    const page = shown(await get(path), 'portal/sites/show')
    expect(page.facts.find(({ text }) => text === '11\u00a0ha')).toBeDefined()
    expect(page.history[0]?.lines).toContain('Diện tích (ha): 10 → 11')
  })

  test('the words of the register follow', async () => {
    const { get, post, path, id } = await makeOwnSite({ name: 'Vùng tên cũ' })
    const { code } = await makeCode(ctx, { siteId: id })
    const form = shown(await get(`${path}/edit`), 'portal/sites/edit')
    const version = form.hidden[0]?.value ?? ''
    await post(`${path}/edit`, { ...form.form.values, version, name: 'Vùng tên mới tinh' })
    const { response } = await get('/api/v1/codes?q=ten+moi+tinh')
    expect(await response.json()).toMatchObject({ items: [{ code, name: 'Vùng tên mới tinh' }] })
  })

  test('a place entered by mistake leaves the list and comes back', async () => {
    const { get, post, path, id } = await makeOwnSite({ name: `Vùng nhầm ${unique()}` })
    expect((await post(`${path}/withdraw`, { reason: '' })).status).toBe(400)
    expect((await post(`${path}/withdraw`, { reason: 'nhập hai lần' })).status).toBe(303)
    const listed = async (query: string) =>
      shown(await get(`/portal/sites${query}`), 'portal/sites')
        .rows.flat()
        .some(({ href }) => href?.includes(id))
    expect(await listed('')).toBe(false)
    expect(await listed('?withdrawn=1')).toBe(true)
    expect(shown(await get(path), 'portal/sites/show').mayRestore).toBe(true)
    expect((await post(`${path}/restore`, {})).status).toBe(303)
    expect(await listed('')).toBe(true)
  })

  test('a place with a code is not taken back', async () => {
    const { post, path, id } = await makeOwnSite()
    await makeCode(ctx, { siteId: id })
    expect((await post(`${path}/withdraw`, { reason: 'thử' })).status).toBe(409)
  })
})

import { type SQL, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { makeCode, makeSite, unique } from '../../../support/factories.ts'
import { codeList } from '../../../unit/verbs/imports/import-support.ts'
import { AN_GIANG, HERE, openRegister } from '../sites-support.ts'

const { db, ctx, signedIn, makeOwnSite } = await openRegister()

const count = async (what: SQL) =>
  (await db.all<{ n: number }>(sql`SELECT count(*) AS n FROM ${what}`))[0]?.n

const codeHere = async () => makeCode(ctx, { siteId: (await makeSite(ctx, HERE)).id })

type Officer = Awaited<ReturnType<typeof signedIn>>

async function decision(officer: Officer, code: string, status: string) {
  const page = await officer.get(`/portal/codes/${code}/status?market=CHN`)
  const { form } = page.model as { form: { values: Record<string, string> } }
  return {
    ...{ market: 'CHN', status, effectiveOn: '2026-06-10', confirm: '1' },
    ...{ reasonCode: 'phytosanitary', documentNo: '1/QĐ', seen: form.values['seen'] ?? '' },
  }
}

const statuses = (answers: readonly { status: number }[]) =>
  answers.map(({ status }) => status).sort()

describe('of two at the same moment', () => {
  test('who decide on a code one wins, the other is told', async () => {
    const { code, id } = await codeHere()
    const one = await signedIn('officer', { place: AN_GIANG })
    const two = await signedIn('officer', { place: AN_GIANG })
    const first = await decision(one, code, 'suspended')
    const second = await decision(two, code, 'revoked')
    const answers = await Promise.all([
      one.post(`/portal/codes/${code}/status`, first),
      two.post(`/portal/codes/${code}/status`, second),
    ])
    expect(statuses(answers)).toEqual([303, 409])
    expect(await count(sql`code_status_event WHERE code_id = ${id}`)).toBe(2)
  })

  test('who grant the same code one wins, and it has one holder', async () => {
    const code = `VN-AGOR-${70_000 + unique()}`
    const officers = await Promise.all([0, 1].map(() => signedIn('officer', { place: AN_GIANG })))
    const sites = await Promise.all(officers.map(() => makeSite(ctx, HERE)))
    const answers = await Promise.all(
      officers.map(({ post }, i) =>
        post('/portal/codes/new', {
          ...{ siteId: sites[i]?.id ?? '', code, issuedOn: '2026-06-01', documentNo: '1/QĐ' },
          ...{ 'markets.0.market': 'CHN', 'markets.0.status': 'active', confirm: '1' },
        }),
      ),
    )
    expect(statuses(answers)).toEqual([303, 400])
    expect(await count(sql`code WHERE code = ${code}`)).toBe(1)
  })

  test('who change a place one wins, and nothing of the first is lost', async () => {
    const { id, path, post, person } = await makeOwnSite()
    const colleague = await signedIn('producer', { organisationId: person.organisationId })
    const fields = { commune: HERE.communeName, province: HERE.provinceName, version: '1' }
    const answers = await Promise.all([
      post(`${path}/edit`, { ...fields, name: 'Của người thứ nhất' }),
      colleague.post(`${path}/edit`, { ...fields, name: 'Của người thứ hai' }),
    ])
    expect(statuses(answers)).toEqual([303, 409])
    expect(await db.all(sql`SELECT version FROM site WHERE id = ${id}`)).toEqual([{ version: 2 }])
  })

  test('who take a code back and grant a paper of it leave no paper of a code that is gone', async () => {
    const { code, id } = await codeHere()
    const officer = await signedIn('officer', { place: AN_GIANG })
    await Promise.all([
      officer.post(`/portal/codes/${code}/withdraw`, { reason: 'Nhập nhầm' }),
      officer.post(`/portal/codes/${code}/certificate`, {}),
    ])
    const papers = await count(sql`code_certificate WHERE code_id = ${id}`)
    const gone = await count(sql`code WHERE id = ${id} AND withdrawn_at IS NOT NULL`)
    expect([papers, gone]).not.toEqual([1, 1])
  })

  test('a code is not granted to a place that is taken back at that moment', async () => {
    const officer = await signedIn('officer', { place: AN_GIANG })
    for (let i = 0; i < 3; i++) {
      const site = await makeSite(ctx, HERE)
      await Promise.all([
        officer.post(`/portal/sites/${site.id}/withdraw`, { reason: 'Nhập nhầm' }),
        officer.post('/portal/codes/new', {
          ...{ siteId: site.id, code: `VN-AGOR-${80_000 + unique()}`, issuedOn: '2026-06-01' },
          ...{ documentNo: '1/QĐ', confirm: '1' },
          ...{ 'markets.0.market': 'CHN', 'markets.0.status': 'active' },
        }),
      ])
      const gone = await count(sql`site WHERE id = ${site.id} AND withdrawn_at IS NOT NULL`)
      const codes = await count(sql`code WHERE site_id = ${site.id}`)
      expect([gone, codes]).not.toEqual([1, 1])
    }
  })
})

describe('a form that is sent twice', () => {
  test('records a decision once', async () => {
    const { code, id } = await codeHere()
    const officer = await signedIn('officer', { place: AN_GIANG })
    const form = await decision(officer, code, 'suspended')
    const path = `/portal/codes/${code}/status`
    await Promise.all([officer.post(path, form), officer.post(path, form)])
    await officer.post(path, form)
    expect(await count(sql`code_status_event WHERE code_id = ${id}`)).toBe(2)
  })

  test('records a list of decisions once, also while one of its codes is decided by hand', async () => {
    const codes = await Promise.all(Array.from({ length: 12 }, codeHere))
    const officer = await signedIn('officer', { place: AN_GIANG })
    const other = await signedIn('officer', { place: AN_GIANG })
    const kept = await officer.post('/portal/codes/bulk', {
      list: codes.map(({ code }) => code).join('\n'),
      ...{ market: 'CHN', status: 'suspended', effectiveOn: '2026-06-10' },
      ...{ reasonCode: 'phytosanitary', reason: '', documentNo: '33/TB' },
    })
    const path = kept.location ?? ''
    const [first] = codes
    const byHand = await decision(other, first?.code ?? '', 'revoked')
    await Promise.all([
      officer.post(path, { confirm: '1' }),
      officer.post(path, { confirm: '1' }),
      other.post(`/portal/codes/${first?.code}/status`, byHand),
    ])
    for (const { id } of codes.slice(1)) {
      expect(await count(sql`code_status_event WHERE code_id = ${id}`)).toBe(2)
    }
    const twice = sql`(SELECT code_id, status FROM code_status_event
      WHERE code_id = ${first?.id ?? ''} GROUP BY code_id, status HAVING count(*) > 1)`
    expect(await count(twice)).toBe(0)
  })

  test('reads a list in once and takes it back once', async () => {
    const officer = await signedIn('officer', { place: AN_GIANG })
    const code = `VN-AGOR-${60_000 + unique()}`
    const file = new File([codeList([{ code, commune: HERE.communeName }])], 'a.csv')
    const path = (await officer.post('/portal/imports/new', { file })).location ?? ''
    await Promise.all([officer.post(path, {}), officer.post(path, {})])
    await officer.settle()
    const events = sql`code_status_event e JOIN code c ON c.id = e.code_id WHERE c.code = ${code}`
    expect(await count(events)).toBe(1)
    const run = path.replace('/uploads/', '/')
    await Promise.all([1, 2].map(() => officer.post(`${run}/undo`, { reason: 'Nhập nhầm' })))
    await officer.settle()
    expect(await count(events)).toBe(2)
    expect(await count(sql`code WHERE code = ${code} AND withdrawn_at IS NULL`)).toBe(0)
  })

  test('adds a place, a contract and a paper once', async () => {
    const house = await makeOwnSite({ kind: 'packing_house' })
    const { code } = await codeHere()
    const name = `Vùng gửi hai lần ${unique()}`
    const pdf = () => new File(['%PDF-1.7\n'], 'a.pdf')
    const twice = (path: string, fields: () => Record<string, string | File>) =>
      Promise.all([1, 2].map(() => house.post(path, fields())))
    await twice('/portal/sites/new', () => ({
      ...{ kind: 'growing_area', name, commune: HERE.communeName, province: HERE.provinceName },
    }))
    await twice(`${house.path}/links`, () => ({ other: code, fromOn: '2026-01-01' }))
    await twice(`${house.path}/documents`, () => ({ kind: 'other', title: 'x', file: pdf() }))
    expect(await count(sql`site WHERE name = ${name}`)).toBe(1)
    expect(await count(sql`site_link WHERE packing_house_id = ${house.id}`)).toBe(1)
    expect(await count(sql`attachment WHERE entity_id = ${house.id}`)).toBe(1)
  })
})

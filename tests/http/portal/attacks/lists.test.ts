import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { makeCode, makeSite, unique } from '../../../support/factories.ts'
import { portalApp } from '../../../support/portal-app.ts'
import { codeList } from '../../../unit/verbs/imports/import-support.ts'
import { AN_GIANG, HERE, openRegister, shown } from '../sites-support.ts'

const { db, ctx, signedIn } = await openRegister()

const COMMUNE = { provinceCode: '91', communeCode: '30000' }
const NEXT = { ...HERE, communeCode: '30001', communeName: 'Xã Tân Mỹ' }

const list = (rows: readonly { code: string; commune: string }[]) =>
  new File([codeList(rows)], 'danh-sach.csv')

async function withdrawn(code: string) {
  const rows = await db.all<{ w: number | null }>(
    sql`SELECT withdrawn_at AS w FROM code WHERE code = ${code}`,
  )
  return rows.map(({ w }) => w !== null)
}

describe('a list that was handed in', () => {
  test('is seen, confirmed and downloaded by whoever handed it in, not by a colleague with its address', async () => {
    const officer = await signedIn('officer', { place: AN_GIANG })
    const { organisationId } = officer.person
    const code = `VN-AGOR-${9000 + unique()}`
    const kept = await officer.post('/portal/imports/new', {
      file: list([{ code, commune: 'Xã Mỹ Hội Đông' }]),
    })
    const path = kept.location ?? ''
    expect(path).toMatch(/^\/portal\/imports\/uploads\//)
    const bulk = await officer.post('/portal/codes/bulk', {
      ...{ list: 'VN-AGOR-0001', market: 'CHN', status: 'suspended', effectiveOn: '2026-06-10' },
      ...{ reasonCode: 'phytosanitary', reason: '', documentNo: '33/TB' },
    })
    for (const other of [
      await signedIn('officer', { organisationId, place: AN_GIANG }),
      await signedIn('officer', { place: AN_GIANG }),
      await signedIn('admin'),
    ]) {
      expect((await other.get(path)).status).toBe(404)
      expect((await other.get(`${path}/refused`)).status).toBe(404)
      expect((await other.post(path, {})).status).toBe(404)
      expect((await other.get(bulk.location ?? '')).status).toBe(404)
      expect((await other.post(bulk.location ?? '', { confirm: '1' })).status).toBe(404)
    }
    expect(await withdrawn(code)).toEqual([])
    // One kind of list is not confirmed as the other.
    const id = path.split('/').at(-1)
    expect((await officer.post(`/portal/codes/bulk/${id}`, { confirm: '1' })).status).toBe(404)
    const bulkId = bulk.location?.split('/').at(-1)
    expect((await officer.post(`/portal/imports/uploads/${bulkId}`, {})).status).toBe(404)
  })

  test('of another organisation is not opened, gone on with or taken back', async () => {
    const officer = await signedIn('officer', { place: AN_GIANG })
    const code = `VN-AGOR-${9000 + unique()}`
    const kept = await officer.post('/portal/imports/new', {
      file: list([{ code, commune: 'Xã Mỹ Hội Đông' }]),
    })
    await officer.post(kept.location ?? '', {})
    expect(await withdrawn(code)).toEqual([false])
    const run = (kept.location ?? '').replace('/uploads/', '/')
    const stranger = await signedIn('officer', { place: AN_GIANG })
    expect((await stranger.get(run)).status).toBe(404)
    expect((await stranger.post(`${run}/undo`, { reason: 'x' })).status).toBe(404)
    expect((await stranger.post(`${run}/resume`, {})).status).toBe(404)
    const listed = shown(await stranger.get('/portal/imports'), 'portal/imports/list')
    expect(JSON.stringify(listed.rows)).not.toContain(run)
    expect(await withdrawn(code)).toEqual([false])
  })
})

describe('lists that are written out', () => {
  test('hold only what lies in the reader’s place, whatever the question', async () => {
    const near = await makeCode(ctx, { siteId: (await makeSite(ctx, NEXT)).id })
    const far = await makeCode(ctx, {
      siteId: (await makeSite(ctx, { provinceCode: '15', communeCode: '02600' })).id,
    })
    const nowhere = await makeCode(ctx, { siteId: (await makeSite(ctx, {})).id })
    const here = await makeCode(ctx, { siteId: (await makeSite(ctx, HERE)).id })
    for (const role of ['officer', 'inspector', 'agency'] as const) {
      const { get } = await signedIn(role, { place: COMMUNE })
      for (const asked of [
        '',
        '&province=15',
        '&province=91',
        '&province=Lào+Cai',
        '&market=CHN',
      ]) {
        const answer = await get(`/portal/exports/codes?format=csv${asked}`)
        const text = answer.status === 200 ? await answer.response.text() : ''
        for (const { code } of [near, far, nowhere]) expect(text).not.toContain(code)
        if (asked === '') expect(text).toContain(here.code)
      }
      const pages = ['/portal', '/portal/codes', '/portal/sites', '/portal/waiting/suspended_long']
      for (const path of pages) {
        const text = JSON.stringify((await get(path)).model)
        for (const { code, siteId } of [near, far, nowhere]) {
          expect([path, text.includes(code) || text.includes(siteId)]).toEqual([path, false])
        }
      }
    }
  })

  test('and the log tell an officer of a commune nothing of the next one', async () => {
    const name = `Vùng bên cạnh ${unique()}`
    const next = await makeSite(ctx, { ...NEXT, name })
    const { code } = await makeCode(ctx, { siteId: next.id })
    const chief = await signedIn('officer', { place: AN_GIANG })
    await chief.post(`/portal/sites/${next.id}/households`, { name: 'Hộ kín đáo' })
    await chief.post(`/portal/codes/${code}/withdraw`, { reason: 'Lý do kín đáo' })
    const clerk = await signedIn('officer', { place: COMMUNE })
    for (const query of [
      ...[
        '',
        `?q=${next.id}`,
        `?q=${code}`,
        `?q=${encodeURIComponent(name)}`,
        '?action=code.withdraw',
      ],
      ...[`?actor=${encodeURIComponent(chief.person.email)}`, `?actor=user:${chief.person.userId}`],
      ...['?action=site.household.add', '?before=99999999'],
    ]) {
      const page = shown(await clerk.get(`/portal/audit${query}`), 'portal/audit')
      const text = JSON.stringify(page.rows)
      expect([query, text.includes('kín đáo'), text.includes(next.id)]).toEqual([
        query,
        false,
        false,
      ])
    }
    const seen = JSON.stringify((await chief.get(`/portal/audit?q=${next.id}`)).model)
    expect(seen).toContain(name)
  })
})

describe('messages', () => {
  test('of another organisation are neither read nor marked', async () => {
    const victim = await signedIn('producer')
    const { id } = { id: `message-${unique()}` }
    await db.run(sql`INSERT INTO notification (id, organisation_id, kind, title, body, created_at)
      VALUES (${id}, ${victim.person.organisationId}, 'system', '{"vi":"Kín"}', '{"vi":"Kín"}', 1)`)
    const thief = await signedIn('admin')
    expect((await thief.post(`/portal/notifications/${id}/read`, {})).status).toBe(404)
    await thief.post('/portal/notifications/read', { upTo: '999999999999999' })
    expect(JSON.stringify((await thief.get('/portal/notifications')).model)).not.toContain('Kín')
    expect(await db.all(sql`SELECT read_at AS r FROM notification WHERE id = ${id}`)).toEqual([
      { r: null },
    ])
  })
})

describe('any cursor, position or number in an address', () => {
  const nonsense = [
    ...['x', '-1', '0', '1e999', 'NaN', '99999999999999999999', '%00', "'", '[]', '{}', 'bnVsbA'],
    ...[
      'WyIiLCIiXQ',
      'W251bGwsbnVsbF0',
      'WzEsMl0',
      'W3t9LFtdXQ',
      'WyJhIl0',
      '%F0%9F%92%A9',
      '%ED%A0%80',
    ],
  ]
  test('is read or refused, and never a fault of ours', async () => {
    const admin = await signedIn('admin')
    const producer = await signedIn('producer')
    for (const value of nonsense) {
      for (const [app, path] of [
        ...[
          ...['/portal/sites?cursor=', '/portal/codes?cursor=', '/portal/imports?cursor='],
          ...['/portal/organisations?cursor=', '/portal/audit?before=', '/portal/members?after='],
          ...['/portal/notifications?before=', '/portal/notifications?after=', '/portal/sites?q='],
          ...['/portal/waiting/imports?cursor=', '/portal/codes?q=', '/portal/organisations?q='],
          ...[
            '/portal/audit?q=',
            '/portal/audit?from=',
            '/portal/codes?place=',
            '/portal/sites?place=',
          ],
          ...['/portal/codes/', '/portal/sites/', '/portal/imports/', '/portal/imports/uploads/'],
          ...[
            '/portal/codes/bulk/',
            '/portal/organisations/',
            '/portal/members/',
            '/portal/waiting/',
          ],
          ...[
            '/codes?q=',
            '/codes?cursor=',
            '/suspensions?cursor=',
            '/api/v1/codes?cursor=',
            '/codes/',
          ],
          ...['/api/v1/codes/', '/portal/exports/codes?format=csv&province='],
        ].map((path) => [admin, path] as const),
        [producer, '/portal/waiting/expiring?cursor='] as const,
      ]) {
        const { status } = await app.get(`${path}${value}`)
        expect([path, value, status < 500]).toEqual([path, value, true])
      }
    }
  })

  test('searches take the signs of a query language as letters', async () => {
    const admin = await signedIn('admin')
    const code = await makeCode(ctx, { siteId: (await makeSite(ctx, HERE)).id })
    for (const q of [
      ...['"', '""', '*', '%', '_', 'a*', 'NEAR(a b)', 'a AND b', 'OR', 'NOT', '-a', '^a', 'a:b'],
      ...['name:a', '{a b}:c', '(', ')', "';DROP TABLE code;--", '\\', '\u0000', 'ｘ', '"a" + b'],
      ...['a'.repeat(5_000), '%'.repeat(200), '" OR 1=1', '💩', '\ud800'],
    ]) {
      for (const path of [
        '/portal/codes',
        '/portal/sites',
        '/portal/organisations',
        '/portal/audit',
      ]) {
        const { status } = await admin.get(`${path}?${new URLSearchParams({ q })}`)
        expect([path, q.slice(0, 20), status < 500]).toEqual([path, q.slice(0, 20), true])
      }
      const { status } = await admin.get(`/codes?${new URLSearchParams({ q })}`)
      expect([q.slice(0, 20), status < 500]).toEqual([q.slice(0, 20), true])
    }
    for (const q of ['%', '_', '*', '"']) {
      const page = shown(
        await admin.get(`/portal/sites?${new URLSearchParams({ q })}`),
        'portal/sites',
      )
      expect(page.rows.length).toBeGreaterThanOrEqual(0)
    }
    expect((await portalApp(db, null).get(`/codes/${code.code}`)).status).toBe(200)
  })
})

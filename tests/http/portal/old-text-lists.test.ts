import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { fromTcvn3 } from '../../../worker/lib/text/old-text/from-tcvn3.ts'
import { applySuccession } from '../../../worker/verbs/units/apply-succession.ts'
import { makeCode, makeSite } from '../../support/factories.ts'
import { decree } from '../../unit/places/succession-support.ts'
import { AN_GIANG, HERE, openRegister, shown } from './sites-support.ts'

const { db, ctx, signedIn, makeOwnSite } = await openRegister()

/** The sign that a program shows for each letter of TCVN3. */
const SHOWN = new Map(
  Array.from({ length: 0xfe - 0xa1 + 1 }, (_, i) => String.fromCharCode(0xa1 + i)).map((sign) => [
    fromTcvn3(`a${sign}a`).slice(1, -1),
    sign,
  ]),
)
const old = (text: string) => [...text].map((letter) => SHOWN.get(letter) ?? letter).join('')

describe('a list of households in an old encoding', () => {
  const LIST = ['Nguyễn Văn Đồng', 'Trần Thị Hường', 'Lê Văn Ngọc']
    .map((name, i) => `${old(name)};T${i};0,1`)
    .join('\n')
  const names = async (siteId: string) => {
    const rows = await db.all<{ name: string }>(
      sql`SELECT name FROM site_household WHERE site_id = ${siteId} ORDER BY position`,
    )
    return rows.map(({ name }) => name)
  }

  test('is shown in Unicode beside what it says, and saved so or as it is', async () => {
    const { id, post, path } = await makeOwnSite()
    const list = `Họ tên;Thửa;Diện tích (ha)\n${LIST}`
    const looked = await post(`${path}/households/list`, { list })
    const page = shown(looked, 'portal/sites/household-list')
    expect(page.oldText?.samples[0]).toMatchObject({ after: 'Nguyễn Văn Đồng' })
    expect(page.first[0]?.name).toBe('Nguyễn Văn Đồng')
    const save = (text: string) =>
      post(`${path}/households/list/save`, { list: text, version: page.version })
    expect((await save(page.list)).status).toBe(303)
    expect(await names(id)).toEqual(['Nguyễn Văn Đồng', 'Trần Thị Hường', 'Lê Văn Ngọc'])
    const again = await post(`${path}/households/list`, { list })
    const asGiven = shown(again, 'portal/sites/household-list')
    const fields = { list: asGiven.listAsGiven ?? '', version: asGiven.version }
    expect((await post(`${path}/households/list/save`, fields)).status).toBe(303)
    expect((await names(id))[0]).toBe(old('Nguyễn Văn Đồng'))
  })

  test('is read in Unicode where its heading is written so too', async () => {
    const { post, path } = await makeOwnSite()
    const list = `${old('Họ tên;Thửa;Diện tích (ha)')}\n${LIST}`
    const page = shown(
      await post(`${path}/households/list`, { list }),
      'portal/sites/household-list',
    )
    expect([page.count, page.listAsGiven]).toEqual([3, null])
    expect(page.oldText).not.toBeNull()
  })

  test('in Unicode asks nothing', async () => {
    const { post, path } = await makeOwnSite()
    const list = 'Họ tên;Thửa;Diện tích (ha)\nNguyễn Văn Đồng;T1;0,1'
    const page = shown(
      await post(`${path}/households/list`, { list }),
      'portal/sites/household-list',
    )
    expect([page.oldText, page.listAsGiven]).toEqual([null, null])
  })
})

describe('a list of decisions in an old encoding', () => {
  const REASON = 'Không đạt kiểm tra đồng ruộng'
  const reasonsOf = async (codeId: string) => {
    const rows = await db.all<{ reason: string }>(sql`SELECT reason FROM code_status_event
      WHERE code_id = ${codeId} AND status = 'suspended'`)
    return rows.map(({ reason }) => reason)
  }
  const previewed = async (heading: string) => {
    const app = await signedIn('officer', { place: AN_GIANG })
    const code = await makeCode(ctx, { siteId: (await makeSite(ctx, HERE)).id })
    const list = `${heading}\n${code.code};${old(REASON)}`
    const { location } = await app.post('/portal/codes/bulk', {
      ...{ list, market: 'CHN', status: 'suspended', effectiveOn: '2026-06-10' },
      ...{ reasonCode: '', reason: '', documentNo: '33/TB' },
    })
    const path = location ?? ''
    const page = async () => shown(await app.get(path), 'portal/codes/bulk-preview')
    return { app, code, path, page }
  }

  test('is recorded in Unicode only where that was chosen', async () => {
    const { app, code, path, page } = await previewed('Mã số;Lý do')
    expect((await page()).oldText?.samples[0]).toMatchObject({ after: REASON })
    expect((await page()).oldText?.choice?.convertText).toBe('yes')
    expect((await app.post(`${path}/text`, { convertText: 'yes' })).status).toBe(303)
    expect((await page()).oldText?.choice?.convertText).toBe('no')
    await app.post(path, { confirm: '1' })
    expect(await reasonsOf(code.id)).toEqual([REASON])
    expect((await app.post(`${path}/text`, { convertText: 'no' })).status).toBe(409)
  })

  test('is recorded as it stands where nobody chose', async () => {
    const { app, code, path } = await previewed('Mã số;Lý do')
    await app.post(path, { confirm: '1' })
    expect(await reasonsOf(code.id)).toEqual([old(REASON)])
  })

  test('of somebody else is not chosen for', async () => {
    const { path } = await previewed('Mã số;Lý do')
    const other = await signedIn('officer', { place: AN_GIANG })
    expect((await other.post(`${path}/text`, { convertText: 'yes' })).status).toBe(404)
  })
})

test('a list of units in an old encoding is carried out in Unicode where that is asked', async () => {
  const text = decree([
    {
      old: ['30001', 'Xã Tân Mỹ'],
      to: ['30777', 'Xã Đồng Hường'],
      province: '91',
      on: '2026-01-01',
    },
  ])
  const [heading = '', ...lines] = text.split('\n')
  const bytes = new TextEncoder().encode([heading, ...lines.map(old)].join('\n'))
  const input = { bytes, fileName: 'sap-nhap.csv', dryRun: true }
  const asIs = await applySuccession({ ctx, input })
  expect(asIs).toMatchObject({ ok: true, report: { warnings: [{ code: 'old_text' }] } })
  const read = await applySuccession({ ctx, input: { ...input, convertText: true } })
  expect(read).toMatchObject({ ok: true, report: { counts: { fresh: 1, refused: 0 } } })
})

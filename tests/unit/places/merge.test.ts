import { eq, sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import {
  administrativeBoundary,
  administrativeSuccession,
  inspectionPlan,
  invitation,
  member,
  monitoringRule,
  seasonWindow,
  site,
} from '../../../db/schema/index.ts'
import { resolveProvinceCode } from '../../../worker/domain/codes/resolve-province-code.ts'
import { toCalendarDate } from '../../../worker/lib/time/calendar-date.ts'
import { readCases } from '../../../worker/verbs/cases/list-cases.ts'
import { startCase } from '../../../worker/verbs/cases/start-case.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { loadPlaces } from '../../../worker/verbs/imports/load-places.ts'
import { listMessages } from '../../../worker/verbs/notifications/list-messages.ts'
import { addSample } from '../../../worker/verbs/residues/save-sample.ts'
import { recordVisit } from '../../../worker/verbs/retail/record-visit.ts'
import { listSites } from '../../../worker/verbs/sites/list-sites.ts'
import { updateSite } from '../../../worker/verbs/sites/update-site.ts'
import { freshDatabase } from '../../support/database.ts'
import {
  makeCode,
  makeContext,
  makeOrganisation,
  makeSite,
  makeUnits,
} from '../../support/factories.ts'
import { makePerson } from '../../support/portal-app.ts'
import { findAll } from '../register/register-support.ts'
import { type DecreeRow, everything, merge } from './succession-support.ts'

let db: Database
let ctx: VerbContext
beforeEach(async () => {
  db = (await freshDatabase()).db
  ctx = makeContext(db)
  await makeUnits(db, [
    ...([
      ['91', 'Tỉnh An Giang'],
      ['92', 'Thành phố Cần Thơ'],
    ] as const),
    ...([
      ['30001', 'Xã Mỹ Hội Đông', '91'],
      ['30002', 'Xã Tân Mỹ', '91'],
      ['31001', 'Xã Phong Điền', '92'],
    ] as const),
  ])
  const old = (id: string, name: string, nameFolded: string, newCode: string) => ({
    ...{ id, oldName: name, oldNameFolded: nameFolded, newCode, effectiveOn: '2025-07-01' },
    ...{ oldDistrictName: 'Huyện An Biên', oldProvinceName: 'Tỉnh Kiên Giang' },
  })
  await db
    .insert(administrativeSuccession)
    .values([
      old('17', 'Xã Kiến An', 'xa kien an', '30001'),
      old('18', 'Xã An Biên', 'xa an bien', '30002'),
      old('19', 'Xã An Minh', 'xa an minh', '30002'),
    ])
})

const HERE = {
  ...{ communeCode: '30001', communeName: 'Xã Mỹ Hội Đông' },
  ...{ provinceCode: '91', provinceName: 'Tỉnh An Giang' },
}
const PLACE = { provinceCode: '91', communeCode: '30001' }
const JOINED: DecreeRow[] = ['30001', '30002'].map((code, i) => ({
  old: [code, i === 0 ? 'Xã Mỹ Hội Đông' : 'Xã Tân Mỹ'],
  ...{ to: ['30050', 'Phường Hội Mỹ'], on: '2026-06-01' },
}))
const SPLIT: DecreeRow[] = ['Xã Mỹ Hội Đông', 'Xã Hội Tây'].map((name, i) => ({
  old: ['30001', 'Xã Mỹ Hội Đông'],
  ...{ to: [i === 0 ? '30001' : '30060', name], on: '2026-06-01' },
}))
const read = async (id: string) => (await db.select().from(site).where(eq(site.id, id)))[0]

describe('two communes that become one', () => {
  it('take their places along: commune and version change, hamlet and history stay, each with its audit row', async () => {
    const made = await makeSite(ctx, {
      ...{ ...HERE, hamlet: 'Ấp Mỹ Hòa', formerDistrict: 'Huyện Chợ Mới' },
    })
    const before = await read(made.id)
    const report = await merge(ctx, JOINED)
    expect(report).toMatchObject({ unitsEnded: 2, unitsBegun: 1, moved: { site: 1 } })
    const there = { communeCode: '30050', communeName: 'Phường Hội Mỹ' }
    expect(await read(made.id)).toEqual({ ...before, ...there, version: 2 })
    const actions = await db.all<{ before: string; after: string; reason: string }>(
      sql`SELECT before, after, reason FROM audit_log WHERE entity_id = ${made.id}`,
    )
    expect(actions.map((deed) => [JSON.parse(deed.before), JSON.parse(deed.after)])).toEqual([
      [HERE, { ...HERE, ...there }],
    ])
    expect(actions[0]?.reason).toBe('16/NQ-UBTVQH')
  })

  it('take members and invitations along, and no log tells the secret of a link', async () => {
    const place = { provinceCode: '91', communeCode: '30001' }
    const officer = await makePerson(db, 'officer', { place })
    const sent = (id: string, status: 'pending' | 'accepted') => ({
      ...{ id, status, organizationId: officer.organisationId, email: `${id}@example.vn` },
      ...{ role: 'officer', ...place, inviterId: officer.userId },
      ...{ expiresAt: ctx.now() + 1000, createdAt: ctx.now() },
    })
    await db.insert(invitation).values([sent('secret-1', 'pending'), sent('secret-2', 'accepted')])
    expect((await merge(ctx, JOINED)).moved).toMatchObject({ member: 1, invitation: 1 })
    const [row] = await db.select().from(member).where(eq(member.userId, officer.userId))
    expect(row).toMatchObject({ provinceCode: '91', communeCode: '30050' })
    const links = await db.select().from(invitation).orderBy(invitation.id)
    expect(links.map(({ communeCode }) => communeCode)).toEqual(['30050', '30001'])
    const log = JSON.stringify(await db.all(sql`SELECT * FROM audit_log`))
    expect(log).toContain('secret-1@example.vn')
    expect(log).not.toMatch(/secret-1"/)
  })

  it('take what the authority keeps of them along, so that its officers still find it', async () => {
    const person = await makePerson(db, 'inspector', { place: PLACE })
    const officer = makeContext(db, { actor: person })
    const texts = { aboutKind: 'label', aboutText: 'x', kind: 'fraud', title: 'Tem giả' }
    const { id } = await startCase({ ctx: officer, input: { texts } })
    await recordVisit({
      ctx: officer,
      input: {
        texts: {
          ...{ kind: 'shop', shop: 'Quán', visitedOn: '01/05/2026' },
          ...{ product1: 'Xoài', qr1: 'yes' },
        },
      },
    })
    await addSample({
      ctx: officer,
      input: { texts: { cropName: 'Xoài', takenOn: '01/05/2026', sampleNo: 'AG-1' } },
    })
    const plan = { year: 2026, perDay: 4, createdAt: 0, version: 1 }
    await db.insert(inspectionPlan).values([
      { ...plan, ...PLACE, id: 'plan' },
      { ...plan, ...PLACE, communeCode: '30050', id: 'there already' },
    ])
    const rule = { kind: 'periodic', perSeason: 2, fromOn: '2026-01-01', legalBasis: 'QĐ' } as const
    await db.insert(monitoringRule).values({ ...rule, ...PLACE, id: 'rule', createdAt: 0 })
    const kept = {
      ...{ case_file: 1, retail_visit: 1, residue_sample: 1, inspection_plan: 1 },
      ...{ monitoring_rule: 1, season_window: 0 },
    }
    expect((await merge(ctx, JOINED)).moved).toMatchObject(kept)
    const moved = { ...person, place: { ...PLACE, communeCode: '30050' } }
    const asked = { state: null, assignedTo: null, cursor: null, limit: 9 }
    const found = await readCases(makeContext(db, { actor: moved }), asked)
    expect(found.rows.map((row) => row.id)).toEqual([id])
  })

  it('leave outlines that are no longer theirs out, and keep the others', async () => {
    const at = { geojson: '{}', source: 'x', loadedAt: 1 }
    const outline = (code: string) => ({ ...at, code, level: 'commune' as const })
    await db
      .insert(administrativeBoundary)
      .values(['30001', '30002', '31001'].map((code) => outline(code)))
    expect((await merge(ctx, JOINED)).outlinesRemoved).toBe(2)
    const left = await db.select().from(administrativeBoundary)
    expect(left.map(({ code }) => code)).toEqual(['31001'])
  })

  it('are found in lists to be read in by every name they had, through two decrees', async () => {
    await merge(ctx, [
      ...JOINED,
      { old: ['30050', 'Phường Hội Mỹ'], to: ['30070', 'Phường Chợ Mới'], on: '2026-06-10' },
    ])
    const find = await loadPlaces(db)
    for (const commune of ['Kiến An', 'Xã Mỹ Hội Đông', 'tan my', 'Phường Hội Mỹ', 'Chợ Mới']) {
      expect(find?.({ province: 'An Giang', commune })).toMatchObject({ communeCode: '30070' })
    }
  })
})

it('a commune that goes to another province is still found under its old one', async () => {
  const { id } = await makeSite(ctx, HERE)
  const { code } = await makeCode(ctx, { siteId: id })
  await merge(ctx, [
    {
      ...{ old: ['30001', 'Xã Mỹ Hội Đông'], to: ['30001', 'Xã Mỹ Hội Đông'] },
      ...{ province: '92', on: '2026-06-01' },
    },
  ])
  expect(await read(id)).toMatchObject({ communeCode: '30001', provinceCode: '92' })
  const find = await loadPlaces(db)
  const there = { communeCode: '30001', provinceCode: '92' }
  for (const province of ['An Giang', 'Cần Thơ']) {
    expect(find?.({ province, commune: 'Mỹ Hội Đông' })).toMatchObject(there)
    expect(await findAll(db, { unit: province })).toEqual([code])
  }
  // Most of Kiên Giang is An Giang today; this commune of it no longer is.
  expect(find?.({ province: 'Kiên Giang', commune: 'Kiến An' })).toMatchObject(there)
  expect(find?.({ province: 'Kiên Giang', commune: 'An Biên' })).toMatchObject({
    ...{ communeCode: '30002', provinceCode: '91' },
  })
  expect(find?.({ province: 'An Giang', commune: 'Phong Điền' })).toMatchObject({ ok: false })
})

it.each([
  ['the province first', [0, 1]],
  ['the communes first', [1, 0]],
])('one day in two lists comes to the same: %s', async (_, order) => {
  const { id } = await makeSite(ctx, HERE)
  const { code } = await makeCode(ctx, { siteId: id })
  const province: DecreeRow[] = [
    { old: ['91', 'An Giang'], to: ['92', 'Thành phố Cần Thơ'], on: '2026-06-01' },
  ]
  const lists = [province, JOINED]
  const season = { name: 'Đông xuân', fromOn: '2026-01-01', toOn: '2026-04-30', createdAt: 0 }
  await db.insert(seasonWindow).values({ ...season, id: 'season', provinceCode: '91' })
  for (const i of order) expect((await merge(ctx, lists[i] ?? [])).refused).toEqual([])
  const there = { communeCode: '30050', provinceCode: '92', provinceName: 'Thành phố Cần Thơ' }
  expect(await read(id)).toMatchObject(there)
  expect(await db.select().from(seasonWindow)).toMatchObject([{ provinceCode: '92' }])
  const before = await everything(db)
  for (const i of order) expect((await merge(ctx, lists[i] ?? [])).counts.fresh).toBe(0)
  expect(await everything(db)).toEqual(before)
  for (const unit of ['An Giang', 'Cần Thơ', 'Kiến An', 'Mỹ Hội Đông', 'Phường Hội Mỹ', 'Tân Mỹ']) {
    expect([unit, await findAll(db, { unit })]).toEqual([unit, [code]])
  }
  const find = await loadPlaces(db)
  for (const at of ['An Giang', 'Kiên Giang', 'Cần Thơ']) {
    const typed = { province: at, commune: at === 'Kiên Giang' ? 'Kiến An' : 'Mỹ Hội Đông' }
    expect(find?.(typed)).toMatchObject({ communeCode: '30050', provinceCode: '92' })
  }
})

it('a unit that a list of the same day has answered for is not answered for again', async () => {
  const on = '2026-06-01'
  await merge(ctx, [{ old: ['31001', 'Phong Điền'], to: ['31001', 'Phường Phong Điền'], on }])
  const again: DecreeRow[] = [{ old: ['31001', 'Phong Điền'], to: ['31009', 'Xã Khác'], on }]
  const { refused } = await merge(ctx, again)
  expect(refused[0]?.reason).toContain('chỉ có từ 01/06/2026')
})

describe('a commune that is divided', () => {
  it('keeps its places, listed and told to the officers of the province, who choose for each', async () => {
    const { id } = await makeSite(ctx, { ...HERE, name: 'Vùng xoài Mỹ Hòa' })
    const { code } = await makeCode(ctx, { siteId: id })
    const officer = await makePerson(db, 'officer', {
      place: { provinceCode: '91', communeCode: null },
    })
    const elsewhere = await makePerson(db, 'officer', {
      place: { provinceCode: '92', communeCode: null },
    })
    const into = SPLIT.map((row, i) =>
      i === 0 ? { ...row, to: ['30061', 'Xã Hội Đông'] as const } : row,
    )
    const report = await merge(ctx, into)
    expect(report.moved).toMatchObject({ site: 0, waitingTotal: 1 })
    expect(report.moved.waiting).toMatchObject([{ id, commune: 'Xã Mỹ Hội Đông' }])
    expect(await read(id)).toMatchObject({ ...HERE, version: 1 })
    const as = (actor: typeof officer) => makeContext(db, { actor })
    const page = { before: null, after: null }
    expect((await listMessages(as(elsewhere), page)).items).toEqual([])
    const { items } = await listMessages(as(officer), page)
    expect(items.map(({ title }) => title.vi)).toEqual([
      'Xã Mỹ Hội Đông được chia: 1 nơi cần chọn lại xã',
    ])
    expect(items[0]?.body.vi).toContain('chia vào Xã Hội Đông, Xã Hội Tây')
    const place = new URL(items[0]?.href ?? '', 'https://x').searchParams.get('place')
    const query = { q: null, kind: null, crop: null, withdrawn: false, cursor: null, place }
    expect((await listSites(as(officer), query)).rows.map((row) => row.id)).toEqual([id])
    expect(await findAll(db, { unit: 'Xã Mỹ Hội Đông' })).toEqual([code])
    const input = { id, version: 1, name: 'Vùng xoài Mỹ Hòa', commune: '', communeCode: '30060' }
    await updateSite({ ctx: as(officer), input })
    expect(await read(id)).toMatchObject({ communeName: 'Xã Hội Tây', version: 2 })
    expect((await merge(ctx, into)).moved.waitingTotal).toBe(0)
  })

  it('tells nobody a second time', async () => {
    await makeSite(ctx, HERE)
    await makePerson(db, 'officer', { place: { provinceCode: '91', communeCode: '30001' } })
    await merge(ctx, SPLIT)
    const before = await everything(db)
    expect((await merge(ctx, SPLIT)).counts).toEqual({ fresh: 0, known: 2, refused: 0 })
    expect(await everything(db)).toEqual(before)
    expect(before['notification']).toHaveLength(1)
  })
})

describe('a run', () => {
  it('that is only tried out says what it would do and writes nothing', async () => {
    await makeSite(ctx, HERE)
    const before = await everything(db)
    const report = await merge(ctx, JOINED, { dryRun: true })
    expect(report).toMatchObject({ unitsEnded: 2, moved: { site: 1 }, counts: { fresh: 2 } })
    expect(await everything(db)).toEqual(before)
  })

  it('that is cut off is finished by the next one, and no place is moved twice', async () => {
    const { id: organisationId } = await makeOrganisation(ctx)
    for (let i = 0; i < 230; i++) await makeSite(ctx, { ...HERE, organisationId })
    await expect(merge({ ...ctx, db: failingAfter(db, 2) }, JOINED)).rejects.toThrow('cut off')
    const at = async (code: string) =>
      (await db.all(sql`SELECT 1 FROM site WHERE commune_code = ${code}`)).length
    expect([await at('30001'), await at('30050')]).toEqual([130, 100])
    expect((await merge(ctx, JOINED)).moved.site).toBe(130)
    expect([await at('30001'), await at('30050')]).toEqual([0, 230])
    const again = await db.all(sql`SELECT 1 FROM site WHERE version <> 2`)
    expect(again).toEqual([])
  }, 30_000)

  it('refuses rows with their reasons and takes the others', async () => {
    const report = await merge(ctx, [
      { old: ['30002', 'Xã Tân Mỹ'], to: ['31001', 'Xã Phong Điền'], on: '2026-06-01' },
      { old: ['39999', 'Xã Không Có'], to: ['31001', 'Xã Phong Điền'], on: '2026-06-01' },
      { old: ['30001', 'Xã Mỹ Hội Đông'], to: ['3', 'Xã A'], on: '2026-13-01' },
    ])
    expect(report.counts).toEqual({ fresh: 1, known: 0, refused: 2 })
    expect(report.refused.map(({ row, reason }) => [row, reason])).toEqual([
      [4, expect.stringContaining('ngày')],
      [3, 'Không có đơn vị nào đang có mã này.'],
    ])
  })
})

it('what is printed stays: the digits in a code name its province by the day it was granted', async () => {
  const { id } = await makeSite(ctx, HERE)
  const { code } = await makeCode(ctx, { siteId: id, code: 'VN-89-886-30337-01-23' })
  await merge(ctx, [{ old: ['91', 'An Giang'], to: ['92', 'Thành phố Cần Thơ'], on: '2026-06-01' }])
  expect(await findAll(db, { unit: 'Cần Thơ' })).toEqual([code])
  expect(await findAll(db, { unit: 'An Giang' })).toEqual([code])
  const granted = toCalendarDate('2023-05-01')
  expect(granted === null ? null : resolveProvinceCode('89', granted)?.name).toBe('An Giang')
})

/** A database that goes away after so many batches. */
function failingAfter(whole: Database, batches: number): Database {
  let left = batches
  return new Proxy(whole, {
    get(target, key, receiver) {
      if (key !== 'batch') return Reflect.get(target, key, receiver)
      return (...args: Parameters<Database['batch']>) => {
        left -= 1
        if (left < 0) throw new Error('cut off')
        return target.batch(...args)
      }
    },
  })
}

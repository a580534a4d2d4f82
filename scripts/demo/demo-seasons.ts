import { sql } from 'drizzle-orm'
import { SUBSTANCE_RULE } from '../../worker/resources/substance-rule.ts'
import { importProtection } from '../../worker/verbs/imports/import-protection.ts'
import { addRecord } from '../../worker/verbs/records/save-record.ts'
import { closeSeason } from '../../worker/verbs/seasons/close-season.ts'
import { addSeason } from '../../worker/verbs/seasons/save-season.ts'
import { type DemoContext, exists } from './demo-context.ts'
import { checkWhole, type DemoStep, fileOf, template } from './demo-sheets.ts'
import { siteOf } from './demo-sites.ts'

const LIST = 'danh-muc-thuoc.csv'
const LISTED_ON = -400

/** Made up, in the shape of rules that importing markets publish. */
const RULES = [
  { substance: 'Thiamethoxam', market: 'EU', effect: 'banned', from: -600, limitNote: '' },
  {
    ...{ substance: 'Difenoconazole', market: 'CHN', effect: 'limited', from: -600 },
    limitNote: 'dư lượng tối đa 0,2 mg/kg (minh họa)',
  },
] as const

/** Seasons as cooperatives report them; days are offsets. */
const SEASONS = [
  {
    ...{ code: 'VN-AGOR-9002', crop: 'Xoài', variety: 'Cát Hòa Lộc', areaHa: '36,2' },
    ...{ standard: 'vietgap_2017', markets: 'CHN', expectedYieldKg: '20 tấn' },
    ...{ startsOn: -210, floweringOn: -128, expectedFromOn: -20, expectedToOn: -10 },
    end: { on: -9, endedOn: -12, yieldKg: '18,4 tấn' },
  },
  {
    ...{ code: 'VN-AGOR-9001', crop: 'Xoài', variety: 'Cát Chu', areaHa: '42,5' },
    ...{ standard: 'vietgap_2017', markets: 'VNM\nCHN\nUSA', expectedYieldKg: '24 tấn' },
    ...{ startsOn: -195, floweringOn: -115, expectedFromOn: -6, expectedToOn: 20 },
    end: null,
  },
  {
    ...{ code: 'VN-15-133-04681-95-24', crop: 'Chè', variety: 'Shan tuyết', areaHa: '64,2' },
    ...{ standard: 'organic', markets: 'VNM\nEU', expectedYieldKg: '3,8 tấn' },
    ...{ startsOn: -180, floweringOn: null, expectedFromOn: -30, expectedToOn: 45 },
    end: null,
  },
] as const

/** The list of plant-protection products and what markets ban, before anything is sprayed. */
export function protectionSteps(demo: DemoContext): DemoStep[] {
  return [{ on: LISTED_ON, run: () => listProducts(demo) }]
}

/** Each season, opened on its first day and closed where it is over. */
export function seasonSteps(demo: DemoContext): DemoStep[] {
  return SEASONS.flatMap((season) => [
    { on: season.startsOn, run: () => openOne(demo, season) },
    ...(season.end === null ? [] : [{ on: season.end.on, run: () => closeOne(demo, season) }]),
  ])
}

async function listProducts(demo: DemoContext): Promise<void> {
  const ctx = demo.then(LISTED_ON)
  const input = fileOf(demo, LIST, await template(LIST))
  checkWhole(LIST, await importProtection({ ctx, input }))
  for (const { from, ...rule } of RULES) {
    const isThere = sql`SELECT 1 FROM substance_rule WHERE substance = ${rule.substance}`
    if (await exists(demo.db, isThere)) continue
    const texts = { ...rule, fromOn: demo.calendar.on(from), legalBasis: 'Quy định minh họa' }
    await addRecord(ctx, SUBSTANCE_RULE, { texts })
  }
}

type DemoSeason = (typeof SEASONS)[number]

async function seasonOf(demo: DemoContext, { code }: DemoSeason) {
  const siteId = await siteOf(demo, code)
  const [row] = await demo.db.all<{ id: string; endedOn: string | null }>(
    sql`SELECT id, ended_on AS endedOn FROM season WHERE site_id = ${siteId} LIMIT 1`,
  )
  return { siteId, season: row ?? null }
}

async function openOne(demo: DemoContext, given: DemoSeason): Promise<void> {
  const { siteId, season } = await seasonOf(demo, given)
  if (season !== null) return
  const { code: _code, end: _end, startsOn, floweringOn, ...rest } = given
  const { expectedFromOn, expectedToOn, ...said } = rest
  const { on } = demo.calendar
  const texts = {
    ...said,
    siteId,
    startsOn: on(startsOn),
    floweringOn: floweringOn === null ? '' : on(floweringOn),
    expectedFromOn: on(expectedFromOn),
    expectedToOn: on(expectedToOn),
  }
  // Whichever edition was in force then, these cooperatives follow that of their certificate.
  const confirmed = ['standard_not_in_force']
  await addSeason({ ctx: demo.then(startsOn, 7), input: { texts, confirmed } })
}

async function closeOne(demo: DemoContext, given: DemoSeason): Promise<void> {
  const { season } = await seasonOf(demo, given)
  const { end } = given
  if (end === null || season === null || season.endedOn !== null) return
  const texts = { endedOn: demo.calendar.on(end.endedOn), yieldKg: end.yieldKg }
  await closeSeason({ ctx: demo.then(end.on, 16), input: { id: season.id, texts } })
}

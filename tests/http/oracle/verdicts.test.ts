import { beforeAll, describe, expect, it } from 'vitest'
import type { CodeFacts, StandingFacts } from '../../../worker/domain/standing/types.ts'
import { isolateCache } from '../../../worker/platform/facts-cache.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext } from '../../support/factories.ts'
import { issuedOracle } from '../../support/oracle/authenticity-oracle.ts'
import { sayTheSame, type Told } from '../../support/oracle/compare-standing.ts'
import { labelOracle } from '../../support/oracle/label-oracle.ts'
import {
  decideAtRandom,
  type RandomCode,
  randomHolder,
} from '../../support/oracle/random-register.ts'
import { rawEvents, rawExceptions, rawRuns } from '../../support/oracle/read-raw.ts'
import { seeded } from '../../support/oracle/seeded.ts'
import { standingOracle } from '../../support/oracle/standing-oracle.ts'
import { statusAtDestination, statusOracle } from '../../support/oracle/status-oracle.ts'
import { type Json, publicApp } from '../public/support.ts'
import { type RandomBatch, randomBatches } from './random-batches.ts'

const SEED = 20_260_618
const HOLDERS = 25
const BATCHES_EACH = 10
const SHOWN = 3
const MINUTES = 240_000

let db: Awaited<ReturnType<typeof freshDatabase>>['db']
const batches: RandomBatch[] = []
const codes = new Map<string, CodeFacts>()

beforeAll(async () => {
  ;({ db } = await freshDatabase())
  const random = seeded(SEED)
  const ctx = makeContext(db)
  const all: RandomCode[] = []
  for (let at = 0; at < HOLDERS; at++) {
    const holder = await randomHolder(ctx)
    batches.push(...(await randomBatches(db, random, { holder, count: BATCHES_EACH })))
    all.push(...holder.codes)
  }
  for (const { id, code, kind, siteId } of all) {
    const known = await rawEvents(db, id)
    // What a decision says of a day before the first one is asked of decideStanding itself.
    await decideAtRandom(ctx, random, { codeId: id, known, keepGrants: true })
    codes.set(id, { code, kind, siteId, events: await rawEvents(db, id) })
  }
}, MINUTES)

/** The day of sealing, and one after which more has come into force. */
const DAYS = ['2026-06-15', '2026-06-17']

function asking(day: string) {
  const app = publicApp(db, { now: () => Date.parse(`${day}T20:00:00+07:00`) })
  return async (path: string): Promise<Json> =>
    (await app.askJson(path, { headers: { accept: 'application/json' } })).body
}

describe.each(DAYS)(`verdicts through the database on %s (seed ${SEED})`, (day) => {
  it('are those of the oracle for every label', { timeout: MINUTES }, async () => {
    const ask = asking(day)
    const differences: object[] = []
    const seen = new Map<string, number>()
    for (const batch of batches) {
      const facts = await factsOf(batch)
      const runs = await rawRuns(db, batch.id)
      for (const path of [...batch.paths, `/b/${batch.ref}`]) {
        const wanted = oracleVerdict({ path, facts, runs, day })
        const verdict = told(await ask(path))
        const answer = `${wanted.authenticity} ${wanted.standing}`
        seen.set(answer, (seen.get(answer) ?? 0) + 1)
        if (!sayTheSame(wanted, verdict)) differences.push({ path, day, wanted, verdict, facts })
      }
    }
    expect(differences.slice(0, SHOWN)).toEqual([])
    const wanted = ['genuine clear', 'genuine notice', 'genuine stop', 'typed null']
    const refusals = ['unknown/key_revoked null', 'unknown/serial_not_issued null']
    expect([...wanted, ...refusals].filter((answer) => (seen.get(answer) ?? 0) < 20)).toEqual([])
  })

  it('tell every code’s status of the packing day and of today', { timeout: MINUTES }, async () => {
    const ask = asking(day)
    for (const { ref, packedOn, codeIds } of batches) {
      const { growingAreas, packingHouse } = await ask(`/api/v1/batches/${ref}`)
      const sites: Json[] = [...growingAreas, ...(packingHouse === null ? [] : [packingHouse])]
      const wanted = codeIds.flatMap((id) => {
        const { code, events } = factsOfCode(id)
        const site = sites.find((one) => one.code === code)
        return statusLines({ code, events, site, days: [packedOn, day] })
      })
      const found = sites.flatMap((site) => [
        `${site.code} for ${site.market}: ${site.statusWhenPacked}, ${site.statusToday}`,
        ...site.otherMarkets.map(
          (m: Json) => `${site.code} ${m.market}: ${m.statusWhenPacked}, ${m.statusToday}`,
        ),
      ])
      expect({ ref, packedOn, told: found.sort() }).toEqual({ ref, packedOn, told: wanted.sort() })
    }
  })
})

describe(`verdicts from what was kept (seed ${SEED})`, () => {
  it('are those of the next day while the database is away', { timeout: MINUTES }, async () => {
    let now = Date.parse('2026-06-15T20:00:00+07:00')
    const cache = isolateCache({ maxBytes: 50_000_000, shared: null })
    const app = publicApp(db, { now: () => now, cache })
    const ask = async (path: string): Promise<Json> =>
      (await app.askJson(path, { headers: { accept: 'application/json' } })).body
    const paths = batches.map(({ paths: [first = ''] }) => first)
    for (const path of paths) await ask(path)
    now = Date.parse('2026-06-16T15:00:00+07:00')
    app.breakDatabase()
    const differences: object[] = []
    for (const [at, batch] of batches.entries()) {
      const path = paths[at] ?? ''
      const facts = await factsOf(batch)
      const wanted = oracleVerdict({
        ...{ path, facts, day: '2026-06-16' },
        runs: await rawRuns(db, batch.id),
      })
      const answer = await ask(path)
      expect([path, answer.authenticity === 'unknown' || answer.stale]).toEqual([path, true])
      if (!sayTheSame(wanted, told(answer))) differences.push({ path, wanted, answer, facts })
    }
    expect(differences.slice(0, SHOWN)).toEqual([])
  })
})

/** As the document of a batch tells them: one destination, and what else is known of the code. */
function statusLines(given: {
  code: string
  events: CodeFacts['events']
  site: Json
  days: [string, string]
}): string[] {
  const { code, events, site, days } = given
  const forMarket = (m: string) =>
    days.map((on) => statusAtDestination(events, m, on)?.status ?? 'none').join(', ')
  const inMarket = (m: string) =>
    days.map((on) => statusOracle(events, m, on)?.status ?? 'none').join(', ')
  return [
    `${code} for ${site.market}: ${forMarket(site.market)}`,
    ...site.otherMarkets.map((m: Json) => `${code} ${m.market}: ${inMarket(m.market)}`),
  ]
}

function factsOfCode(id: string): CodeFacts {
  const facts = codes.get(id)
  if (facts === undefined) throw new Error(`no code ${id}`)
  return facts
}

async function factsOf(batch: RandomBatch): Promise<Omit<StandingFacts, 'label'>> {
  const { id, packedOn, expiresOn, markets, producerSuspendedOn, codeIds } = batch
  return {
    ...{ packedOn, expiresOn, markets, producerSuspendedOn },
    codes: codeIds.map(factsOfCode),
    exceptions: await rawExceptions(db, id),
    preHarvestBreaches: [],
    tests: [],
    intervalOverride: null,
    codeUse: [],
  }
}

function oracleVerdict(given: {
  path: string
  facts: Omit<StandingFacts, 'label'>
  runs: Awaited<ReturnType<typeof rawRuns>>
  day: string
}): Told {
  const { path, facts, runs, day } = given
  if (path.startsWith('/b/')) {
    const { markets, reasons } = standingOracle({ ...facts, label: null }, day)
    return { authenticity: 'typed', standing: null, markets: written(markets), reasons }
  }
  const label = labelOracle(path)
  if (label === null || label.serial === null) throw new Error(`no label: ${path}`)
  const { kid, profile, serial } = label
  const issued = issuedOracle({ kid, profile, serial }, runs)
  if (issued.authenticity !== 'genuine') {
    const authenticity = `unknown/${issued.reason}`
    return { authenticity, standing: null, markets: [], reasons: [] }
  }
  const { runIds, keyRevokedFrom, keyRevokedAt } = issued
  const asked = { runIds, serial, keyRevokedFrom, keyRevokedAt }
  const { standing, markets, reasons } = standingOracle({ ...facts, label: asked }, day)
  return { authenticity: 'genuine', standing, markets: written(markets), reasons }
}

const written = (markets: readonly { market: string; standing: string }[]) =>
  markets.map(({ market, standing }) => `${market} ${standing}`)

/** The verdict as it came over HTTP, in the form in which it is compared. */
function told({ authenticity, standing, markets, reasons }: Json): Told {
  if (authenticity === 'unknown') {
    return { authenticity: `unknown/${reasons[0].code}`, standing, markets: [], reasons: [] }
  }
  return {
    authenticity: authenticity ?? 'typed',
    standing,
    markets: written(markets),
    reasons: reasons.map(({ code, severity, since, market, recordedAt }: Json) => ({
      ...{ code, severity, since, market },
      recordedAt: recordedAt === null ? null : Date.parse(recordedAt),
    })),
  }
}

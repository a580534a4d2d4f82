import { beforeAll, describe, expect, it } from 'vitest'
import { CODE_STATUSES, type StatusEvent } from '../../../worker/domain/standing/types.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext } from '../../support/factories.ts'
import { certificateOracle } from '../../support/oracle/certificate-oracle.ts'
import { noticesOracle } from '../../support/oracle/notices-oracle.ts'
import {
  decideAtRandom,
  type RandomCode,
  randomHolder,
} from '../../support/oracle/random-register.ts'
import { MARKETS } from '../../support/oracle/random-standing.ts'
import { rawEvents } from '../../support/oracle/read-raw.ts'
import { seeded } from '../../support/oracle/seeded.ts'
import { countedEvents, statusOracle } from '../../support/oracle/status-oracle.ts'
import { registerReaders } from './register-readers.ts'

const SEED = 20_260_617
const HOLDERS = 25
const MINUTES = 240_000

type Known = RandomCode & { readonly events: readonly StatusEvent[] }

let codes: readonly Known[]
let db: Awaited<ReturnType<typeof freshDatabase>>['db']
beforeAll(async () => {
  ;({ db } = await freshDatabase())
  const ctx = makeContext(db)
  const random = seeded(SEED)
  const made: RandomCode[] = []
  for (let at = 0; at < HOLDERS; at++) made.push(...(await randomHolder(ctx)).codes)
  for (const { id } of made) {
    const known = await rawEvents(db, id)
    await decideAtRandom(ctx, random, { codeId: id, known, keepGrants: false })
  }
  codes = await Promise.all(made.map(async (c) => ({ ...c, events: await rawEvents(db, c.id) })))
}, MINUTES)

/** The day of the latest decisions, and one after which some come into force. */
const DAYS = ['2026-06-15', '2026-06-17']
const atNoon = (day: string) => Date.parse(`${day}T12:00:00+07:00`)
const readersOn = (day: string) => registerReaders(db, atNoon(day))

const statusesOn = (day: string, of: readonly Known[]) =>
  of.flatMap(({ code, events }) =>
    MARKETS.map((market) => {
      const event = statusOracle(events, market, day)
      return { code, market, status: event?.status ?? 'none', since: event?.effectiveOn ?? null }
    }),
  )

/** Only what differs, so that a failure can be read. */
function difference(expected: readonly string[], told: readonly string[]) {
  const missing = expected.filter((line) => !told.includes(line))
  const wrong = told.filter((line) => !expected.includes(line))
  return { missing: missing.sort().slice(0, 5), wrong: wrong.sort().slice(0, 5) }
}
const NONE = { missing: [], wrong: [] }

describe.each(DAYS)(`every reader of the register on %s (seed ${SEED})`, (day) => {
  const plain = (of: readonly Known[]) =>
    statusesOn(day, of).map(({ code, market, status }) => `${code} ${market} ${status}`)
  const dated = (of: readonly Known[]) =>
    statusesOn(day, of).map((s) => `${s.code} ${s.market} ${s.status} ${s.since}`)

  it('tells the status of the oracle in a code’s public entry', { timeout: MINUTES }, async () => {
    const readers = readersOn(day)
    const told = (await Promise.all(codes.map(readers.entry))).flat()
    expect(difference(dated(codes), told)).toEqual(NONE)
  })

  it('lists a code under its status, in any market and in each', { timeout: MINUTES }, async () => {
    const { listed } = readersOn(day)
    const all = statusesOn(day, codes)
    for (const status of CODE_STATUSES) {
      for (const market of [null, ...MARKETS]) {
        const fits = all.filter((s) => s.status === status && [null, s.market].includes(market))
        const wanted = [...new Set(fits.map(({ code }) => code))]
        const found = await listed(status, market)
        expect({ status, market, ...difference(wanted, found) }).toEqual({
          status,
          market,
          ...NONE,
        })
      }
    }
  })

  it('tells it on the pages of the public register', { timeout: MINUTES }, async () => {
    expect(difference(dated(codes), await readersOn(day).register())).toEqual(NONE)
  })

  it('lists what is suspended or revoked today, and nothing else', {
    timeout: MINUTES,
  }, async () => {
    const stopped = dated(codes).filter((line) => / (suspended|revoked) /.test(line))
    expect(stopped.length).toBeGreaterThan(20)
    expect(difference(stopped, await readersOn(day).suspensions())).toEqual(NONE)
  })

  it('tells it in the portal: list, code and place', { timeout: MINUTES }, async () => {
    const readers = readersOn(day)
    expect(difference(plain(codes), await readers.portalList())).toEqual(NONE)
    const ofCodes = (await Promise.all(codes.map(readers.portalCode))).flat()
    expect(difference(plain(codes), ofCodes)).toEqual(NONE)
    const sites = [...new Set(codes.map(({ siteId }) => siteId))]
    const ofSites = (await Promise.all(sites.map(readers.portalSite))).flat()
    expect(difference(plain(codes), ofSites)).toEqual(NONE)
  })

  it('writes it into the list for officers', { timeout: MINUTES }, async () => {
    const told = await readersOn(day).exported()
    const decided = plain(codes).filter((line) => !line.endsWith(' none'))
    expect(difference(decided, told).missing).toEqual([])
    // A market without any decision that counts has no row: it would be read as a grant.
    const pairs = codes.flatMap(({ code, events }) =>
      countedEvents(events).map(({ market }) => `${code} ${market}`),
    )
    const rows = told.map((line) => line.split(' ').slice(0, 2).join(' '))
    expect(difference(pairs, rows)).toEqual(NONE)
    expect(new Set(rows).size).toBe(rows.length)
  })

  it('tells it on the scan of a certificate', { timeout: MINUTES }, async () => {
    const { certificate } = readersOn(day)
    for (const code of codes) {
      const verdict = await certificate(code)
      const oracle = certificateOracle(code.events, day)
      const clear = verdict.markets.filter((m: { standing: string }) => m.standing === 'clear')
      const told = { code: code.code, active: clear.map((m: { market: string }) => m.market) }
      expect(told).toEqual({ code: code.code, active: oracle.active })
      expect(verdict.authenticity).toBe('genuine')
      // Markets that were asked for and never decided on are its markets too.
      const some = oracle.active.length === MARKETS.length ? 'clear' : 'notice'
      expect(verdict.standing).toBe(oracle.active.length === 0 ? 'stop' : some)
    }
  })
})

const writeEvent = ({ id, market, status, effectiveOn, recordedAt, amends }: StatusEvent) =>
  `${id}: ${market} ${status} from ${effectiveOn}, at ${recordedAt}, amends ${amends}`

describe(`public notices (seed ${SEED})`, () => {
  it('tell each decision that counts or was taken back, and no other', {
    timeout: MINUTES,
  }, async () => {
    const told = await readersOn('2026-06-15').notices()
    const differences = codes.flatMap(({ code, events }) => {
      const wanted = noticesOracle(events).map(
        ({ id, takenBack }) => `${id} ${takenBack ? 'taken back' : 'stands'}`,
      )
      const found = told.filter((line) => events.some(({ id }) => line.startsWith(`${id} `)))
      const { missing, wrong } = difference(wanted, found)
      if (missing.length + wrong.length === 0) return []
      return [{ code, missing, wrong, events: events.map(writeEvent) }]
    })
    expect(told.length).toBeGreaterThan(100)
    expect(new Set(told).size).toBe(told.length)
    expect(differences.slice(0, 2)).toEqual([])
  })

  it('mark in a code’s history exactly what was corrected', { timeout: MINUTES }, async () => {
    const { get } = readersOn('2026-06-15')
    for (const { code, events } of codes) {
      const said = events.filter((e) => e.status !== 'none')
      const expected = said.map((e) => {
        const amended = events.some((other) => other.amends === e.id)
        return `${e.market} ${e.status} ${e.effectiveOn} ${e.recordedAt} ${amended}`
      })
      const told = (await get(`/api/v1/codes/${code}`)).history.map(
        (e: {
          market: string
          status: string
          effectiveOn: string
          recordedAt: string
          amended: boolean
        }) => `${e.market} ${e.status} ${e.effectiveOn} ${Date.parse(e.recordedAt)} ${e.amended}`,
      )
      expect({ code, ...difference(expected, told) }).toEqual({ code, ...NONE })
      expect(told.length).toBe(expected.length)
    }
  })
})

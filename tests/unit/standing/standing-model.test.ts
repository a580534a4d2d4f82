import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideStanding } from '../../../worker/domain/standing/decide-standing.ts'
import { decidingEvent, marketsOf, statusOn } from '../../../worker/domain/standing/status-on.ts'
import {
  CODE_STATUSES,
  type CodeFacts,
  type CodeStatus,
  EXCEPTION_KINDS,
  type ExceptionFacts,
  type Standing,
  type StandingFacts,
  type StatusEvent,
} from '../../../worker/domain/standing/types.ts'

/** Few days, few instants, few ids: so that ties, amendments and boundaries come up all the time. */
const DAYS = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'] as const
const anyDay = fc.constantFrom(...DAYS)
const MARKETS = ['VNM', 'CHN', 'EU'] as const

const anyEvents = (prefix: string) =>
  fc
    .array(
      fc.record({
        market: fc.constantFrom(...MARKETS),
        status: fc.constantFrom<CodeStatus>(...CODE_STATUSES, 'active', 'active', 'active'),
        effectiveOn: anyDay,
        recordedAt: fc.nat({ max: 3 }),
        amends: fc.option(fc.nat({ max: 9 }), { freq: 5 }),
      }),
      { maxLength: 8 },
    )
    .map((events): StatusEvent[] =>
      events.map((event, i) => ({
        ...event,
        id: `${prefix}${i}`,
        amends: event.amends !== null && event.amends < i ? `${prefix}${event.amends}` : null,
        reason: null,
        documentNo: null,
        text: null,
      })),
    )

const anyExceptions = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...EXCEPTION_KINDS),
      runId: fc.constantFrom(null, 'run', 'other'),
      range: fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })),
      effectiveOn: anyDay,
      amends: fc.option(fc.nat({ max: 3 }), { freq: 3 }),
      withdrawn: fc.boolean(),
    }),
    { maxLength: 4 },
  )
  .map((rows): ExceptionFacts[] =>
    rows.map(({ range: [from, length], ...row }, i) => ({
      ...row,
      id: `x${i}`,
      fromSerial: row.runId === null ? null : from,
      toSerial: row.runId === null ? null : from + length,
      amends: row.amends !== null && row.amends < i ? `x${row.amends}` : null,
      withdrawn: row.withdrawn && row.amends !== null && row.amends < i,
      recordedAt: i,
      text: null,
      documentNo: null,
      authority: null,
    })),
  )

const anyCodes = fc
  .tuple(anyEvents('a'), anyEvents('b'), anyEvents('c'), fc.nat({ max: 3 }), fc.boolean())
  .map(([a, b, c, count, shared]): CodeFacts[] =>
    [
      { code: 'A', kind: 'growing_area' as const, siteId: 's1', events: a },
      { code: 'B', kind: 'growing_area' as const, siteId: shared ? 's1' : 's2', events: b },
      { code: 'C', kind: 'packing_house' as const, siteId: 's3', events: c },
    ].slice(0, count),
  )

const anyFacts: fc.Arbitrary<StandingFacts> = fc.record({
  packedOn: anyDay,
  expiresOn: fc.option(anyDay),
  markets: fc.uniqueArray(fc.constantFrom(...MARKETS), { minLength: 1 }),
  codes: anyCodes,
  exceptions: anyExceptions,
  preHarvestBreaches: fc.constant([]),
  tests: fc.constant([]),
  intervalOverride: fc.constant(null),
  codeUse: fc.constant([]),
  producerSuspendedOn: fc.option(anyDay, { freq: 2 }),
  label: fc.option(
    fc.record({
      runIds: fc.constantFrom(['run'], ['run', 'other'], ['third']),
      serial: fc.nat({ max: 8 }),
      keyRevokedFrom: fc.option(fc.constant(1), { freq: 2 }),
      keyRevokedAt: fc.constant(2),
    }),
  ),
})

/** The status of a day, found by living through the decisions in their order. */
function modelStatus(events: readonly StatusEvent[], market: string, day: string): CodeStatus {
  const amended = new Set(events.map((event) => event.amends))
  const order = (e: StatusEvent) =>
    [e.effectiveOn, String(e.recordedAt).padStart(9, '0'), e.id].join()
  let status: CodeStatus = 'none'
  for (const event of [...events].sort((a, b) => (order(a) < order(b) ? -1 : 1))) {
    if (amended.has(event.id) || event.market !== market) continue
    if (event.effectiveOn <= day) status = event.status
  }
  return status
}

const worst = (found: readonly Standing[]): Standing =>
  found.includes('stop') ? 'stop' : found.includes('notice') ? 'notice' : 'clear'

function modelUnscoped(facts: StandingFacts, today: string): Standing {
  const found: Standing[] = []
  for (const row of facts.exceptions) {
    if (row.withdrawn || today < row.effectiveOn) continue
    if (facts.exceptions.filter((other) => other.amends === row.id).length > 0) continue
    const held = facts.label?.runIds.some((id) => id === row.runId) === true
    const serial = held ? (facts.label?.serial ?? -1) : -1
    const inRange = serial >= (row.fromSerial ?? 0) && serial <= (row.toSerial ?? 1e9)
    if (row.runId !== null && (serial < 0 || !inRange)) continue
    found.push(row.kind === 'lost' || row.kind === 'copy_suspected' ? 'notice' : 'stop')
  }
  if (facts.expiresOn !== null && facts.expiresOn < today) found.push('stop')
  if (facts.producerSuspendedOn !== null && !(facts.producerSuspendedOn > today))
    found.push('notice')
  if (typeof facts.label?.keyRevokedFrom === 'number') found.push('notice')
  return worst(found)
}

function modelMarket(facts: StandingFacts, market: string, today: string): Standing {
  const found: Standing[] = []
  const sites = new Map<string, CodeFacts[]>()
  for (const code of facts.codes) sites.set(code.siteId, [...(sites.get(code.siteId) ?? []), code])
  for (const codes of sites.values()) {
    const here = codes.filter((code) => code.events.map((e) => e.market as string).includes(market))
    if (here.length === 0 && market !== 'VNM') found.push('stop')
    for (const { events } of here) {
      const now = modelStatus(events, market, today)
      if (modelStatus(events, market, facts.packedOn) !== 'active') found.push('stop')
      const isAgainst = now === 'suspended' || now === 'revoked' || now === 'cancelled'
      if (isAgainst && (decidingEvent(events, market, today)?.effectiveOn ?? '') > facts.packedOn)
        found.push('notice')
    }
  }
  return worst(found)
}

describe('standing against a model written from the rules', () => {
  it('gives the model standing, market by market and overall', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, today) => {
        const unscoped = modelUnscoped(facts, today)
        const markets = facts.markets.map((m) => worst([unscoped, modelMarket(facts, m, today)]))
        const everywhere = markets.every((standing) => standing === 'stop')
        const export_ = facts.markets.includes('VNM') ? 'clear' : 'notice'
        const some = worst([unscoped, ...markets, export_]) === 'clear' ? 'clear' : 'notice'
        const decision = decideStanding(facts, today)
        expect(decision.markets.map((m) => m.standing)).toEqual(markets)
        expect(decision.standing).toBe(unscoped === 'stop' || everywhere ? 'stop' : some)
      }),
      { numRuns: 5_000, seed: 7 },
    )
  })

  it('leaves every other market untouched by a decision for one', () => {
    fc.assert(
      fc.property(
        anyFacts,
        anyDay,
        fc.constantFrom(...MARKETS),
        anyDay,
        (facts, today, market, on) => {
          const [code, ...rest] = facts.codes
          fc.pre(code?.events.some((event) => event.market === market) === true)
          if (code === undefined) return
          const event: StatusEvent = {
            id: 'new',
            market,
            status: 'suspended',
            effectiveOn: on,
            recordedAt: 99,
            reason: null,
            documentNo: null,
            text: null,
            amends: null,
          }
          const changed = {
            ...facts,
            codes: [{ ...code, events: [...code.events, event] }, ...rest],
          }
          const others = (f: StandingFacts) =>
            decideStanding(f, today).markets.filter((m) => m.market !== market)
          expect(others(changed)).toEqual(others(facts))
        },
      ),
      { numRuns: 2_000, seed: 8 },
    )
  })

  it('gives reasons if and only if it is not clear, stops first, and no order of rows changes it', () => {
    const set = (reasons: readonly object[]) => reasons.map((r) => JSON.stringify(r)).sort()
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, today) => {
        const { standing, reasons, markets } = decideStanding(facts, today)
        expect(reasons.length === 0).toBe(standing === 'clear')
        const severities = reasons.map((reason) => reason.severity)
        expect(severities.lastIndexOf('stop')).toBeLessThan(
          severities.includes('notice') ? severities.indexOf('notice') : 1_000,
        )
        const turned = {
          ...facts,
          codes: facts.codes.map((code) => ({ ...code, events: [...code.events].reverse() })),
          exceptions: [...facts.exceptions].reverse(),
        }
        const again = decideStanding(turned, today)
        expect({ ...again, reasons: set(again.reasons) }).toEqual({
          standing,
          markets,
          reasons: set(reasons),
        })
      }),
      { numRuns: 2_000, seed: 9 },
    )
  })
})

describe('status of a day', () => {
  it('is that of the model, for any history', () => {
    fc.assert(
      fc.property(anyEvents('e'), fc.constantFrom(...MARKETS), anyDay, (events, market, day) => {
        expect(statusOn(events, market, day)).toBe(modelStatus(events, market, day))
        expect(decidingEvent(events, market, day)?.status ?? 'none').toBe(
          statusOn(events, market, day),
        )
      }),
      { numRuns: 5_000, seed: 10 },
    )
  })

  it('is none before the first decision and in a market without any', () => {
    expect(statusOn([], 'CHN', '2026-03-01')).toBe('none')
    expect(marketsOf([])).toEqual([])
  })
})

import {
  CODE_STATUSES,
  type CodeFacts,
  type CodeStatus,
  EXCEPTION_KINDS,
  type ExceptionFacts,
  type RunFacts,
  type StandingFacts,
  type StatusEvent,
} from '../../../worker/domain/standing/types.ts'
import type { Seeded } from './seeded.ts'

/** Few days, instants, markets and ids, so that everything that can collide does. */
export const DAYS = '01 02 03 04 05 06 07 08'.split(' ').map((day) => `2026-03-${day}`)
export const MARKETS = ['VNM', 'CHN', 'EU', 'DEU', 'FRA', 'USA']

/** A batch, its runs and the label asked about, before anything is decided. */
export type RandomCase = {
  readonly today: string
  /** `label` is not filled in: it follows from the runs. */
  readonly facts: Omit<StandingFacts, 'label'>
  readonly runs: readonly RunFacts[]
  /** Null for a typed code. */
  readonly asked: { kid: string; profile: RunFacts['profile']; serial: number } | null
}

const SITES: readonly Omit<CodeFacts, 'events'>[] = [
  { code: 'A1', kind: 'growing_area', siteId: 'area 1' },
  { code: 'A2', kind: 'growing_area', siteId: 'area 1' },
  { code: 'B1', kind: 'growing_area', siteId: 'area 2' },
  { code: 'H1', kind: 'packing_house', siteId: 'house' },
]

export function randomCase(random: Seeded): RandomCase {
  const { pick, chance, some } = random
  const runs = randomRuns(random)
  const packedOn = pick(DAYS)
  const markets = some(MARKETS, 0.35)
  const facts = {
    packedOn,
    expiresOn: chance(0.15) ? pick(DAYS) : null,
    markets: markets.length === 0 ? [pick(MARKETS)] : markets,
    codes: some(SITES, 0.5).map((site) => ({ ...site, events: randomEvents(random, site.code) })),
    exceptions: chance(0.4) ? randomExceptions(random, runs) : [],
    ...randomAllowances(random),
    producerSuspendedOn: chance(0.1) ? pick(DAYS) : null,
  }
  return { today: pick(DAYS), facts, runs, asked: askedOf(random, runs) }
}

/** Mostly a label of one of the runs, or beside one. */
function askedOf({ pick, chance, below }: Seeded, runs: readonly RunFacts[]): RandomCase['asked'] {
  if (chance(0.1)) return null
  if (runs.length === 0 || chance(0.1)) {
    return { kid: pick(KIDS), profile: pick(PROFILES), serial: below(5) }
  }
  const { kid, profile, fromSerial } = pick(runs)
  return { kid, profile, serial: fromSerial + (chance(0.7) ? 0 : below(3)) }
}

/**
 * Decisions with corrections, corrections of corrections, and what takes them back; always within a
 * market, because the register refuses to amend a decision of another one.
 */
export function randomEvents(random: Seeded, prefix: string): StatusEvent[] {
  const { pick, chance, below } = random
  const own = random.some(MARKETS, 0.5)
  const markets = own.length === 0 ? MARKETS : own
  const events: StatusEvent[] = []
  // Most codes were granted long ago; the others begin somewhere in between.
  for (const market of chance(0.6) ? markets : []) {
    const id = `${prefix}-0${market}`
    events.push({ ...EVENT, id, market, status: 'active', effectiveOn: LONG_AGO, recordedAt: 0 })
  }
  const count = below(6)
  for (let at = 0; at < count; at++) {
    const amended = events.length > 0 && chance(0.35) ? pick(events) : null
    const market = amended?.market ?? pick(markets)
    events.push({
      ...EVENT,
      id: `${prefix}-${pick(['1', '5', '9'])}${at}`,
      market,
      status: randomStatus(random, amended !== null),
      effectiveOn: pick(DAYS),
      recordedAt: below(3),
      amends: amended?.id ?? null,
    })
  }
  return events
}

const LONG_AGO = '2026-01-01'
const EVENT = { reason: null, documentNo: null, text: null, amends: null } as const

/** `none` that amends nothing is left out: the text gives such a decision no meaning. */
function randomStatus({ chance, pick }: Seeded, amends: boolean): CodeStatus {
  if (amends && chance(0.35)) return 'none'
  if (chance(0.5)) return 'active'
  return pick(CODE_STATUSES.filter((status) => status !== 'none'))
}

const KIDS = ['A1B', 'C2D']
const PROFILES = ['compact', 'full'] as const

/** Runs of both keys, revoked or not, of units and of whole batches that share serial 0. */
function randomRuns({ pick, chance, below }: Seeded): RunFacts[] {
  const revoked = KIDS.map(() => (chance(0.3) ? instantOf(pick(DAYS)) : null))
  const runs: RunFacts[] = []
  const count = below(5)
  for (let at = 0; at < count; at++) {
    const key = below(2)
    const fromSerial = chance(0.5) ? 0 : 1 + below(3)
    const keyRevokedFrom = revoked[key] ?? null
    runs.push({
      id: `run-${at}`,
      profile: pick(PROFILES),
      kid: KIDS[key] ?? '',
      fromSerial,
      toSerial: fromSerial === 0 ? 0 : fromSerial + below(2),
      createdAt: instantOf(pick(DAYS)) + below(2),
      keyRevokedFrom,
      keyRevokedAt: keyRevokedFrom === null ? null : keyRevokedFrom + 5,
      hasPin: false,
    })
  }
  return runs
}

/** An instant on a day in Viet Nam. */
const instantOf = (day: string) => Date.parse(`${day}T12:00:00+07:00`)

function randomExceptions(random: Seeded, runs: readonly RunFacts[]): ExceptionFacts[] {
  const { pick, chance, below } = random
  const rows: ExceptionFacts[] = []
  const count = 1 + below(4)
  for (let at = 0; at < count; at++) {
    const amended = at > 0 && chance(0.4) ? pick(rows) : null
    const kind = pick(EXCEPTION_KINDS)
    // An officer finds the use of a code not authorised for the batch, never for some labels of it.
    const isOfBatch = runs.length === 0 || kind === 'code_use_not_authorised' || chance(0.2)
    const run = isOfBatch ? null : pick(runs)
    const fromSerial = run === null ? null : Math.max(0, run.fromSerial - below(2))
    rows.push({
      id: `x-${at}`,
      kind,
      runId: run?.id ?? null,
      fromSerial,
      toSerial: fromSerial === null ? null : fromSerial + below(3),
      effectiveOn: pick(DAYS),
      recordedAt: below(3),
      text: null,
      documentNo: null,
      authority: null,
      amends: amended?.id ?? null,
      withdrawn: amended !== null && chance(0.5),
    })
  }
  return rows
}

function randomAllowances({
  pick,
  chance,
  some,
}: Seeded): Pick<StandingFacts, 'preHarvestBreaches' | 'intervalOverride' | 'codeUse' | 'tests'> {
  const [first = ''] = DAYS
  const word = (on: string) => ({ on, recordedAt: 1, by: 'Chi cục', reason: 'đã kiểm tra' })
  const breach = {
    productName: 'Abamectin',
    sprayedOn: '2026-02-20',
    intervalDays: 14,
    harvestedOn: first,
  }
  const sample = (passed: boolean) => ({
    analyte: 'Carbendazim',
    result: '0,2 mg/kg',
    limit: '0,1 mg/kg',
    laboratory: null,
    sampledOn: first,
    passed,
  })
  const used = chance(0.15) ? some(['A1', 'B1', 'H1'], 0.5) : []
  return {
    preHarvestBreaches: chance(0.1) ? [breach] : [],
    intervalOverride: chance(0.2) ? word(first) : null,
    tests: chance(0.15) ? [sample(chance(0.5))] : [],
    codeUse: used.map((code) => {
      const standing = pick(['unconfirmed', 'not_authorised', 'allowed'] as const)
      return { code, standing, allowance: standing === 'allowed' ? word(first) : null }
    }),
  }
}

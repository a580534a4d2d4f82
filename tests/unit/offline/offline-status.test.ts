import { describe, expect, it } from 'vitest'
import { decideIssued } from '../../../worker/domain/standing/decide-authenticity.ts'
import { decideStanding } from '../../../worker/domain/standing/decide-standing.ts'
import type { RunFacts } from '../../../worker/domain/standing/types.ts'
import { nextChangeOn } from '../../../worker/domain/status-list/next-change.ts'
import {
  type OfflineFacts,
  type OfflineStatus,
  offlineStatus,
} from '../../../worker/domain/status-list/offline-status.ts'
import { DAYS, type RandomCase, randomCase } from '../../support/oracle/random-standing.ts'
import { seeded } from '../../support/oracle/seeded.ts'

const SEED = 1_201
const CASES = 4_000
const PROFILES = ['compact', 'full', 'gs1'] as const

const factsOf = ({ facts, runs }: RandomCase, kid: string): OfflineFacts => ({
  standing: facts,
  runs: runs.filter((run) => run.kid === kid),
})

/** What a reader of the list says of a label. */
function read(status: OfflineStatus, profile: RunFacts['profile'], serial: number) {
  const reaches = ([from, to, ...rest]: readonly [number, number, ...unknown[]]) =>
    from <= serial && serial <= to && String(rest.at(-1)).includes(profile.charAt(0))
  if (!status.issued.some(reaches)) return 'unknown'
  const excepted = status.excepted.filter(reaches)
  const value = Math.max(status.value, ...excepted.map((range) => range[2]))
  if (value > 0) return value === 3 ? 'recalled' : 'stop'
  return status.notice || excepted.length > 0 ? 'notice' : 'clear'
}

/** What a scan says. */
function scanned(
  at: RandomCase,
  kid: string,
  { profile, serial }: Pick<RunFacts, 'profile'> & { serial: number },
) {
  const none = { growingAreas: [], packingHouse: null, gtin: '' }
  const subject = { ...none, profile, serial, ref: 'x' }
  const issued = decideIssued(kid, subject, at.runs)
  if (issued.authenticity !== 'genuine') return 'unknown'
  const of = { runIds: issued.runIds, serial: subject.serial }
  const facts = { ...at.facts, label: { ...of, keyRevokedFrom: null, keyRevokedAt: null } }
  const { standing, reasons } = decideStanding(facts, at.today)
  const recalled = reasons.some(({ code }) => code.endsWith('_recalled'))
  return standing === 'stop' && recalled ? 'recalled' : standing
}

describe(`what lists say of a batch (seed ${SEED})`, () => {
  it('is what a scan says of each of its labels, and no label is left out or made up', () => {
    const random = seeded(SEED)
    const seen = new Map<string, number>()
    for (let number = 0; number < CASES; number++) {
      const at = randomCase(random)
      for (const kid of new Set(at.runs.map((run) => run.kid))) {
        if (at.runs.some((run) => run.kid === kid && run.keyRevokedFrom !== null)) continue
        const status = offlineStatus(factsOf(at, kid), at.today)
        for (const profile of PROFILES) {
          for (let serial = 0; serial < 6; serial++) {
            const wanted = scanned(at, kid, { profile, serial })
            expect({ number, kid, profile, serial, told: read(status, profile, serial) }).toEqual({
              ...{ number, kid, profile, serial, told: wanted },
            })
            seen.set(wanted, (seen.get(wanted) ?? 0) + 1)
          }
        }
      }
    }
    for (const answer of ['clear', 'notice', 'stop', 'recalled', 'unknown']) {
      expect([answer, (seen.get(answer) ?? 0) > 100]).toEqual([answer, true])
    }
  })

  it('holds until the day it names, and no longer', () => {
    const random = seeded(SEED + 1)
    let changed = 0
    for (let number = 0; number < CASES; number++) {
      const at = randomCase(random)
      for (const kid of new Set(at.runs.map((run) => run.kid))) {
        const facts = factsOf(at, kid)
        const said = (day: string) => JSON.stringify(offlineStatus(facts, day))
        const next = nextChangeOn(facts, at.today)
        if (next !== null) changed += 1
        const after = [...DAYS, '2026-03-09'].filter((day) => day > at.today)
        const first = after.find((day) => said(day) !== said(at.today)) ?? null
        expect({ number, next }).toEqual({ number, next: first })
      }
    }
    expect(changed).toBeGreaterThan(100)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alikeCrops } from '../../../worker/domain/monitoring/alike-crops.ts'
import { geoUri, whatToBring } from '../../../worker/domain/monitoring/day-of-visits.ts'
import type { KitVisit } from '../../../worker/domain/monitoring/kit-visit.ts'
import { planVisitsInSteps } from '../../../worker/domain/monitoring/plan-visits.ts'
import { routeOrder } from '../../../worker/domain/monitoring/route-order.ts'
import type {
  MonitoringRule,
  PlanInput,
  SeasonWindow,
  StoredVisit,
  VisitPlan,
  WatchedSite,
} from '../../../worker/domain/monitoring/types.ts'
import { windowsOf } from '../../../worker/domain/monitoring/visit-needs.ts'
import { windowsOfYear } from '../../../worker/domain/monitoring/year-window.ts'
import { takeSteps } from '../../../worker/lib/steps/steps.ts'
import {
  addDays,
  type CalendarDate,
  toCalendarDate,
} from '../../../worker/lib/time/calendar-date.ts'

const planVisits = (asked: PlanInput): VisitPlan => takeSteps(planVisitsInSteps(asked))

function day(text: string): CalendarDate {
  const found = toCalendarDate(text)
  if (found === null) throw new Error(`no day ${text}`)
  return found
}

const TODAY = day('2026-06-15')
const YEAR = 2026

const RICE: readonly SeasonWindow[] = [
  { id: 'hè thu', name: 'Hè Thu', crop: 'lua', fromOn: day('2026-04-10'), toOn: day('2026-08-20') },
  {
    id: 'thu đông',
    name: 'Thu Đông',
    crop: 'lua',
    fromOn: day('2026-08-21'),
    toOn: day('2026-11-30'),
  },
]

const site = (id: string, given: Partial<WatchedSite> = {}): WatchedSite => ({
  ...{ id, communeCode: '30001', crops: ['lua'], markets: ['CHN'], risks: [], elsewhere: [] },
  ...given,
})

const rule = (given: Partial<MonitoringRule>): MonitoringRule => ({
  ...{ id: 'r', communeCode: null, crop: null, cropName: null, market: null, risk: null },
  kind: 'periodic',
  ...{ perSeason: 2, fromOn: '2026-01-01', toOn: null },
  ...given,
})

const input = (given: Partial<PlanInput> = {}): PlanInput => ({
  ...{ sites: [site('a')], rules: [], windows: windowsOfYear(RICE, YEAR), existing: [], busy: [] },
  ...{ inspectors: [{ id: 'u1', communeCode: null }], perDay: 4, overload: false, today: TODAY },
  daysOff: new Map(),
  ...given,
})

/** What a plan leaves stored, as the database would. */
function stored(before: readonly StoredVisit[], plan: VisitPlan): StoredVisit[] {
  const revised = new Map(plan.revised.map((need) => [need.id, need]))
  const kept = before.map((visit): StoredVisit => {
    const need = revised.get(visit.id)
    if (plan.dropped.includes(visit.id)) return { ...visit, state: 'cancelled' }
    if (need === undefined) return visit
    const { inspectorId, plannedOn, windowFrom, dueOn } = need
    return { ...visit, state: 'planned', inspectorId, plannedOn, windowFrom, dueOn }
  })
  const added = plan.added.map(
    ({ siteId, window, number, inspectorId, plannedOn, windowFrom, dueOn }): StoredVisit => ({
      ...{ id: `${siteId} ${window.id} ${number}`, siteId, windowId: window.id, number },
      ...{ state: 'planned', stateReason: null, inspectorId, plannedOn, windowFrom, dueOn },
    }),
  )
  return [...kept, ...added]
}

const sites: fc.Arbitrary<WatchedSite[]> = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 60 }).map((n) => `s${n}`),
    communeCode: fc.constantFrom('30001', '30002', null),
    crops: fc.subarray(['lua', 'xoai cat', 'chuoi']),
    markets: fc.subarray(['VNM', 'CHN', 'USA'], { minLength: 1 }),
    risks: fc.subarray(['open_finding', 'never_checked'] as const),
    elsewhere: fc.subarray(['2026-07-01', '2026-09-01']),
  }),
  { maxLength: 25, selector: ({ id }) => id },
)

const rules = fc.array(
  fc.record({
    ...{
      id: fc.string({ minLength: 1, maxLength: 3 }),
      communeCode: fc.constantFrom(null, '30001'),
    },
    crop: fc.constantFrom(null, 'lua', 'xoai'),
    cropName: fc.constant(null),
    market: fc.constantFrom(null, 'CHN'),
    risk: fc.constantFrom(null, 'open_finding' as const),
    kind: fc.constantFrom('periodic' as const, 'unannounced' as const),
    perSeason: fc.integer({ min: 1, max: 4 }),
    fromOn: fc.constantFrom('2025-01-01', '2026-07-01', '2027-01-01'),
    toOn: fc.constantFrom(null, '2026-05-01'),
  }),
  { maxLength: 4 },
)

const inputs: fc.Arbitrary<PlanInput> = fc.record({
  ...{ sites, rules, windows: fc.constant(windowsOfYear(RICE, YEAR)), existing: fc.constant([]) },
  inspectors: fc.subarray([
    { id: 'u1', communeCode: null },
    { id: 'u2', communeCode: '30001' },
    { id: 'u3', communeCode: '30002' },
  ]),
  busy: fc.constant([{ inspectorId: 'u1', plannedOn: '2026-06-16' }]),
  perDay: fc.integer({ min: 1, max: 2 }),
  overload: fc.boolean(),
  daysOff: fc.constant(new Map()),
  today: fc.integer({ min: 0, max: 300 }).map((days) => addDays(day('2026-01-02'), days)),
})

const RUNS = { numRuns: 60, seed: 7 }

describe('a plan of visits', () => {
  it('has every place at least once in each of its seasons that is not over', () => {
    fc.assert(
      fc.property(inputs, (asked) => {
        const visits = stored([], planVisits(asked))
        for (const each of asked.sites) {
          for (const window of windowsOf(each, asked.windows)) {
            if (window.toOn < asked.today) continue
            const own = visits.filter((v) => v.siteId === each.id && v.windowId === window.id)
            const there = each.elsewhere.filter((on) => window.fromOn <= on && on <= window.toOn)
            expect(own.length + there.length).toBeGreaterThanOrEqual(1)
            for (const visit of own) {
              expect(visit.windowFrom >= window.fromOn && visit.dueOn <= window.toOn).toBe(true)
            }
          }
        }
      }),
      RUNS,
    )
  })

  it('puts nobody beyond their day unless told, on working days within the time, where they answer', () => {
    fc.assert(
      fc.property(inputs, (asked) => {
        const { added } = planVisits(asked)
        const days = new Map<string, number>()
        for (const { inspectorId, plannedOn } of asked.busy)
          days.set(`${inspectorId} ${plannedOn}`, 1)
        for (const { inspectorId, plannedOn, windowFrom, dueOn, communeCode } of added) {
          if (inspectorId === null || plannedOn === null) continue
          const key = `${inspectorId} ${plannedOn}`
          days.set(key, (days.get(key) ?? 0) + 1)
          const inTime = windowFrom <= plannedOn && asked.today <= plannedOn && plannedOn <= dueOn
          expect(inTime).toBe(true)
          const own = asked.inspectors.find(({ id }) => id === inspectorId)
          expect([null, communeCode]).toContain(own?.communeCode)
        }
        const most = Math.max(0, ...days.values())
        if (!asked.overload) expect(most).toBeLessThanOrEqual(asked.perDay)
      }),
      RUNS,
    )
  })

  it('made again changes nothing, whatever order its places and inspectors come in', () => {
    fc.assert(
      fc.property(inputs, (asked) => {
        const first = planVisits(asked)
        const turned = {
          ...asked,
          sites: asked.sites.toReversed(),
          inspectors: asked.inspectors.toReversed(),
        }
        expect(new Set(stored([], planVisits(turned)).map(said))).toEqual(
          new Set(stored([], first).map(said)),
        )
        const again = planVisits({ ...turned, existing: stored([], first) })
        expect([again.added, again.dropped, again.surplus]).toEqual([[], [], []])
        expect(again.revised).toEqual([])
      }),
      RUNS,
    )
  })

  it('never drops or changes what is done, in somebody’s hands or cancelled by a person', () => {
    fc.assert(
      fc.property(
        inputs,
        sites,
        fc.array(fc.nat({ max: 3 }), { maxLength: 40 }),
        (asked, now, fate) => {
          const existing = stored([], planVisits(asked)).map((visit, at): StoredVisit => {
            switch (fate[at] ?? 0) {
              case 1:
                return { ...visit, state: 'done' }
              case 2:
                return { ...visit, state: 'cancelled', stateReason: 'Đã ngừng canh tác' }
              case 3:
                return { ...visit, inspectorId: null, plannedOn: null }
              default:
                return visit
            }
          })
          const plan = planVisits({ ...asked, sites: now, existing })
          const touched = new Set([...plan.dropped, ...plan.revised.map(({ id }) => id)])
          for (const visit of existing) {
            const isLoose = visit.state === 'planned' && visit.inspectorId === null
            if (!isLoose) expect(touched.has(visit.id)).toBe(false)
          }
          const after = stored(existing, plan).map(keyOf)
          expect(new Set(after).size).toBe(after.length)
        },
      ),
      RUNS,
    )
  })
})

const keyOf = ({ siteId, windowId, number }: StoredVisit) => `${siteId} ${windowId} ${number}`
const said = (visit: StoredVisit) => JSON.stringify(visit)

describe('how often', () => {
  const numbers = (given: Partial<PlanInput>) =>
    planVisits(input(given)).added.map(({ window, number, kind, why }) => [
      `${window.id} ${number}`,
      kind,
      why.risk ?? why.market ?? why.crop,
    ])

  it('is once a season, more where a rule fits, each of the more by its own rule', () => {
    const market = rule({ id: 'm', market: 'CHN', perSeason: 2 })
    const risk = rule({ id: 'q', risk: 'open_finding', kind: 'follow_up', perSeason: 3 })
    const autumn = RICE.slice(1)
    const windows = windowsOfYear(autumn, YEAR)
    expect(numbers({ windows, rules: [risk, market] })).toEqual([
      ['thu đông 1', 'periodic', null],
      ['thu đông 2', 'periodic', 'CHN'],
    ])
    const sites = [site('a', { risks: ['open_finding'] })]
    expect(numbers({ windows, sites, rules: [risk, market] }).slice(1)).toEqual([
      ['thu đông 2', 'periodic', 'CHN'],
      ['thu đông 3', 'follow_up', 'open_finding'],
    ])
  })

  it('follows rules only for the days, communes and kinds of a crop they are for', () => {
    const windows = windowsOfYear([], YEAR)
    const count = (given: Partial<MonitoringRule>, crops = ['xoai cat']) =>
      numbers({ windows, sites: [site('a', { crops })], rules: [rule(given)] }).length
    expect(count({ crop: 'xoai', perSeason: 1 })).toBe(1)
    expect(count({ crop: 'xoai', perSeason: 2 })).toBe(2)
    expect(count({ crop: 'xoai', perSeason: 2 }, ['chuoi'])).toBe(1)
    expect(count({ toOn: '2025-12-31', fromOn: '2025-01-01' })).toBe(1)
    expect(count({ communeCode: '99999' })).toBe(1)
  })

  it('counts what another plan does there, and leaves out what is over before it is planned', () => {
    expect(numbers({ sites: [site('a', { elsewhere: ['2026-09-09'] })] })).toEqual([
      ['hè thu 1', 'periodic', null],
    ])
    const late = day('2026-08-01')
    const twice = numbers({ today: late, rules: [rule({ perSeason: 2 })] })
    expect(twice.map(([name]) => name)).toEqual(['hè thu 2', 'thu đông 1', 'thu đông 2'])
  })

  it('brings back what the plan itself had dropped, and tells of what is needed no more', () => {
    const first = stored([], planVisits(input()))
    const loose = first.map((v): StoredVisit => ({ ...v, inspectorId: null, plannedOn: null }))
    const gone = planVisits(input({ sites: [], existing: loose }))
    expect(gone.dropped).toHaveLength(2)
    expect(planVisits(input({ sites: [], existing: first })).surplus).toHaveLength(2)
    const back = planVisits(input({ existing: stored(loose, gone) }))
    expect([back.added.length, back.revised.length]).toEqual([0, 2])
  })
})

describe('the way of a day', () => {
  const at = (id: string, lat: number, lng: number) => ({ id, point: { lat, lng } })

  it('goes on to the nearest from the best beginning, always the same, unknown places last', () => {
    const stops = [
      at('c', 10.2, 105),
      at('a', 10.1, 105),
      { id: 'x', point: null },
      at('b', 10.4, 105),
    ]
    const way = ['a', 'c', 'b', 'x']
    expect(routeOrder(stops).map(({ id }) => id)).toEqual(way)
    expect(routeOrder(stops.toReversed()).map(({ id }) => id)).toEqual(way)
    expect(routeOrder([])).toEqual([])
  })

  it('has every stop once', () => {
    const points = fc.option(
      fc.record({
        lat: fc.double({ min: 8, max: 23, noNaN: true }),
        lng: fc.double({ min: 102, max: 110, noNaN: true }),
      }),
      { nil: null },
    )
    fc.assert(
      fc.property(fc.array(points, { maxLength: 35 }), (all) => {
        const stops = all.map((point, n) => ({ id: `s${n}`, point }))
        const ids = routeOrder(stops).map(({ id }) => id)
        expect(ids.toSorted()).toEqual(stops.map(({ id }) => id).toSorted())
      }),
      { numRuns: 20, seed: 7 },
    )
  })

  it('says what to take along, papers of one holder once', () => {
    const paper = { kind: 'vietgap', number: '1', expiresOn: '2026-07-01' } as const
    const visit: KitVisit = {
      ...{ id: 'v', kind: 'periodic', plannedOn: '2026-06-15', dueOn: '2026-06-30', siteId: 's' },
      ...{ site: 'Vùng', holder: 'HTX', hamlet: null, commune: null, codes: [], crops: [] },
      ...{ point: null, lastCheckOn: null, lastMinutes: null, papers: [paper] },
      findings: [{ id: 'f', text: 'Thiếu biển', action: null, dueOn: null }],
    }
    expect(whatToBring([visit, { ...visit, id: 'w' }])).toEqual({
      forms: 2,
      findings: 2,
      papers: 1,
    })
    expect(geoUri({ lat: 10.5, lng: 105.25 })).toBe('geo:10.5,105.25?q=10.5,105.25')
  })
})

it('names the crops nearest to one that nobody grows, however it was spelled', () => {
  const grown = ['Xoài', 'Sầu riêng', 'Sầu đâu', 'Chuối'].map((crop) => ({
    crop,
    cropFolded: crop.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd'),
  }))
  const named = ['xoaii', 'xoia', 'sau rien', 'sau', 'chuoi gia', 'nhan', '']
  expect(named.map((crop) => alikeCrops(crop, grown))).toEqual([
    ['Xoài'],
    ['Xoài'],
    ['Sầu đâu', 'Sầu riêng'],
    ['Sầu đâu', 'Sầu riêng'],
    ['Chuối'],
    [],
    [],
  ])
})

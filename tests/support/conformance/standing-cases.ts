import type { Standing, StandingFacts } from '../../../worker/domain/standing/types.ts'
import {
  areaOf,
  areaWith,
  EXPIRES_ON,
  eventOf,
  exceptionOf,
  factsOf,
  goodEvents,
  houseOf,
  PACKED_ON,
  TODAY,
} from './standing-facts.ts'

/** `reasons` are written `code` or `code@MARKET`, worst first; `markets` in the order of the facts. */
export type StandingCase = {
  readonly name: string
  readonly facts: StandingFacts
  readonly today?: string
  readonly standing: Standing
  readonly markets: readonly Standing[]
  readonly reasons: readonly string[]
}

const clear = { standing: 'clear', markets: ['clear', 'clear'], reasons: [] } as const
const stop = { standing: 'stop', markets: ['stop', 'stop'] } as const
const notice = { standing: 'notice', markets: ['notice', 'notice'] } as const
const noticeInChina = { standing: 'notice', markets: ['clear', 'notice'] } as const
const stopInChina = { standing: 'notice', markets: ['clear', 'stop'] } as const

const breach = {
  productName: 'Thuốc A',
  sprayedOn: '2026-02-27',
  intervalDays: 14,
  harvestedOn: '2026-03-04',
}
const mine = { runId: 'run', fromSerial: 1, toSerial: 10 }
const [DAY_BEFORE, DAY_AFTER, TOMORROW] = ['2026-03-04', '2026-03-06', '2026-04-11'] as const
const suspended = (on: string) => eventOf('CHN', 'suspended', on)
const area = 'growing_area'
const house = 'packing_house'
const houseWith = (event: ReturnType<typeof suspended>) =>
  factsOf({ codes: [houseOf('HOUSE-1', [...goodEvents(), event])] })

/** Every reason alone. */
export const REASON_CASES: readonly StandingCase[] = [
  { name: 'nothing wrong', facts: factsOf(), ...clear },
  ...(['void', 'stolen', 'recalled'] as const).map((kind) => ({
    name: `label ${kind}`,
    facts: factsOf({ exceptions: [exceptionOf(kind, mine)] }),
    ...stop,
    reasons: [`label_${kind}`],
  })),
  {
    name: 'batch recalled',
    facts: factsOf({ exceptions: [exceptionOf('recalled')] }),
    ...stop,
    reasons: ['batch_recalled'],
  },
  {
    name: 'use of a code not authorised',
    facts: factsOf({ exceptions: [exceptionOf('code_use_not_authorised')] }),
    ...stop,
    reasons: ['code_use_not_authorised'],
  },
  {
    name: 'expired',
    facts: factsOf({ expiresOn: '2026-04-09' }),
    ...stop,
    reasons: ['batch_expired'],
  },
  {
    name: 'pre-harvest interval breached',
    facts: factsOf({ preHarvestBreaches: [breach] }),
    ...stop,
    reasons: ['pre_harvest_interval_breached'],
  },
  {
    name: 'growing area suspended when packed',
    facts: areaWith(suspended('2026-02-01')),
    ...stopInChina,
    reasons: [`${area}_not_active_when_packed@CHN`],
  },
  {
    name: 'packing house suspended when packed',
    facts: houseWith(suspended('2026-02-01')),
    ...stopInChina,
    reasons: [`${house}_not_active_when_packed@CHN`],
  },
  ...(['suspended', 'revoked', 'cancelled'] as const).flatMap((status) => [
    {
      name: `growing area ${status} after packing`,
      facts: areaWith(eventOf('CHN', status, '2026-04-01')),
      ...noticeInChina,
      reasons: [`${area}_${status}@CHN`],
    },
    {
      name: `packing house ${status} after packing`,
      facts: houseWith(eventOf('CHN', status, '2026-04-01')),
      ...noticeInChina,
      reasons: [`${house}_${status}@CHN`],
    },
  ]),
  {
    name: 'label lost',
    facts: factsOf({ exceptions: [exceptionOf('lost', mine)] }),
    ...notice,
    reasons: ['label_lost'],
  },
  {
    name: 'copy suspected',
    facts: factsOf({ exceptions: [exceptionOf('copy_suspected', mine)] }),
    ...notice,
    reasons: ['copy_suspected'],
  },
  {
    name: 'producer suspended',
    facts: factsOf({ producerSuspendedOn: TODAY }),
    ...notice,
    reasons: ['producer_suspended'],
  },
  {
    name: 'key revoked later than the run',
    facts: factsOf({ label: { runId: 'run', serial: 7, keyRevokedFrom: 1_775_000_000_000 } }),
    ...notice,
    reasons: ['key_revoked'],
  },
  {
    name: 'packed for export',
    facts: factsOf({ markets: ['CHN'] }),
    standing: 'notice',
    markets: ['clear'],
    reasons: ['packed_for_export@VNM'],
  },
]

/** Days on which something begins or ends, decisions recorded late, and decisions taken back. */
export const DAY_CASES: readonly StandingCase[] = [
  { name: 'good on the last day of use', facts: factsOf(), today: EXPIRES_ON, ...clear },
  {
    name: 'expired the day after',
    facts: factsOf(),
    today: '2026-06-02',
    ...stop,
    reasons: ['batch_expired'],
  },
  { name: 'no date of expiry', facts: factsOf({ expiresOn: null }), today: '2039-01-01', ...clear },
  {
    name: 'suspended from the packing day on covers all of it',
    facts: areaWith(suspended(PACKED_ON)),
    ...stopInChina,
    reasons: [`${area}_not_active_when_packed@CHN`],
  },
  {
    name: 'suspended the day before',
    facts: areaWith(suspended(DAY_BEFORE)),
    ...stopInChina,
    reasons: [`${area}_not_active_when_packed@CHN`],
  },
  {
    name: 'suspended the day after',
    facts: areaWith(suspended(DAY_AFTER)),
    ...noticeInChina,
    reasons: [`${area}_suspended@CHN`],
  },
  { name: 'suspended from tomorrow on', facts: areaWith(suspended(TOMORROW)), ...clear },
  {
    name: 'suspended from today on',
    facts: areaWith(suspended(TODAY)),
    ...noticeInChina,
    reasons: [`${area}_suspended@CHN`],
  },
  {
    name: 'active only from the packing day on',
    facts: factsOf({
      codes: [
        areaOf('AREA-1', [
          eventOf('VNM', 'active', PACKED_ON),
          eventOf('CHN', 'active', PACKED_ON),
        ]),
      ],
    }),
    ...clear,
  },
  {
    name: 'active only from the day after',
    facts: factsOf({
      codes: [
        areaOf('AREA-1', [
          eventOf('VNM', 'active', PACKED_ON),
          eventOf('CHN', 'active', DAY_AFTER),
        ]),
      ],
    }),
    ...stopInChina,
    reasons: [`${area}_not_active_when_packed@CHN`],
  },
  {
    name: 'suspended and restored before packing',
    facts: areaWith(suspended('2026-02-01'), eventOf('CHN', 'active', '2026-03-01')),
    ...clear,
  },
  {
    name: 'restored after packing does not heal it',
    facts: areaWith(suspended('2026-02-01'), eventOf('CHN', 'active', '2026-03-20')),
    ...stopInChina,
    reasons: [`${area}_not_active_when_packed@CHN`],
  },
  {
    name: 'recorded later, effective before packing',
    facts: areaWith(
      eventOf('CHN', 'suspended', '2026-02-20', { recordedAt: Date.parse('2026-04-09') }),
    ),
    ...stopInChina,
    reasons: [`${area}_not_active_when_packed@CHN`],
  },
  {
    name: 'approval recorded later, effective before packing',
    facts: areaWith(
      suspended('2026-02-01'),
      eventOf('CHN', 'active', '2026-03-01', { recordedAt: Date.parse('2026-04-09') }),
    ),
    ...clear,
  },
  {
    name: 'a suspension that was amended to begin after packing',
    facts: areaWith(
      eventOf('CHN', 'suspended', '2026-03-01', { id: 'wrong' }),
      eventOf('CHN', 'suspended', '2026-03-10', { amends: 'wrong' }),
    ),
    ...noticeInChina,
    reasons: [`${area}_suspended@CHN`],
  },
  {
    name: 'two decisions on one day: the one recorded last',
    facts: areaWith(
      eventOf('CHN', 'active', '2026-03-01', { recordedAt: Date.parse('2026-03-02') }),
      eventOf('CHN', 'suspended', '2026-03-01', { recordedAt: Date.parse('2026-03-01') }),
    ),
    ...clear,
  },
  {
    name: 'two decisions at one instant: the greater id',
    facts: areaWith(
      eventOf('CHN', 'suspended', '2026-03-01', { id: 'z', recordedAt: 5 }),
      eventOf('CHN', 'active', '2026-03-01', { id: 'y', recordedAt: 5 }),
    ),
    ...stopInChina,
    reasons: [`${area}_not_active_when_packed@CHN`],
  },
  {
    name: 'producer suspended from tomorrow on',
    facts: factsOf({ producerSuspendedOn: TOMORROW }),
    ...clear,
  },
]

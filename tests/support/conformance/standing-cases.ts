import type { Standing, StandingFacts } from '../../../worker/domain/standing/types.ts'
import {
  areaWith,
  eventOf,
  exceptionOf,
  factsOf,
  goodEvents,
  houseOf,
  TODAY,
  testOf,
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
    name: 'a sample above the limit, whatever other samples showed',
    facts: factsOf({
      tests: [
        testOf({ passed: true, sampledOn: '2026-03-02' }),
        testOf({ passed: false, sampledOn: '2026-03-08' }),
        testOf({ passed: false, sampledOn: '2026-03-04' }),
      ],
    }),
    ...stop,
    reasons: ['residue_exceeded'],
  },
  {
    name: 'samples within the limit, or without one',
    facts: factsOf({ tests: [testOf({ passed: true }), testOf({ passed: null })] }),
    ...clear,
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
    facts: factsOf({
      label: {
        runIds: ['run'],
        serial: 7,
        keyRevokedFrom: 1_775_000_000_000,
        keyRevokedAt: 1_775_100_000_000,
      },
    }),
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

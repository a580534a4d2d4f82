import type { StandingCase } from './standing-cases.ts'
import {
  areaOf,
  areaWith,
  EXPIRES_ON,
  eventOf,
  factsOf,
  PACKED_ON,
  TODAY,
} from './standing-facts.ts'

const clear = { standing: 'clear', markets: ['clear', 'clear'], reasons: [] } as const
const stop = { standing: 'stop', markets: ['stop', 'stop'] } as const
const noticeInChina = { standing: 'notice', markets: ['clear', 'notice'] } as const
const stopInChina = { standing: 'notice', markets: ['clear', 'stop'] } as const

const [DAY_BEFORE, DAY_AFTER, TOMORROW] = ['2026-03-04', '2026-03-06', '2026-04-11'] as const
const suspended = (on: string) => eventOf('CHN', 'suspended', on)
const area = 'growing_area'

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
    name: 'a later decision is said beside an earlier stop',
    facts: areaWith(
      eventOf('CHN', 'suspended', '2026-03-01'),
      eventOf('CHN', 'revoked', '2026-03-20'),
    ),
    ...stopInChina,
    reasons: [`${area}_not_active_when_packed@CHN`, `${area}_revoked@CHN`],
  },
  {
    name: 'a stop that goes on is said once',
    facts: areaWith(eventOf('CHN', 'suspended', '2026-03-01')),
    ...stopInChina,
    reasons: [`${area}_not_active_when_packed@CHN`],
  },
  {
    name: 'a decision before a packing day that is still to come is not after it',
    facts: {
      ...areaWith(
        eventOf('CHN', 'suspended', '2026-04-08'),
        eventOf('CHN', 'active', '2026-04-12'),
      ),
      packedOn: '2026-04-14',
    },
    ...clear,
  },
  {
    name: 'expired after packing gives no reason',
    facts: areaWith(eventOf('CHN', 'expired', '2026-03-20')),
    ...clear,
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

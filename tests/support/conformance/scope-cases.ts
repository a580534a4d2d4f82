import type { StandingCase } from './standing-cases.ts'
import {
  areaOf,
  areaWith,
  eventOf,
  exceptionOf,
  factsOf,
  goodEvents,
  houseOf,
} from './standing-facts.ts'

const inactive = 'growing_area_not_active_when_packed'
const all = (...markets: readonly string[]) =>
  markets.map((m) => eventOf(m, 'active', '2026-01-01'))
const clear = { standing: 'clear', markets: ['clear', 'clear'], reasons: [] } as const
const stop = { standing: 'stop', markets: ['stop', 'stop'] } as const
const labelOf = (serial: number) => ({
  runIds: ['run'],
  serial,
  keyRevokedFrom: null,
  keyRevokedAt: null,
})
const ALLOWANCE = { on: '2026-03-04', recordedAt: 1, by: 'Chi cục', reason: 'Đã kiểm tra' }
const BREACH = {
  productName: 'Thuốc thử',
  sprayedOn: '2026-02-28',
  intervalDays: 14,
  harvestedOn: '2026-03-04',
}
const range = (fromSerial: number | null, toSerial: number | null) => ({
  runId: 'run',
  fromSerial,
  toSerial,
})

/** What a market, a site, a label or a range has to do with another. */
export const SCOPE_CASES: readonly StandingCase[] = [
  {
    name: 'inactive in every destination stops it overall',
    facts: areaWith(
      eventOf('CHN', 'revoked', '2026-02-01'),
      eventOf('VNM', 'suspended', '2026-02-02'),
    ),
    ...stop,
    reasons: [`${inactive}@VNM`, `${inactive}@CHN`],
  },
  {
    name: 'inactive in a market that is no destination gives no reason',
    facts: areaWith(eventOf('USA', 'revoked', '2026-02-01')),
    ...clear,
  },
  {
    name: 'the only market stopped stops it overall, and the export notice stays',
    facts: factsOf({
      markets: ['CHN'],
      codes: [areaOf('A', [eventOf('CHN', 'suspended', '2026-02-01')])],
    }),
    standing: 'stop',
    markets: ['stop'],
    reasons: [`${inactive}@CHN`, 'packed_for_export@VNM'],
  },
  {
    name: 'export without VNM leaves the standing of each market alone',
    facts: factsOf({
      markets: ['CHN', 'EU'],
      codes: [areaOf('A', [...all('CHN', 'EU'), eventOf('EU', 'suspended', '2026-04-01')])],
    }),
    standing: 'notice',
    markets: ['clear', 'notice'],
    reasons: ['growing_area_suspended@EU', 'packed_for_export@VNM'],
  },
  {
    name: 'one of several areas inactive stops the market',
    facts: factsOf({
      codes: [
        areaOf('A', goodEvents()),
        areaOf('B', [...goodEvents(), eventOf('CHN', 'suspended', '2026-02-01')]),
        areaOf('C', goodEvents()),
      ],
    }),
    standing: 'notice',
    markets: ['clear', 'stop'],
    reasons: [`${inactive}@CHN`],
  },
  {
    name: 'one site with one code per market',
    facts: factsOf({
      markets: ['VNM', 'CHN', 'EU'],
      codes: [
        areaOf('A', all('VNM'), 's'),
        areaOf('B', all('CHN'), 's'),
        areaOf('C', all('EU'), 's'),
      ],
    }),
    standing: 'clear',
    markets: ['clear', 'clear', 'clear'],
    reasons: [],
  },
  {
    name: 'an export market where a site has no code',
    facts: factsOf({
      markets: ['VNM', 'CHN'],
      codes: [areaOf('A', goodEvents()), houseOf('H', all('VNM'))],
    }),
    standing: 'notice',
    markets: ['clear', 'stop'],
    reasons: ['packing_house_not_active_when_packed@CHN'],
  },
  {
    name: 'domestic sale needs no code of its own',
    facts: factsOf({ codes: [areaOf('A', all('CHN')), houseOf('H', all('CHN'))] }),
    ...clear,
  },
  {
    name: 'a code that still waits for foreign approval is not active',
    facts: factsOf({
      codes: [
        areaOf('A', [...all('VNM'), eventOf('CHN', 'pending_foreign_approval', '2026-01-01')]),
      ],
    }),
    standing: 'notice',
    markets: ['clear', 'stop'],
    reasons: [`${inactive}@CHN`],
  },
  { name: 'no code at all is not wrong', facts: factsOf({ codes: [] }), ...clear },
  ...[
    { serial: 9, hit: false },
    { serial: 10, hit: true },
    { serial: 20, hit: true },
    { serial: 21, hit: false },
  ].map(({ serial, hit }) => ({
    name: `label ${serial} of a void range 10 to 20`,
    facts: factsOf({ label: labelOf(serial), exceptions: [exceptionOf('void', range(10, 20))] }),
    ...(hit ? { ...stop, reasons: ['label_void'] } : clear),
  })),
  {
    name: 'a range without ends is the whole run',
    facts: factsOf({ exceptions: [exceptionOf('stolen', range(null, null))] }),
    ...stop,
    reasons: ['label_stolen'],
  },
  {
    name: 'any run that holds the label: whole-batch labels printed twice are one',
    facts: factsOf({
      label: { runIds: ['run', 'again'], serial: 0, keyRevokedFrom: null, keyRevokedAt: null },
      exceptions: [exceptionOf('recalled', { runId: 'again', fromSerial: 0, toSerial: 0 })],
    }),
    ...stop,
    reasons: ['label_recalled'],
  },
  {
    name: 'a code for the European Union covers a member state',
    facts: factsOf({ markets: ['VNM', 'DEU'], codes: [areaOf('A', all('VNM', 'EU'))] }),
    ...clear,
  },
  {
    name: 'of a member state’s own history and the union’s the worse counts',
    facts: factsOf({
      markets: ['VNM', 'DEU'],
      codes: [areaOf('A', [...all('VNM', 'EU', 'DEU'), eventOf('EU', 'suspended', '2026-03-01')])],
    }),
    standing: 'notice',
    markets: ['clear', 'stop'],
    reasons: [`${inactive}@DEU`],
  },
  {
    name: 'the union reads its own history alone',
    facts: factsOf({ markets: ['VNM', 'EU'], codes: [areaOf('A', all('VNM', 'DEU'))] }),
    standing: 'notice',
    markets: ['clear', 'stop'],
    reasons: [`${inactive}@EU`],
  },
  {
    name: 'a code for the union says nothing of other countries',
    facts: factsOf({ markets: ['VNM', 'GBR'], codes: [areaOf('A', all('VNM', 'EU'))] }),
    standing: 'notice',
    markets: ['clear', 'stop'],
    reasons: [`${inactive}@GBR`],
  },
  {
    name: 'a borrowed code stops a batch, an unconfirmed one is said',
    facts: factsOf({
      codeUse: [
        { code: 'A', standing: 'not_authorised', allowance: null },
        { code: 'B', standing: 'unconfirmed', allowance: null },
      ],
    }),
    ...stop,
    reasons: ['code_use_not_authorised', 'code_use_unconfirmed'],
  },
  {
    name: 'what an officer found replaces what was unconfirmed',
    facts: factsOf({
      codeUse: [{ code: 'B', standing: 'unconfirmed', allowance: null }],
      exceptions: [exceptionOf('code_use_not_authorised')],
    }),
    ...stop,
    reasons: ['code_use_not_authorised'],
  },
  {
    name: 'what an officer allowed is something to know',
    facts: factsOf({
      codeUse: [{ code: 'A', standing: 'allowed', allowance: ALLOWANCE }],
      preHarvestBreaches: [BREACH],
      intervalOverride: ALLOWANCE,
    }),
    standing: 'notice',
    markets: ['notice', 'notice'],
    reasons: ['interval_overridden', 'code_use_allowed'],
  },
  {
    name: 'an override without a breach says nothing',
    facts: factsOf({ intervalOverride: ALLOWANCE }),
    ...clear,
  },
  {
    name: 'a range of another run',
    facts: factsOf({ exceptions: [exceptionOf('void', { ...range(1, 99), runId: 'other' })] }),
    ...clear,
  },
  {
    name: 'a typed code sees what concerns the whole batch',
    facts: factsOf({
      label: null,
      exceptions: [exceptionOf('recalled'), exceptionOf('void', range(1, 9))],
    }),
    ...stop,
    reasons: ['batch_recalled'],
  },
  {
    name: 'a typed code sees no range and no key',
    facts: factsOf({ label: null, exceptions: [exceptionOf('stolen', range(null, null))] }),
    ...clear,
  },
  {
    name: 'an exception that was taken back',
    facts: factsOf({
      exceptions: [
        exceptionOf('recalled', { id: 'r' }),
        exceptionOf('recalled', { amends: 'r', withdrawn: true }),
      ],
    }),
    ...clear,
  },
  {
    name: 'an exception that was narrowed to other labels',
    facts: factsOf({
      exceptions: [
        exceptionOf('recalled', { id: 'r' }),
        exceptionOf('recalled', { ...range(50, 60), amends: 'r' }),
      ],
    }),
    ...clear,
  },
  {
    name: 'an exception from tomorrow on',
    facts: factsOf({ exceptions: [exceptionOf('recalled', { effectiveOn: '2026-04-11' })] }),
    ...clear,
  },
  {
    name: 'an exception from today on',
    facts: factsOf({ exceptions: [exceptionOf('recalled', { effectiveOn: '2026-04-10' })] }),
    ...stop,
    reasons: ['batch_recalled'],
  },
  {
    name: 'everything at once, worst first, unscoped before scoped, latest first',
    facts: factsOf({
      markets: ['VNM', 'CHN'],
      expiresOn: '2026-04-05',
      producerSuspendedOn: '2026-04-02',
      codes: [
        areaOf('A', [...goodEvents(), eventOf('CHN', 'suspended', '2026-02-01')]),
        houseOf('H', [...goodEvents(), eventOf('VNM', 'revoked', '2026-04-08')]),
      ],
      exceptions: [
        exceptionOf('recalled', { effectiveOn: '2026-04-06' }),
        exceptionOf('lost', { ...range(1, 9), effectiveOn: '2026-04-03' }),
      ],
    }),
    ...stop,
    reasons: [
      'batch_recalled',
      'batch_expired',
      `${inactive}@CHN`,
      'label_lost',
      'producer_suspended',
      'packing_house_revoked@VNM',
    ],
  },
]

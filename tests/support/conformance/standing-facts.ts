import type {
  CodeFacts,
  CodeStatus,
  ExceptionFacts,
  ExceptionKind,
  RunFacts,
  StandingFacts,
  StatusEvent,
  TestView,
} from '../../../worker/domain/standing/types.ts'

/** Packed in March, good until June, sold at home and to China; nothing wrong with it. */
export const PACKED_ON = '2026-03-05'
export const EXPIRES_ON = '2026-06-01'
export const TODAY = '2026-04-10'

let ids = 0

export function eventOf(
  market: string,
  status: CodeStatus,
  effectiveOn: string,
  overrides: Partial<StatusEvent> = {},
): StatusEvent {
  return {
    id: `e${String(++ids).padStart(6, '0')}`,
    market,
    status,
    effectiveOn,
    recordedAt: Date.parse(`${effectiveOn}T02:00:00Z`),
    reason: null,
    documentNo: null,
    text: null,
    amends: null,
    ...overrides,
  }
}

export function areaOf(
  code: string,
  events: readonly StatusEvent[],
  siteId = `site ${code}`,
): CodeFacts {
  return { code, kind: 'growing_area', siteId, events }
}

export function houseOf(
  code: string,
  events: readonly StatusEvent[],
  siteId = `site ${code}`,
): CodeFacts {
  return { code, kind: 'packing_house', siteId, events }
}

export function exceptionOf(
  kind: ExceptionKind,
  overrides: Partial<ExceptionFacts> = {},
): ExceptionFacts {
  return {
    id: `x${String(++ids).padStart(6, '0')}`,
    kind,
    runId: null,
    fromSerial: null,
    toSerial: null,
    effectiveOn: '2026-04-01',
    recordedAt: Date.parse('2026-04-01T02:00:00Z'),
    text: null,
    documentNo: null,
    amends: null,
    authority: null,
    withdrawn: false,
    ...overrides,
  }
}

export function runOf(overrides: Partial<RunFacts> = {}): RunFacts {
  return {
    id: 'run',
    profile: 'compact',
    kid: 'A1B',
    fromSerial: 1,
    toSerial: 100,
    createdAt: Date.parse('2026-03-06T02:00:00Z'),
    keyRevokedFrom: null,
    keyRevokedAt: null,
    hasPin: false,
    ...overrides,
  }
}

export function testOf(overrides: Partial<TestView> = {}): TestView {
  return {
    analyte: 'Carbendazim',
    result: '0,2 mg/kg',
    limit: '0,1 mg/kg',
    laboratory: 'Trung tâm kiểm nghiệm thử',
    sampledOn: '2026-03-02',
    passed: null,
    ...overrides,
  }
}

/** Active in both markets since January. */
export const goodEvents = (): StatusEvent[] => [
  eventOf('VNM', 'active', '2026-01-01'),
  eventOf('CHN', 'active', '2026-01-01'),
]

export function factsOf(overrides: Partial<StandingFacts> = {}): StandingFacts {
  return {
    packedOn: PACKED_ON,
    expiresOn: EXPIRES_ON,
    markets: ['VNM', 'CHN'],
    codes: [areaOf('AREA-1', goodEvents()), houseOf('HOUSE-1', goodEvents())],
    exceptions: [],
    preHarvestBreaches: [],
    tests: [],
    intervalOverride: null,
    codeUse: [],
    producerSuspendedOn: null,
    label: { runIds: ['run'], serial: 7, keyRevokedFrom: null, keyRevokedAt: null },
    ...overrides,
  }
}

/** Facts whose one growing area has these events after its two approvals in January. */
export function areaWith(...events: readonly StatusEvent[]): StandingFacts {
  return factsOf({ codes: [areaOf('AREA-1', [...goodEvents(), ...events])] })
}

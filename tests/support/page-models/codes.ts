import type { CodeDecisionEntry, CodeEntry } from '../../../site/models/public-common.ts'
import type { CodePageModel } from '../../../site/page-models.ts'
import type { Language } from '../../../worker/lib/text/local-text.ts'
import { ISSUER } from './models.ts'

/** A decision for China recorded at nine in the morning of its own day, unless given otherwise. */
export function decision(overrides: Partial<CodeDecisionEntry> = {}): CodeDecisionEntry {
  const effectiveOn = overrides.effectiveOn ?? '2025-01-01'
  return {
    market: 'CHN',
    status: 'active',
    effectiveOn,
    recordedAt: `${effectiveOn}T02:00:00Z`,
    documentNo: null,
    text: null,
    amended: false,
    ...overrides,
  }
}

/** A growing area active in China, with one decision. */
export function codeEntry(overrides: Partial<CodeEntry> = {}): CodeEntry {
  return {
    code: 'VN-AGOR-0012',
    kind: 'growing_area',
    scheme: 'VN_EXPORT_LEGACY_PUC',
    holder: { name: 'Hợp tác xã Xoài Cù Lao Giêng', kind: 'cooperative' },
    name: 'Vùng xoài ấp Tấn Long',
    commune: 'Xã Cù Lao Giêng',
    province: 'An Giang',
    crops: [{ name: 'Xoài', variety: 'Cát Hòa Lộc', areaHa: 12.5 }],
    areaHa: 12.5,
    waterSource: null,
    legacyCode: null,
    point: { lat: 10.53, lng: 105.4 },
    withdrawnOn: null,
    supersedes: null,
    supersededBy: [],
    markets: [{ market: 'CHN', statusToday: 'active', since: '2025-01-01', validTo: null }],
    history: [decision()],
    ...overrides,
  }
}

export const CODE_TODAY = '2026-06-15'

export function codeModel(lang: Language, overrides: Partial<CodePageModel> = {}): CodePageModel {
  return {
    kind: 'code',
    lang,
    demo: true,
    issuer: ISSUER,
    entry: codeEntry(),
    today: CODE_TODAY,
    asOf: Date.parse('2026-06-15T02:00:00Z'),
    stale: false,
    notices: [],
    ...overrides,
  }
}

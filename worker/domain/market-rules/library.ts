import { ALL_CROPS } from '../crops/crop-key.ts'
import { DURIAN_TO_CHINA } from './durian-to-china.ts'
import { longanMarks } from './longan-to-australia.ts'
import type { MarketRule, RuleValue } from './market-rule.ts'
import { ANY_EXPORT, ANY_MARKET } from './market-selector.ts'
import { exact, PLAYBOOK, type ShippedEntry, type ShippedScope } from './shipped-entry.ts'

const QD_3156 = 'QĐ 3156/QĐ-BNN-TT ngày 19/8/2022 (theo Sở NN&PTNT Quảng Ninh, 26/8/2022)'
/** The day before Resolution 36/2026/NQ-CP. */
const BEFORE_NQ36 = '2026-07-31'

const ENTRIES: readonly ShippedEntry[] = [
  ...DURIAN_TO_CHINA,
  ...longanMarks(),
  [
    'aus-vapour-heat',
    { crop: ALL_CROPS, market: 'AUS', validFrom: null, source: PLAYBOOK, isDoubtful: true },
    {
      kind: 'treatment',
      method: 'vapour_heat',
      temperatureC: exact('46.5'),
      minutesLeast: exact('20'),
      minutesMost: exact('40'),
      doseGy: null,
    },
  ],
  [
    'usa-irradiation',
    { crop: ALL_CROPS, market: 'USA', validFrom: null, source: PLAYBOOK, isDoubtful: true },
    {
      kind: 'treatment',
      method: 'irradiation',
      ...{ temperatureC: null, minutesLeast: null, minutesMost: null },
      doseGy: exact('400'),
    },
  ],
  ...minimumAreas(),
  ['durian-yield', { ...playbook('durian'), market: ANY_MARKET }, yieldCeiling('30')],
  ['mango-yield', { ...playbook('mango'), market: ANY_MARKET }, yieldCeiling('25')],
]

/**
 * What is known of rules when the software is given out, each with its source. What only a second hand
 * says is doubtful: officers confirm it by a rule of their own, which then stands in its place.
 */
export const RULE_LIBRARY: readonly MarketRule[] = ENTRIES.map(([id, scope, value]) => ({
  validTo: null,
  note: null,
  isDoubtful: false,
  ...scope,
  id: `lib:${id}`,
  value,
  isLifted: false,
  recordedAt: 0,
}))

function minimumAreas(): readonly ShippedEntry[] {
  const area = (areaHa: string): RuleValue => ({ kind: 'minimum_area', areaHa: exact(areaHa) })
  const domestic = { market: 'VNM', validFrom: '2022-08-19', source: QD_3156 }
  const abroad = { market: ANY_EXPORT, validFrom: null, validTo: BEFORE_NQ36 }
  const doubtful = (crop: string): ShippedScope => ({ ...playbook(crop), ...abroad })
  return [
    ['domestic-area-perennial', { ...domestic, crop: '@perennial' }, area('1')],
    ['domestic-area-annual', { ...domestic, crop: '@annual' }, area('0.1')],
    [
      'export-area',
      {
        ...abroad,
        crop: ALL_CROPS,
        source: 'tapchivietnamhuongsac.vn; NQ 36/2026/NQ-CP nới từ 01/8/2026',
      },
      area('10'),
    ],
    ['durian-export-area', doubtful('durian'), area('10')],
    ['dragon-fruit-export-area', doubtful('dragon_fruit'), area('10')],
    ['mango-export-area', doubtful('mango'), area('10')],
    ['banana-export-area', doubtful('banana'), area('15')],
    ['rice-export-area', doubtful('rice'), area('20')],
  ]
}

function playbook(crop: string): ShippedScope {
  return { crop, market: ANY_EXPORT, validFrom: null, source: PLAYBOOK, isDoubtful: true }
}

function yieldCeiling(tonnes: string): RuleValue {
  return { kind: 'yield_ceiling', tonnesPerHa: exact(tonnes) }
}

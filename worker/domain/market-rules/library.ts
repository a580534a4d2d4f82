import { type Decimal, toDecimal } from '../../lib/measure/decimal.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { ALL_CROPS } from '../crops/crop-key.ts'
import type { MarketRule, RuleValue } from './market-rule.ts'
import { ANY_EXPORT, ANY_MARKET } from './market-selector.ts'

/*
 * What is known of rules when the software is given out, each with its source. What only a second hand
 * says is doubtful: officers confirm it by a rule of their own, which then stands in its place.
 */

const DURIAN_PROTOCOL =
  'Nghị định thư ngày 11/7/2022 giữa Bộ NN&PTNT và GACC về kiểm dịch thực vật đối với sầu riêng tươi'
const DURIAN_PESTS = `${DURIAN_PROTOCOL}; tên loài theo nghiepxuan.com, 18/8/2022`
const PLAYBOOK = 'Tài liệu kỹ thuật của đơn vị phần mềm; chưa đối chiếu văn bản gốc'
const QD_3156 = 'QĐ 3156/QĐ-BNN-TT ngày 19/8/2022 (theo Sở NN&PTNT Quảng Ninh, 26/8/2022)'
/** The day before Resolution 36/2026/NQ-CP. */
const BEFORE_NQ36 = '2026-07-31'

type Shared = Pick<MarketRule, 'crop' | 'market' | 'validFrom' | 'source'> &
  Partial<Pick<MarketRule, 'validTo' | 'note' | 'isDoubtful'>>

const DURIAN_CHINA: Shared = {
  crop: 'durian',
  market: 'CHN',
  validFrom: '2022-07-11',
  source: DURIAN_PROTOCOL,
}

const SAMPLING_NOTE = inThree(
  'Sau 2 năm không phát hiện đối tượng kiểm dịch thì giảm còn 1 %.',
  'After 2 years without a finding it falls to 1 %.',
  '连续 2 年未发现检疫性有害生物的，抽样比例降为 1 %。',
)

const PESTS_OF_DURIAN = [
  'Bactrocera correcta',
  'Dysmicoccus neobrevipes',
  'Planococcus minor',
  'Planococcus lilacinus',
  'Pseudococcus jackbeardsleyi',
  'Exallomochlus hispidus',
]

/** Rules by a name of their own, which stays: officers' rules may name the one they stand in place of. */
const RULES: readonly (readonly [id: string, shared: Shared, value: RuleValue])[] = [
  ...PESTS_OF_DURIAN.map((name): [string, Shared, RuleValue] => [
    `durian-chn-pest-${name.split(' ')[1] ?? name}`,
    { ...DURIAN_CHINA, source: DURIAN_PESTS, isDoubtful: true },
    { kind: 'pest', name: latin(name), status: 'quarantine' },
  ]),
  [
    'durian-chn-cadmium',
    { ...DURIAN_CHINA, validFrom: null, source: PLAYBOOK, isDoubtful: true },
    {
      kind: 'residue_limit',
      name: inThree('Cadmi', 'Cadmium', '镉'),
      limit: { kind: 'at_most', value: exact('0.05'), unit: 'mg/kg' },
    },
  ],
  [
    'durian-chn-auramine',
    { ...DURIAN_CHINA, validFrom: null, source: PLAYBOOK, isDoubtful: true },
    {
      kind: 'residue_limit',
      name: inThree('Vàng O (Auramine O)', 'Auramine O', '碱性嫩黄 O'),
      limit: { kind: 'not_detected' },
    },
  ],
  [
    'durian-chn-check-cadmium',
    { ...DURIAN_CHINA, validFrom: null, source: PLAYBOOK, isDoubtful: true },
    labTest(inThree('Cadmi', 'Cadmium', '镉')),
  ],
  [
    'durian-chn-check-auramine',
    { ...DURIAN_CHINA, validFrom: null, source: PLAYBOOK, isDoubtful: true },
    labTest(inThree('Vàng O (Auramine O)', 'Auramine O', '碱性嫩黄 O')),
  ],
  [
    'durian-chn-sampling',
    { ...DURIAN_CHINA, note: SAMPLING_NOTE },
    {
      kind: 'required_check',
      name: inThree(
        'Lấy mẫu kiểm dịch thực vật của lô hàng',
        'Phytosanitary sampling of the consignment',
        '货物植物检疫抽样',
      ),
      before: 'shipment',
      proof: 'inspection',
      samplePercent: exact('2'),
    },
  ],
  [
    'durian-chn-fallen-fruit',
    DURIAN_CHINA,
    {
      kind: 'required_check',
      name: inThree('Thu dọn trái rụng trong vườn', 'Fallen fruit removed', '清除园内落果'),
      before: 'harvest',
      proof: 'inspection',
      samplePercent: null,
    },
  ],
  [
    'durian-chn-pest-records',
    DURIAN_CHINA,
    {
      kind: 'required_paper',
      name: inThree(
        'Hồ sơ giám sát sinh vật gây hại',
        'Pest-monitoring records',
        '有害生物监测记录',
      ),
    },
  ],
  [
    'durian-chn-trace',
    {
      ...DURIAN_CHINA,
      note: inThree(
        'Ngày đóng gói, tên hoặc mã vùng trồng, ngày và khối lượng xuất, nước nhập khẩu, số công-te-nơ.',
        'Packing day, name or code of the growing area, day and quantity of export, country, container number.',
        '包装日期、果园名称或注册号、出口日期和数量、进口国、集装箱号。',
      ),
    },
    {
      kind: 'required_paper',
      name: inThree(
        'Sổ theo dõi từng lô hàng về tới vườn',
        'Record that leads each consignment back to its orchard',
        '可追溯至果园的每批货物记录',
      ),
    },
  ],
  ...australiaLonganMarks(),
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

/** The rules that are shipped. */
export const RULE_LIBRARY: readonly MarketRule[] = RULES.map(([id, shared, value]) => ({
  validTo: null,
  note: null,
  isDoubtful: false,
  ...shared,
  id: `lib:${id}`,
  value,
  isLifted: false,
  recordedAt: 0,
}))

function minimumAreas(): [string, Shared, RuleValue][] {
  const area = (areaHa: string): RuleValue => ({ kind: 'minimum_area', areaHa: exact(areaHa) })
  const domestic = { market: 'VNM', validFrom: '2022-08-19', source: QD_3156 }
  const abroad = { market: ANY_EXPORT, validFrom: null, validTo: BEFORE_NQ36 }
  const doubtful = (crop: string): Shared => ({ ...playbook(crop), ...abroad })
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

function australiaLonganMarks(): [string, Shared, RuleValue][] {
  const shared: Shared = {
    crop: 'longan',
    market: 'AUS',
    validFrom: null,
    source: 'english.vtv.vn, 2019 (nhãn tươi xuất khẩu sang Úc)',
  }
  const mark = (name: LocalText, wording: string | null = null): RuleValue => ({
    kind: 'packing_mark',
    name,
    wording,
  })
  return [
    [
      'longan-aus-mark-origin',
      shared,
      mark(
        inThree('Dòng chữ xuất xứ', 'Words of origin', '原产地字样'),
        'Product of Vietnam for Australia',
      ),
    ],
    [
      'longan-aus-mark-fruit',
      shared,
      mark(inThree('Tên loại quả', 'Name of the fruit', '水果名称')),
    ],
    [
      'longan-aus-mark-phc',
      shared,
      mark(
        inThree('Mã số cơ sở đóng gói (PHC)', 'Packing-house code (PHC)', '包装厂注册号（PHC）'),
      ),
    ],
    [
      'longan-aus-mark-tfc',
      shared,
      mark(
        inThree('Mã số cơ sở xử lý (TFC)', 'Treatment-facility code (TFC)', '处理设施代码（TFC）'),
      ),
    ],
    [
      'longan-aus-mark-tin',
      shared,
      mark(inThree('Số nhận diện lần xử lý (TIN)', 'Treatment number (TIN)', '处理编号（TIN）')),
    ],
  ]
}

function playbook(crop: string): Shared {
  return { crop, market: ANY_EXPORT, validFrom: null, source: PLAYBOOK, isDoubtful: true }
}

function labTest(name: LocalText): RuleValue {
  return {
    kind: 'required_check',
    name,
    before: 'shipment',
    proof: 'lab_test',
    samplePercent: null,
  }
}

function yieldCeiling(tonnes: string): RuleValue {
  return { kind: 'yield_ceiling', tonnesPerHa: exact(tonnes) }
}

function latin(name: string): LocalText {
  return inThree(name, name, name)
}

function inThree(vi: string, en: string, zh: string): LocalText {
  return { vi, en, zh }
}

function exact(text: string): Decimal {
  const value = toDecimal(text)
  if (value === null) throw new RangeError(text)
  return value
}

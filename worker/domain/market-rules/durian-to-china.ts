import type { LocalText } from '../../lib/text/local-text.ts'
import type { RuleValue } from './market-rule.ts'
import { exact, inThree, PLAYBOOK, type ShippedEntry, type ShippedScope } from './shipped-entry.ts'

const DURIAN_PROTOCOL =
  'Nghị định thư ngày 11/7/2022 giữa Bộ NN&PTNT và GACC về kiểm dịch thực vật đối với sầu riêng tươi'
const DURIAN_PESTS = `${DURIAN_PROTOCOL}; tên loài theo nghiepxuan.com, 18/8/2022`

const DURIAN_CHINA: ShippedScope = {
  crop: 'durian',
  market: 'CHN',
  validFrom: '2022-07-11',
  source: DURIAN_PROTOCOL,
}

/** Its checks are known from the press alone, so they hold no goods back until officers confirm them. */
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

/** What China asks of fresh durian, by the protocol of 2022 and what was read beside it. */
export const DURIAN_TO_CHINA: readonly ShippedEntry[] = [
  ...PESTS_OF_DURIAN.map(
    (name): ShippedEntry => [
      `durian-chn-pest-${name.split(' ')[1] ?? name}`,
      { ...DURIAN_CHINA, source: DURIAN_PESTS, isDoubtful: true },
      { kind: 'pest', name: inThree(name, name, name), status: 'quarantine' },
    ],
  ),
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
    { ...DURIAN_CHINA, note: SAMPLING_NOTE, isDoubtful: true },
    {
      kind: 'required_check',
      name: inThree(
        'Lấy mẫu kiểm dịch thực vật của lô hàng',
        'Phytosanitary sampling of the consignment',
        '货物植物检疫抽样',
      ),
      before: 'shipment',
      proof: 'inspection',
      days: null,
      samplePercent: exact('2'),
    },
  ],
  [
    'durian-chn-fallen-fruit',
    { ...DURIAN_CHINA, isDoubtful: true },
    {
      kind: 'required_check',
      name: inThree('Thu dọn trái rụng trong vườn', 'Fallen fruit removed', '清除园内落果'),
      before: 'harvest',
      proof: 'inspection',
      days: null,
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
]

function labTest(name: LocalText): RuleValue {
  return {
    kind: 'required_check',
    name,
    before: 'shipment',
    proof: 'lab_test',
    days: null,
    samplePercent: null,
  }
}

import type { HandbookPageModel } from '../../../site/models/handbook.ts'
import type { IssuerView } from '../../../site/models/public-common.ts'
import type { RecallsPageModel } from '../../../site/models/recalls.ts'
import type { ReportPageModel, ReportReceiptModel } from '../../../site/models/report.ts'
import type { BatchAbout } from '../../../site/models/scan.ts'
import {
  type CheckPageModel,
  type HomePageModel,
  labelSlots,
  type NoticesPageModel,
  type PageModel,
  type ProblemPageModel,
  type ProblemStatus,
  type ScanPageModel,
} from '../../../site/page-models.ts'
import { RULE_LIBRARY } from '../../../worker/domain/market-rules/library.ts'
import { rulesOn } from '../../../worker/domain/market-rules/rules-on.ts'
import type { NoticeItem } from '../../../worker/domain/notices.ts'
import type { Verdict } from '../../../worker/domain/standing/provenance.ts'
import type { Language } from '../../../worker/lib/text/local-text.ts'
import { formInputs } from '../../../worker/resources/form.ts'
import { PROBLEM_REPORT } from '../../../worker/resources/problem-report.ts'
import { VERDICTS } from './verdicts.ts'

export const ISSUER: IssuerView = {
  name: 'Sở Nông nghiệp và Môi trường An Giang (minh hoạ)',
  hotline: '1900 0000',
}

/** All that may be told beside a verdict. */
export const ABOUT: BatchAbout = {
  netContent: { value: 500, unit: 'g' },
  hotline: '0296 000 0000',
  told: {
    productId: 'xoai',
    producerId: 'htx',
    category: { vi: 'Trái cây tươi', en: 'Fresh fruit', zh: '新鲜水果' },
    hours: 'thứ Hai đến thứ Sáu, 7:30–17:00',
    story: {
      vi: 'Bốn mươi hộ trồng xoài trên cù lao giữa sông Tiền, bón phân hữu cơ và bao trái từ 2018.',
      en: 'Forty households grow mangoes on an island in the Tiền river.',
    },
    people: 'Nguyễn Văn Minh Họa, tổ trưởng; Trần Thị Ví Dụ, kỹ thuật',
    place: { provinceCode: '91', communeCode: null },
    point: { lat: 10.47, lng: 105.54 },
  },
  authority: {
    name: 'Chi cục Trồng trọt và Bảo vệ thực vật An Giang (minh họa)',
    hotline: '1900 0000',
    hours: 'giờ hành chính',
  },
  notices: [],
}

/** The page of a verdict, with the slots of its own label. */
export function scanModel(
  verdict: Verdict,
  lang: Language,
  overrides: Partial<ScanPageModel> = {},
): ScanPageModel {
  return {
    kind: 'scan',
    hasPin: false,
    lang,
    demo: true,
    issuer: ISSUER,
    verdict,
    typed: verdict.authenticity === null,
    altered: false,
    slots: labelSlots(verdict, lang),
    origin: 'https://goc.example',
    about: verdict.batch === null ? null : ABOUT,
    ...overrides,
  }
}

const NOTICES: readonly NoticeItem[] = [
  {
    kind: 'recall',
    on: '2026-05-24',
    recordedAt: '2026-05-24T02:00:00.000Z',
    subject: { text: '7K3M-9QX1', href: '/b/7K3M9QX1' },
    name: 'Xoài cát Hòa Lộc, Hợp tác xã Xoài Cù Lao Giêng',
    market: null,
    documentNo: '45/QĐ-SNNMT',
    text: {
      vi: 'Thu hồi lô hàng để kiểm tra lại dư lượng thuốc bảo vệ thực vật.',
      en: 'Batch recalled so that pesticide residues can be tested again.',
      zh: '召回该批次以重新检测农药残留。',
    },
  },
  {
    kind: 'suspension',
    on: '2026-05-23',
    recordedAt: '2026-05-23T02:00:00.000Z',
    subject: {
      text: '91-PUC-XOAI01-000123-CHN',
      href: '/codes/91-PUC-XOAI01-000123-CHN',
    },
    name: 'Vùng xoài ấp Tấn Long',
    market: 'CHN',
    documentNo: '118/TB-TTBVTV',
    text: {
      vi: 'Tạm dừng mã số vùng trồng để khắc phục rệp sáp.',
      en: 'Growing-area code suspended while mealybugs are dealt with.',
      zh: '因粉蚧整改，暂停该种植区代码。',
    },
  },
  {
    kind: 'restoration',
    on: '2026-04-02',
    recordedAt: '2026-04-02T02:00:00.000Z',
    subject: { text: 'VN-LCPH-014', href: '/codes/VN-LCPH-014' },
    name: 'Cơ sở đóng gói chuối Bản Lầu',
    market: 'CHN',
    documentNo: null,
    text: {
      vi: 'Mã số hoạt động trở lại sau khi khắc phục.',
      en: 'The code is active again after corrective action.',
      zh: '整改完成，代码恢复有效。',
    },
  },
]

export function homeModel(lang: Language, overrides: Partial<HomePageModel> = {}): HomePageModel {
  return {
    kind: 'home',
    lang,
    demo: true,
    issuer: ISSUER,
    notices: NOTICES,
    recalls: recallsModel(lang).items,
    examples: [
      { text: 'Tem thật, không có cảnh báo', href: '/clear' },
      { text: 'Lô hàng đang bị thu hồi', href: '/recalled' },
    ],
    ...overrides,
  }
}

export function noticesModel(
  lang: Language,
  overrides: Partial<NoticesPageModel> = {},
): NoticesPageModel {
  return {
    kind: 'notices',
    lang,
    demo: true,
    issuer: ISSUER,
    items: NOTICES,
    newerHref: '/notices',
    olderHref: '/notices?cursor=abc',
    atomHref: '/notices.atom',
    ...overrides,
  }
}

export function problemModel(
  status: ProblemStatus,
  lang: Language,
  overrides: Partial<ProblemPageModel> = {},
): ProblemPageModel {
  return {
    kind: 'problem',
    lang,
    demo: false,
    issuer: ISSUER,
    status,
    requestId: status === 500 ? 'req_8f3k2m' : null,
    retryAfterSeconds: status === 429 ? 30 : null,
    typedRef: null,
    typedCode: null,
    ...overrides,
  }
}

export function checkModel(
  lang: Language,
  overrides: Partial<CheckPageModel> = {},
): CheckPageModel {
  return {
    kind: 'check',
    lang,
    demo: true,
    issuer: ISSUER,
    code: null,
    verdict: null,
    altered: false,
    foreign: null,
    keySetUrl: 'https://goc.example/.well-known/jwks.json',
    ...overrides,
  }
}

/** Every page to look at, by a short name. */
export function allModels(lang: Language): Readonly<Record<string, PageModel>> {
  const scans = Object.entries(VERDICTS).map(([name, verdict]) => [name, scanModel(verdict, lang)])
  return {
    ...Object.fromEntries(scans),
    bare: scanModel(VERDICTS.clear, lang, {
      demo: false,
      issuer: { ...ISSUER, hotline: null },
    }),
    home: homeModel(lang),
    notices: noticesModel(lang),
    recalls: recallsModel(lang),
    recallsEmpty: recallsModel(lang, { items: [] }),
    handbook: handbookModel(lang),
    handbookEmpty: handbookModel(lang, {
      handbook: { crop: 'tea', market: 'JPN', rules: [], substances: [] },
    }),
    handbookIndex: {
      ...{ kind: 'handbook-index', lang, demo: true, issuer: ISSUER },
      crops: [{ crop: 'durian', markets: ['CHN', 'VNM'] }],
    },
    report: reportModel(lang),
    receipt: receiptModel(lang),
    noticesEmpty: noticesModel(lang, { items: [], newerHref: null, olderHref: null }),
    check: checkModel(lang),
    checked: checkModel(lang, { code: 'HTTPS://GOC.EXAMPLE/…', verdict: VERDICTS.clear }),
    checkedForged: checkModel(lang, { code: 'HTTPS://GOC.EXAMPLE/…', verdict: VERDICTS.forged }),
    checkedOther: checkModel(lang, {
      code: 'https://example.vn/01/08936000123451',
      verdict: VERDICTS.malformed,
      foreign: { kind: 'gs1', gtin: '08936000123451', host: 'example.vn' },
    }),
    problem400: problemModel(400, lang),
    problemRef: problemModel(400, lang, { typedRef: '7K3M9QX2' }),
    problem404: problemModel(404, lang, { typedRef: 'Z0Z0Z0Z4' }),
    problem429: problemModel(429, lang),
    problem500: problemModel(500, lang),
    problem503: problemModel(503, lang),
  }
}

export function handbookModel(
  lang: Language,
  overrides: Partial<HandbookPageModel> = {},
): HandbookPageModel {
  const asked = { crop: 'durian', market: 'CHN', day: '2026-06-15' }
  const rules = rulesOn(RULE_LIBRARY, asked)
  return {
    kind: 'handbook',
    lang,
    demo: true,
    issuer: ISSUER,
    handbook: { crop: asked.crop, market: asked.market, rules, substances: [] },
    today: asked.day,
    asOf: Date.parse('2026-06-15T02:00:00Z'),
    stale: false,
    ...overrides,
  }
}

export function recallsModel(
  lang: Language,
  overrides: Partial<RecallsPageModel> = {},
): RecallsPageModel {
  return {
    kind: 'recalls',
    lang,
    demo: true,
    issuer: ISSUER,
    items: [
      {
        ref: '7K3M9QX1',
        lot: 'XCG-260520-02',
        product: 'Xoài cát Hòa Lộc',
        producer: 'Hợp tác xã Xoài Cù Lao Giêng',
        province: 'tỉnh An Giang',
        packedOn: '2026-05-20',
        since: '2026-05-24',
        documentNo: '45/QĐ-SNNMT',
        text: {
          vi: 'Thu hồi để kiểm tra lại dư lượng thuốc bảo vệ thực vật.',
          en: 'Recalled so that pesticide residues can be tested again.',
          zh: '召回以重新检测农药残留。',
        },
        image: {
          url: '/images/demo/mango.svg',
          alt: 'Hình vẽ hai quả xoài',
          width: 480,
          height: 320,
        },
      },
    ],
    newerHref: null,
    olderHref: '/recalls?cursor=abc',
    ...overrides,
  }
}

export function reportModel(lang: Language): ReportPageModel {
  return {
    kind: 'report',
    lang,
    demo: true,
    issuer: ISSUER,
    reported: {
      text: '/A1B…/B/7K3M9QX1/1',
      product: 'Xoài cát Hòa Lộc',
      producer: 'Hợp tác xã Xoài Cù Lao Giêng',
      lot: 'XCG-260520-02',
      verdict: 'Tem thật. Không có cảnh báo.',
    },
    seal: 'x',
    inputs: formInputs(PROBLEM_REPORT, { lang }),
    provinces: [{ value: '91', text: 'tỉnh An Giang' }],
    form: {
      values: {},
      errors: { reason: 'Hãy chọn một mục trong danh sách.' },
      problem: 'Chưa lưu.',
    },
    authority: ABOUT.authority,
  }
}

export function receiptModel(lang: Language): ReportReceiptModel {
  return {
    kind: 'report-receipt',
    lang,
    demo: true,
    issuer: ISSUER,
    fresh: true,
    sentAt: Date.parse('2026-06-15T02:00:00Z'),
    reason: 'fake_label',
    state: 'closed',
    outcome: 'confirmed',
    product: 'Xoài cát Hòa Lộc',
    photo: 'kept',
    answers: [
      {
        text: 'Đã kiểm tra quầy hàng và thu giữ số hàng dán tem sao chép.',
        answeredAt: Date.parse('2026-06-16T02:00:00Z'),
        authority: 'Chi cục Trồng trọt và Bảo vệ thực vật An Giang (minh họa)',
      },
    ],
    authority: ABOUT.authority,
  }
}

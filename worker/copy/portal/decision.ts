import type { DecisionReason } from '../../domain/codes/decision-reasons.ts'
import type { ReissueReason } from '../../domain/codes/reissue-reasons.ts'
import type { CodeStatus } from '../../domain/standing/types.ts'
import type { Language, LocalText } from '../../lib/text/local-text.ts'
import { fill, fillAll } from '../fill.ts'
import { marketPhrase } from '../markets.ts'

export const DECISION_REASON_NAMES = {
  importing_country_rules: {
    vi: 'Vi phạm quy định của nước nhập khẩu',
    en: 'Breach of the importing country’s rules',
    zh: '违反进口国规定',
  },
  phytosanitary: {
    vi: 'Vi phạm kiểm dịch thực vật',
    en: 'Phytosanitary violation',
    zh: '违反植物检疫要求',
  },
  food_safety: {
    vi: 'Vi phạm an toàn thực phẩm',
    en: 'Food-safety violation',
    zh: '违反食品安全要求',
  },
  fraud: {
    vi: 'Gian lận hoặc tranh chấp khi sử dụng mã số',
    en: 'Fraud or dispute in using the code',
    zh: '注册编号使用中的欺诈或争议',
  },
  banned_chemicals: {
    vi: 'Dùng chất cấm hoặc thuốc ngoài danh mục',
    en: 'Banned chemicals or pesticides off the list',
    zh: '使用禁用化学品或目录外农药',
  },
  forged_papers: { vi: 'Hồ sơ giả mạo', en: 'Forged papers', zh: '材料造假' },
  holder_request: {
    vi: 'Theo đề nghị của chủ mã số',
    en: 'At the holder’s request',
    zh: '应持有人申请',
  },
  validity_ended: { vi: 'Hết thời hạn', en: 'The term ended', zh: '有效期届满' },
  granted: { vi: 'Được cấp, được chấp thuận', en: 'Granted or approved', zh: '已发放或获批' },
  remedied: { vi: 'Đã khắc phục', en: 'Put right', zh: '已整改' },
  reissued: { vi: 'Cấp lại mã số', en: 'Code re-issued', zh: '注册编号换发' },
  corrected: { vi: 'Sửa quyết định đã ghi', en: 'Correction of the record', zh: '更正记录' },
  other: { vi: 'Lý do khác', en: 'Another reason', zh: '其他原因' },
} as const satisfies Record<DecisionReason, LocalText>

export const REISSUE_REASON_NAMES = {
  owner: { vi: 'Đổi chủ mã số', en: 'Another holder', zh: '持有人变更' },
  area: { vi: 'Thay đổi diện tích', en: 'Another area', zh: '面积变更' },
  households: { vi: 'Thay đổi danh sách hộ', en: 'Other households', zh: '农户名单变更' },
  name: { vi: 'Đổi tên', en: 'Another name', zh: '名称变更' },
  administrative: {
    vi: 'Thay đổi đơn vị hành chính',
    en: 'Administrative units changed',
    zh: '行政区划变更',
  },
} as const satisfies Record<ReissueReason, LocalText>

const BECAUSE = {
  importing_country_rules: {
    vi: 'chưa đáp ứng quy định của nước nhập khẩu',
    en: 'requirements of the importing country were not met',
    zh: '未满足进口国规定',
  },
  phytosanitary: {
    vi: 'chưa đáp ứng yêu cầu kiểm dịch thực vật',
    en: 'phytosanitary requirements were not met',
    zh: '未满足植物检疫要求',
  },
  food_safety: {
    vi: 'chưa đáp ứng yêu cầu an toàn thực phẩm',
    en: 'food-safety requirements were not met',
    zh: '未满足食品安全要求',
  },
  fraud: {
    vi: 'có vi phạm hoặc tranh chấp trong việc sử dụng mã số',
    en: 'the use of the code is in breach or in dispute',
    zh: '注册编号使用存在违规或争议',
  },
  banned_chemicals: {
    vi: 'sử dụng hóa chất bị cấm hoặc thuốc bảo vệ thực vật ngoài danh mục',
    en: 'banned chemicals or pesticides off the list were used',
    zh: '使用了禁用化学品或目录外农药',
  },
  forged_papers: {
    vi: 'hồ sơ không đúng sự thật',
    en: 'the papers were not true',
    zh: '材料不属实',
  },
  holder_request: {
    vi: 'theo đề nghị của chủ mã số',
    en: 'the holder asked for it',
    zh: '持有人提出申请',
  },
  validity_ended: { vi: 'hết thời hạn', en: 'its term ended', zh: '有效期届满' },
  reissued: {
    vi: 'mã số đã được cấp lại',
    en: 'the code was re-issued',
    zh: '注册编号已换发',
  },
} as const satisfies Partial<Record<DecisionReason, LocalText>>

const SENTENCES = {
  suspended: {
    vi: 'Mã số tạm dừng sử dụng cho {market}{why}.',
    en: 'The code is suspended for {market}{why}.',
    zh: '该注册编号针对{market}暂停使用{why}。',
  },
  revoked: {
    vi: 'Mã số bị thu hồi cho {market}{why}.',
    en: 'The code is revoked for {market}{why}.',
    zh: '该注册编号针对{market}被撤销{why}。',
  },
  cancelled: {
    vi: 'Mã số bị hủy cho {market}{why}.',
    en: 'The code is cancelled for {market}{why}.',
    zh: '该注册编号针对{market}被注销{why}。',
  },
  expired: {
    vi: 'Mã số hết hiệu lực cho {market}{why}.',
    en: 'The code is no longer in force for {market}{why}.',
    zh: '该注册编号针对{market}不再有效{why}。',
  },
  active: {
    vi: 'Mã số hoạt động cho {market}{why}.',
    en: 'The code is active for {market}{why}.',
    zh: '该注册编号针对{market}有效{why}。',
  },
  pending_foreign_approval: {
    vi: 'Mã số đang chờ nước nhập khẩu chấp thuận cho {market}.',
    en: 'The code awaits approval abroad for {market}.',
    zh: '该注册编号针对{market}正待进口国批准。',
  },
} as const satisfies Partial<Record<CodeStatus, LocalText>>

const WHY = {
  vi: (text: string) => ` vì ${text}`.replace(' vì theo ', ' theo '),
  en: (text: string) => ` because ${text}`,
  zh: (text: string) => `，原因：${text}`,
} as const

/**
 * Words for the public of a decision, from its status, market and reason: the sentence an officer
 * starts from. A reason that no violation is behind says no more than the status.
 */
export function suggestedWording(input: {
  readonly status: keyof typeof SENTENCES
  readonly market: string
  readonly reasonCode: DecisionReason | null
}): LocalText {
  const { status, market, reasonCode } = input
  const because = (BECAUSE as Partial<Record<DecisionReason, LocalText>>)[reasonCode ?? 'other']
  const one = (lang: Language) => {
    const why = because === undefined || status === 'active' ? '' : WHY[lang](because[lang])
    return fill(SENTENCES[status][lang], { market: marketPhrase(market, lang), why })
  }
  return { vi: one('vi'), en: one('en'), zh: one('zh') }
}

/** Stands after words of the template in a language the authority gave none in. */
const TEMPLATE_MARK = {
  vi: '{text} (Lời mẫu; nguyên văn bằng {language}.)',
  en: '{text} (Standard words; the original is in {language}.)',
  zh: '{text}（标准用语，原文为{language}。）',
} as const satisfies LocalText

const LANGUAGES_NAMED = {
  vi: { vi: 'tiếng Việt', en: 'Vietnamese', zh: '越南语' },
  en: { vi: 'tiếng Anh', en: 'English', zh: '英语' },
  zh: { vi: 'tiếng Trung', en: 'Chinese', zh: '中文' },
} as const satisfies Record<Language, LocalText>

/** Words of the template, marked as such and with the language the authority wrote in. */
export function markedTemplate(template: LocalText, original: Language): LocalText {
  return fillAll(TEMPLATE_MARK, { text: template, language: LANGUAGES_NAMED[original] })
}

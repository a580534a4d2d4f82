import type { CodeStatus, Market } from '../domain/standing/types.ts'
import type { LocalText } from '../lib/text/local-text.ts'
import { fill } from './fill.ts'
import { formatOn } from './format.ts'
import { inEach } from './in-each.ts'
import { marketPhrase } from './markets.ts'

/** What the page of a scanned certificate says beside the words of labels. */
export const CERTIFICATE_COPY = {
  clear: {
    vi: 'Giấy xác nhận thật. Mã số đang hoạt động.',
    en: 'Genuine certificate. The code is active.',
    zh: '证书真实，注册编号有效。',
  },
  notice: {
    vi: 'Giấy xác nhận thật. Có điều cần biết về mã số.',
    en: 'Genuine certificate. Something to know about the code.',
    zh: '证书真实，请注意该注册编号的以下信息。',
  },
  stop: {
    vi: 'Giấy xác nhận thật, nhưng mã số hiện không hoạt động.',
    en: 'Genuine certificate, but the code is not active now.',
    zh: '证书真实，但该注册编号目前无效。',
  },
  issuedBy: {
    vi: 'Giấy do {issuer} cấp.',
    en: 'Issued by {issuer}.',
    zh: '颁发机构：{issuer}。',
  },
  clearAction: {
    vi: 'Hãy đối chiếu tên, địa điểm và cây trồng trên giấy với thông tin bên dưới.',
    en: 'Compare the name, the place and the crop on the paper with what stands below.',
    zh: '请将纸质证书上的名称、地点和作物与下方信息核对。',
  },
  noticeAction: {
    vi: 'Trước khi mua hoặc xuất hàng, hãy xem mã số có hoạt động ở thị trường bạn cần không.',
    en: 'Before buying or exporting, see whether the code is active in the market you need.',
    zh: '购买或出口前，请查看该注册编号在所需市场是否有效。',
  },
  stopAction: {
    vi: 'Đừng dựa vào giấy này để mua hoặc xuất hàng. Hãy hỏi cơ quan cấp mã số.',
    en: 'Do not rely on this paper when buying or exporting. Ask the authority that grants the code.',
    zh: '请勿凭此证书购买或出口，请咨询注册编号主管机构。',
  },
  heading: { vi: 'Mã số trên giấy', en: 'The code on the paper', zh: '证书上的注册编号' },
  seeCode: {
    vi: 'Xem trang của mã số {code}',
    en: 'Open the page of code {code}',
    zh: '查看注册编号 {code} 的页面',
  },
  verify: {
    vi: 'Tự kiểm tra giấy này',
    en: 'Check this certificate yourself',
    zh: '自行核验证书',
  },
  verifyNote: {
    vi: 'Mã số ghi trong mã QR được ký. Chữ ký này kiểm tra được bằng khóa công khai, không cần tin trang này.',
    en: 'The code in the QR is signed. The signature can be checked with the public key, without trusting this page.',
    zh: '二维码中的注册编号已签名，可用公开密钥验证，无需信任本页面。',
  },
  printed: {
    vi: 'Nội dung mã QR',
    en: 'Content of the QR code',
    zh: '二维码内容',
  },
  issuedOn: { vi: 'Cấp giấy lần đầu', en: 'First issued', zh: '首次颁发' },
  today: {
    vi: 'Trạng thái hôm nay, {date}',
    en: 'Status today, {date}',
    zh: '今日状态（{date}）',
  },
  noFacts: {
    vi: 'Chưa đọc được thông tin của mã số; hãy thử lại sau ít phút.',
    en: 'The facts of the code cannot be read now; try again in a few minutes.',
    zh: '暂时无法读取该注册编号的信息，请几分钟后再试。',
  },
} as const satisfies Record<string, LocalText>

const NOT_GENUINE = {
  batch_unknown: {
    vi: 'Chữ ký hợp lệ, nhưng sổ mã số không có mã {code} ghi trên giấy.',
    en: 'The signature is right, but the register has no code {code}.',
    zh: '签名有效，但登记册中没有证书所示注册编号 {code}。',
  },
  serial_not_issued: {
    vi: 'Chữ ký hợp lệ, nhưng hệ thống không ghi nhận đã cấp giấy xác nhận cho mã {code}.',
    en: 'The signature is right, but there is no record that a certificate of {code} was issued.',
    zh: '签名有效，但系统中没有为注册编号 {code} 颁发证书的记录。',
  },
} as const satisfies Record<string, LocalText>

/** Why a rightly signed certificate is not taken for genuine. */
export function certificateRefusalText(reason: keyof typeof NOT_GENUINE, code: string): LocalText {
  return inEach((lang) => fill(NOT_GENUINE[reason][lang], { code }))
}

const KEY_REVOKED = {
  before: {
    vi: 'Khóa dùng để ký giấy này đã bị thu hồi, tính từ ngày {date}. Giấy được cấp trước đó nên vẫn là giấy thật.',
    en: 'The key that signed this certificate has been revoked as from {date}. It was issued earlier and is still genuine.',
    zh: '签署该证书的密钥已被撤销（自{date}起）。该证书在此之前颁发，仍为真实证书。',
  },
  after: {
    vi: 'Khóa dùng để ký giấy này đã bị thu hồi, tính từ ngày {date}. Giấy này không được cấp trước thời điểm đó.',
    en: 'The key that signed this certificate has been revoked as from {date}. It was not issued before then.',
    zh: '签署该证书的密钥已被撤销（自{date}起）。该证书并非在此之前颁发。',
  },
} as const satisfies Record<string, LocalText>

/** `issued` tells whether the certificate is older than the revocation. */
export function certificateKeyText(issued: 'before' | 'after', since: string): LocalText {
  return inEach((lang) => fill(KEY_REVOKED[issued][lang], { date: formatOn(since, lang) }))
}

export const CODE_WITHDRAWN_TEXT: LocalText = {
  vi: 'Mã số này đã được ghi nhầm và đã rút khỏi sổ.',
  en: 'This code was entered by mistake and has been taken out of the register.',
  zh: '该注册编号系误登记，已从登记册撤下。',
}

export const CODE_WITHOUT_MARKET_TEXT: LocalText = {
  vi: 'Mã số này chưa được cấp cho thị trường nào.',
  en: 'This code has not been granted for any market.',
  zh: '该注册编号尚未获批任何市场。',
}

const STATUS: Readonly<Record<CodeStatus, LocalText>> = {
  pending_foreign_approval: {
    vi: 'còn chờ nước nhập khẩu chấp thuận',
    en: 'is still waiting for approval by the importing country',
    zh: '尚待进口国批准',
  },
  active: { vi: 'đang hoạt động', en: 'is active', zh: '有效' },
  suspended: { vi: 'đang bị tạm dừng', en: 'is suspended', zh: '处于暂停状态' },
  revoked: { vi: 'đã bị thu hồi', en: 'has been revoked', zh: '已被撤销' },
  cancelled: { vi: 'đã bị hủy', en: 'has been cancelled', zh: '已被注销' },
  expired: { vi: 'đã hết hiệu lực', en: 'has expired', zh: '已过有效期' },
  none: { vi: 'chưa được cấp', en: 'has not been granted', zh: '尚未获批' },
}

const NOT_ACTIVE = {
  vi: 'Mã số {code} {status} cho {market}{since}.',
  en: 'Code {code} {status} for {market}{since}.',
  zh: '注册编号 {code}（{market}）{status}{since}。',
} as const satisfies LocalText

const SINCE = {
  vi: ' (từ ngày {date})',
  en: ' (since {date})',
  zh: '（自{date}起）',
} as const satisfies LocalText

const DOCUMENT = {
  vi: ' Theo văn bản số {number}.',
  en: ' Document no. {number}.',
  zh: '文件编号：{number}。',
} as const satisfies LocalText

const QUOTATION = {
  vi: ' Nội dung công bố: “{text}”',
  en: ' Published wording: “{text}”',
  zh: '公布内容：“{text}”',
} as const satisfies LocalText

/** Why a market of the code is not open today, with the decision it rests on. */
export function codeNotActiveText(input: {
  readonly code: string
  readonly market: Market
  readonly status: CodeStatus
  readonly since: string | null
  readonly documentNo: string | null
  readonly wording: LocalText | null
}): LocalText {
  const { code, market, status, since, documentNo, wording } = input
  return inEach((lang) => {
    const from = since === null ? '' : fill(SINCE[lang], { date: formatOn(since, lang) })
    const told = { code, status: STATUS[status][lang], market: marketPhrase(market, lang) }
    return [
      fill(NOT_ACTIVE[lang], { ...told, since: from }),
      documentNo === null ? '' : fill(DOCUMENT[lang], { number: documentNo }),
      wording === null ? '' : fill(QUOTATION[lang], { text: wording[lang].trim() }),
    ].join('')
  })
}

import type { Language, LocalText } from '../lib/text/local-text.ts'
import { labels } from './labels.ts'

/** Headings, labels and notes of the page of a code. */
export const CODE_COPY = {
  ...labels('name', 'holder', 'crops', 'history'),
  notNamed: { vi: 'không nêu tên', en: 'not named', zh: '不公开姓名' },
  place: { vi: 'Địa điểm', en: 'Place', zh: '所在地' },
  scheme: { vi: 'Dạng mã', en: 'Code format', zh: '注册编号格式' },
  otherScheme: { vi: 'dạng khác', en: 'another format', zh: '其他格式' },
  withdrawn: {
    vi: 'Mã này ghi nhầm, đã được rút khỏi sổ đăng ký ngày {date}.',
    en: 'This code was entered by mistake and was taken out of the register on {date}.',
    zh: '该注册编号系误录，已于{date}从登记册中撤下。',
  },
  map: { vi: 'Trên bản đồ', en: 'On the map', zh: '地图位置' },
  mapText: {
    vi: 'Bản đồ Việt Nam, có quần đảo Hoàng Sa và quần đảo Trường Sa; chấm đánh dấu nơi này, {place}.',
    en: 'Map of Việt Nam with the Hoàng Sa and Trường Sa archipelagos; the dot marks this place, {place}.',
    zh: '越南地图，含黄沙群岛和长沙群岛；圆点表示该地点：{place}。',
  },
  mapNote: {
    vi: 'Chấm đặt gần đúng, sai khoảng một ki-lô-mét. Ranh giới và thửa đất không công khai.',
    en: 'The dot is about a kilometre exact. Boundaries and parcels are not public.',
    zh: '圆点位置误差约一公里。地界和地块不公开。',
  },
  openMap: {
    vi: 'Mở trong ứng dụng bản đồ',
    en: 'Open in a map application',
    zh: '在地图应用中打开',
  },
  aboutIt: { vi: 'Thông báo về mã này', en: 'Notices about this code', zh: '关于该注册编号的公告' },
  register: { vi: 'Tìm mã khác', en: 'Find another code', zh: '查找其他注册编号' },
  older: { vi: 'Mã cũ', en: 'Former code', zh: '原注册编号' },
  replaced: {
    vi: 'Nơi này đã được cấp mã mới:',
    en: 'This place has been given a new code:',
    zh: '该地点已换发新注册编号：',
  },
  today: {
    vi: 'Trạng thái hôm nay, {date}',
    en: 'Status today, {date}',
    zh: '今日状态（{date}）',
  },
  since: { vi: 'từ ngày {date}', en: 'since {date}', zh: '自{date}起' },
  ahead: {
    vi: 'Từ ngày {date}: {status}.',
    en: 'From {date}: {status}.',
    zh: '自{date}起：{status}。',
  },
  noDecision: {
    vi: 'chưa có quyết định nào',
    en: 'no decision yet',
    zh: '暂无决定',
  },
  decisions: { vi: '{count} quyết định', en: '{count} in all', zh: '共{count}项' },
  recordedOn: { vi: 'ghi nhận ngày {date}', en: 'recorded on {date}', zh: '记录日期：{date}' },
  notYet: { vi: 'chưa tới ngày', en: 'not yet in effect', zh: '尚未生效' },
  corrected: { vi: 'đã đính chính', en: 'corrected since', zh: '已更正' },
  wording: {
    vi: 'Nội dung công bố: “{text}”',
    en: 'Published wording: “{text}”',
    zh: '公布内容：“{text}”',
  },
  meaning: {
    vi: 'Hiểu các quyết định này thế nào',
    en: 'What these decisions mean',
    zh: '如何理解这些决定',
  },
  scope: {
    vi: 'Mỗi quyết định chỉ áp dụng cho thị trường nêu tên, kể từ ngày nêu cùng.',
    en: 'Each decision applies only to the market it names, from the date it bears.',
    zh: '每项决定仅适用于所列市场，自所列日期起生效。',
  },
  safety: {
    vi: 'Mã số bị tạm dừng hay thu hồi không có nghĩa là nông sản không an toàn, trừ khi nội dung công bố nói như vậy.',
    en: 'A suspended or revoked code does not mean that the produce is unsafe, unless the published wording says so.',
    zh: '注册编号被暂停或撤销并不表示农产品不安全，公布内容另有说明的除外。',
  },
  scan: {
    vi: 'Muốn biết một lô hàng có bị ảnh hưởng không, hãy quét tem của lô đó.',
    en: 'To learn whether a batch is affected, scan its label.',
    zh: '如需了解某一批次是否受影响，请扫描该批次的标签。',
  },
  openData: { vi: 'Dữ liệu mở', en: 'Open data', zh: '开放数据' },
  asOf: {
    vi: 'Theo sổ đăng ký mã số của hệ thống này lúc {time}.',
    en: 'From this system’s register of codes, {time}.',
    zh: '数据来自本系统的注册编号登记册，时间：{time}。',
  },
  json: { vi: 'Mã số này dạng JSON', en: 'This code as JSON', zh: '该注册编号的 JSON 数据' },
  notices: { vi: 'Mọi thông báo', en: 'All notices', zh: '全部公告' },
  stale: {
    vi: 'Đang hiển thị dữ liệu lúc {time}. Trạng thái có thể đã thay đổi; hãy mở lại sau ít phút.',
    en: 'Showing data from {time}. The status may have changed since; open this page again in a few minutes.',
    zh: '当前显示的数据时间：{time}。状态可能已变化，请几分钟后重新打开本页。',
  },
} as const satisfies Record<string, LocalText>

/** Formats of codes by the rule they follow, under the ids the register keeps. */
export const CODE_SCHEME_NAMES = {
  VN_EXPORT_LEGACY_PUC: {
    vi: 'mã vùng trồng xuất khẩu, TCCS 774:2020/BVTV',
    en: 'export growing-area code, TCCS 774:2020/BVTV',
    zh: '出口种植区注册编号，TCCS 774:2020/BVTV',
  },
  VN_EXPORT_LEGACY_PHC: {
    vi: 'mã cơ sở đóng gói xuất khẩu, TCCS 775:2020/BVTV',
    en: 'export packing-house code, TCCS 775:2020/BVTV',
    zh: '出口包装厂注册编号，TCCS 775:2020/BVTV',
  },
  VN_DOMESTIC_3156: {
    vi: 'mã vùng trồng nội địa, Quyết định 3156/QĐ-BNN-TT',
    en: 'domestic growing-area code, Decision 3156/QĐ-BNN-TT',
    zh: '国内种植区注册编号，第3156/QĐ-BNN-TT号决定',
  },
  VN_ND38_2026_PUC: {
    vi: 'mã vùng trồng, Nghị định 38/2026/NĐ-CP',
    en: 'growing-area code, Decree 38/2026/NĐ-CP',
    zh: '种植区注册编号，第38/2026/NĐ-CP号法令',
  },
  VN_ND38_2026_PHC: {
    vi: 'mã cơ sở đóng gói, Nghị định 38/2026/NĐ-CP',
    en: 'packing-house code, Decree 38/2026/NĐ-CP',
    zh: '包装厂注册编号，第38/2026/NĐ-CP号法令',
  },
} as const satisfies Record<string, LocalText>

/** The format's name; a format the table lacks is only said to be another one. */
export function codeSchemeName(scheme: string, lang: Language): string {
  return BY_ID.get(scheme)?.[lang] ?? CODE_COPY.otherScheme[lang]
}

const BY_ID: ReadonlyMap<string, LocalText> = new Map<string, LocalText>(
  Object.entries(CODE_SCHEME_NAMES),
)

/** Why a typed code has no page, and what to do; `{code}` as it was typed. */
export const CODE_PROBLEM_COPY = {
  unknown: {
    title: { vi: 'Không có mã số này', en: 'There is no such code', zh: '没有该注册编号' },
    text: {
      vi: 'Sổ đăng ký của hệ thống này không có mã số “{code}”.',
      en: 'This system’s register has no code “{code}”.',
      zh: '本系统的登记册中没有注册编号“{code}”。',
    },
    todo: {
      vi: 'So lại với mã in trên tem hoặc trên giấy xác nhận.',
      en: 'Compare it with the code on the label or on the confirmation paper.',
      zh: '请与标签或确认书上的注册编号核对。',
    },
  },
  ambiguous: {
    title: {
      vi: 'Mã số này có thể là một trong các mã sau',
      en: 'This may be one of several codes',
      zh: '该注册编号可能是以下注册编号之一',
    },
    text: {
      vi: '“{code}” gần giống nhiều mã số trong sổ đăng ký.',
      en: '“{code}” is close to more than one code in the register.',
      zh: '“{code}”与登记册中的多个注册编号相近。',
    },
    todo: {
      vi: 'Chọn đúng mã in trên tem:',
      en: 'Choose the code exactly as printed on the label:',
      zh: '请选择与标签上完全一致的注册编号：',
    },
  },
  malformed: {
    title: { vi: 'Mã số chưa đúng', en: 'The code is not right', zh: '注册编号有误' },
    text: {
      vi: '“{code}” không phải mã số: mã số có 3 đến 40 chữ cái, chữ số và dấu gạch nối.',
      en: '“{code}” is not a code: codes have 3 to 40 letters, digits and hyphens.',
      zh: '“{code}”不是注册编号：注册编号由3至40个字母、数字和连字符组成。',
    },
    todo: {
      vi: 'Xem lại mã in trên tem rồi gõ lại.',
      en: 'Look at the code on the label and type it again.',
      zh: '请核对标签上的注册编号后重新输入。',
    },
  },
} as const satisfies Record<
  string,
  { readonly title: LocalText; readonly text: LocalText; readonly todo: LocalText }
>

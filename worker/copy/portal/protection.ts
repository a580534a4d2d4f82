import type { ProductFindingCode } from '../../domain/protection/judge-product.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

export const SUBSTANCE_EFFECT_NAMES = {
  banned: { vi: 'cấm', en: 'banned', zh: '禁用' },
  limited: { vi: 'hạn chế', en: 'limited', zh: '限用' },
} as const satisfies Record<string, LocalText>

/** What is said of a product where it is used; `{…}` as the finding has them. */
export const PRODUCT_FINDINGS = {
  banned_in_market: {
    vi: 'Hoạt chất {substance} bị cấm ở {market} ({basis}).',
    en: '{substance} is banned in {market} ({basis}).',
    zh: '{substance}在{market}被禁用（{basis}）。',
  },
  not_listed: {
    vi: 'Thuốc không có trong danh mục được phép dùng ngày {on}.',
    en: 'The product is not on the list of permitted products on {on}.',
    zh: '{on}该产品不在允许使用的目录中。',
  },
  crop_not_registered: {
    vi: 'Thuốc chưa đăng ký cho cây này; đã đăng ký cho: {note} ({basis}).',
    en: 'The product is not registered for this crop, but for: {note} ({basis}).',
    zh: '该产品未登记用于此作物；登记作物：{note}（{basis}）。',
  },
  pest_not_registered: {
    vi: 'Thuốc chưa đăng ký trừ đối tượng này; đã đăng ký trừ: {note} ({basis}).',
    en: 'The product is not registered against this pest, but against: {note} ({basis}).',
    zh: '该产品未登记用于防治此对象；登记对象：{note}（{basis}）。',
  },
  limited_in_market: {
    vi: 'Hoạt chất {substance} bị hạn chế ở {market}: {note} ({basis}).',
    en: '{substance} is limited in {market}: {note} ({basis}).',
    zh: '{substance}在{market}限用：{note}（{basis}）。',
  },
  interval_shorter: {
    vi: 'Thời gian cách ly đã ghi ngắn hơn mức đăng ký là {note} ngày ({basis}).',
    en: 'The interval recorded is shorter than the registered {note} days ({basis}).',
    zh: '所记安全间隔期短于登记的 {note} 天（{basis}）。',
  },
} as const satisfies Record<ProductFindingCode, LocalText>

/** The pages of the list of plant-protection products. */
export const PROTECTION_COPY = {
  ...labels('days', 'basis', 'since', 'saved', 'market', 'to'),
  title: {
    vi: 'Danh mục thuốc bảo vệ thực vật',
    en: 'Plant-protection products',
    zh: '植保产品目录',
  },
  lead: {
    vi: 'Thuốc được phép dùng hôm nay, theo các danh mục đã nhập. Nhật ký được đối chiếu với danh mục có hiệu lực vào ngày phun.',
    en: 'Products permitted today, by the lists that were read in. Diaries are held against the list in force on the day of spraying.',
    zh: '按已导入目录，今日允许使用的产品。日志按施药当日有效的目录核对。',
  },
  empty: {
    vi: 'Chưa có danh mục nào có hiệu lực hôm nay, hoặc không có thuốc nào như vậy.',
    en: 'No list is in force today, or there is no such product.',
    zh: '今日无有效目录，或没有此产品。',
  },
  search: {
    vi: 'Tìm theo tên thuốc hoặc hoạt chất',
    en: 'Find by name or active ingredient',
    zh: '按名称或有效成分查找',
  },
  searchHint: {
    vi: 'Gõ có dấu hay không dấu đều được.',
    en: 'With or without tones.',
    zh: '声调可省略。',
  },
  import: { vi: 'Nhập danh mục', en: 'Read a list in', zh: '导入目录' },
  substances: {
    vi: 'Hoạt chất bị cấm, hạn chế theo thị trường',
    en: 'Ingredients banned or limited by market',
    zh: '各市场禁限用成分',
  },
  product: { vi: 'Thuốc', en: 'Product', zh: '产品' },
  uses: { vi: 'Được dùng cho', en: 'Registered for', zh: '登记用途' },
  interval: { vi: 'Cách ly', en: 'Interval', zh: '安全间隔' },
  dose: { vi: 'Liều', en: 'Dose', zh: '用量' },
  moreUses: { vi: 'và {count} đối tượng khác', en: 'and {count} more', zh: '另有 {count} 项' },
  noun: { vi: 'hoạt chất này', en: 'ingredient', zh: '该成分' },
  substancesLead: {
    vi: 'Nhật ký của hàng dự kiến bán sang thị trường này được nhắc khi dùng thuốc có hoạt chất đó.',
    en: 'Diaries of goods meant for the market are told where a product holds the ingredient.',
    zh: '销往该市场的产品，其日志在使用含此成分的产品时会得到提示。',
  },
  substancesEmpty: {
    vi: 'Chưa ghi hoạt chất nào.',
    en: 'No ingredients yet.',
    zh: '尚未记录任何成分。',
  },
  add: { vi: 'Thêm hoạt chất', en: 'Add an ingredient', zh: '添加成分' },
  edit: { vi: 'Sửa hoạt chất', en: 'Change the ingredient', zh: '修改成分' },
  substance: { vi: 'Hoạt chất', en: 'Active ingredient', zh: '有效成分' },
  substanceHint: {
    vi: 'Tên chung, ví dụ: Chlorpyrifos.',
    en: 'The common name, such as chlorpyrifos.',
    zh: '通用名，例如 Chlorpyrifos。',
  },
  effect: { vi: 'Quy định', en: 'Rule', zh: '规定' },
  limitNote: {
    vi: 'Mức hoặc cách dùng được phép',
    en: 'What is allowed',
    zh: '允许的限量或用法',
  },
  from: { vi: 'Từ ngày', en: 'From', zh: '起始日期' },
  toHint: {
    vi: 'Bỏ trống nếu còn hiệu lực.',
    en: 'Left empty while it holds.',
    zh: '仍有效则留空。',
  },
  endsBeforeStart: {
    vi: 'Ngày này trước ngày bắt đầu.',
    en: 'That is before it begins.',
    zh: '该日期早于起始日期。',
  },
  alreadyThere: {
    vi: 'Hoạt chất này đã ghi cho thị trường và ngày đó.',
    en: 'The ingredient is there already for that market and day.',
    zh: '该市场和日期已有此成分。',
  },
  doseBeyond: {
    vi: 'Liều này gấp {times} lần mức đăng ký ({dose}). Con số và đơn vị đúng chứ?',
    en: 'This dose is {times} times the registered one ({dose}). Are figure and unit right?',
    zh: '该用量为登记用量（{dose}）的 {times} 倍。数字和单位正确吗？',
  },
  say: {
    vi: 'Hãy ghi mức hoặc cách dùng được phép.',
    en: 'Say what is allowed.',
    zh: '请填写允许的限量或用法。',
  },
} as const satisfies Record<string, LocalText>

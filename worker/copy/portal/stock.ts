import type { StockQuestion } from '../../domain/stock/stock-of.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { labels } from '../labels.ts'

/** What deserves a question, and what it does not show. */
export const STOCK_QUESTIONS = {
  never_bought: {
    vi: 'Đã dùng nhưng chưa thấy ghi mua trước đó',
    en: 'Used, with no purchase recorded before',
    zh: '已使用，此前没有购买记录',
  },
  more_than_bought: {
    vi: 'Đã dùng nhiều hơn số đã ghi mua',
    en: 'More was used than was recorded as bought',
    zh: '使用量多于已记录的购买量',
  },
  expired: {
    vi: 'Dùng sau hạn của mọi lô đã mua',
    en: 'Used after the last day of every lot bought',
    zh: '在所有购入批次到期后使用',
  },
} as const satisfies Record<StockQuestion['code'], LocalText>

/** The page of the stock of inputs. */
export const STOCK_COPY = {
  ...labels('bought', 'left', 'day'),
  title: { vi: 'Vật tư còn lại', en: 'Stock of inputs', zh: '投入品库存' },
  titleOf: {
    vi: 'Vật tư còn lại: {name}',
    en: 'Stock of inputs: {name}',
    zh: '投入品库存：{name}',
  },
  lead: {
    vi: 'Tính từ nhật ký mua và dùng vật tư trong ba năm qua. Số gần đúng (≈) được suy từ liều và diện tích.',
    en: 'Reckoned from purchases and uses in the diary of the last three years. Figures marked ≈ follow from dose and area.',
    zh: '根据近三年日志中的购买和使用记录计算。标 ≈ 的数字由用量和面积推算。',
  },
  cut: {
    vi: 'Chỉ tính {count} dòng nhật ký mới nhất.',
    en: 'Only the latest {count} entries are reckoned with.',
    zh: '仅按最近 {count} 条记录计算。',
  },
  empty: {
    vi: 'Nhật ký chưa ghi mua hay dùng vật tư nào.',
    en: 'The diary says nothing of inputs yet.',
    zh: '日志中尚无投入品记录。',
  },
  product: { vi: 'Vật tư', en: 'Input', zh: '投入品' },
  used: { vi: 'Đã dùng', en: 'Used', zh: '已用' },
  lots: { vi: 'Lô, hạn dùng', en: 'Lots and their last days', zh: '批号与有效期' },
  expires: { vi: 'hạn {on}', en: 'until {on}', zh: '有效期至 {on}' },
  expired: { vi: 'đã hết hạn {on}', en: 'expired on {on}', zh: '已于 {on} 过期' },
  noLot: { vi: 'không ghi số lô', en: 'no lot number', zh: '未记批号' },
  boughtOn: { vi: 'mua {on}', en: 'bought {on}', zh: '{on} 购入' },
  more: { vi: 'và {count} lô khác', en: 'and {count} more', zh: '另有 {count} 批' },
  notBought: { vi: 'chưa ghi mua', en: 'no purchase recorded', zh: '无购买记录' },
  nothing: { vi: 'chưa ghi lượng', en: 'amounts not recorded', zh: '未记数量' },
  questions: { vi: 'Cần xem lại', en: 'Questions', zh: '需要核实' },
  questionsNote: {
    vi: 'Có thể do chưa ghi lần mua, ghi sai tên, hoặc vật tư của người khác. Bấm vào ngày để xem dòng nhật ký; ghi thêm lần mua nếu còn thiếu.',
    en: 'A purchase may be missing, a name misspelt, or the input somebody else’s. Follow the day to the entry; add the purchase if it is missing.',
    zh: '可能是漏记购买、名称有误，或使用了他人的投入品。点击日期查看记录；如有漏记请补记购买。',
  },
  none: { vi: 'Không có.', en: 'None.', zh: '无。' },
  place: { vi: 'Nơi', en: 'Place', zh: '场所' },
  question: { vi: 'Điều cần xem', en: 'Question', zh: '问题' },
  allSites: { vi: 'Của mọi nơi', en: 'Of all places', zh: '全部地点' },
  neverBought: {
    vi: 'Chưa thấy ghi mua {product} trước ngày {on}.',
    en: 'No purchase of {product} is recorded before {on}.',
    zh: '{on}之前没有购买{product}的记录。',
  },
  open: { vi: 'Vật tư còn lại', en: 'Stock of inputs', zh: '投入品库存' },
  diary: { vi: 'Nhật ký', en: 'Diary', zh: '日志' },
} as const satisfies Record<string, LocalText>

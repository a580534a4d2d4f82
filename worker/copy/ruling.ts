import type { RefusalCode, WarningCode } from '../domain/decisions/types.ts'
import type { LocalText } from '../lib/text/local-text.ts'

/** Why a decision on a code is refused. */
export const REFUSALS = {
  no_status: {
    vi: 'Hãy chọn một trạng thái: không có quyết định nào “không trạng thái”.',
    en: 'Choose a status: nothing is decided by none.',
    zh: '请选择状态：不能作出无状态的决定。',
  },
  far_ahead: {
    vi: 'Ngày {on} còn hơn một năm nữa mới tới; hãy xem lại năm.',
    en: '{on} is more than a year ahead; look at the year again.',
    zh: '{on}距今超过一年，请核对年份。',
  },
  term_before_start: {
    vi: 'Ngày hết hạn ở trước ngày bắt đầu.',
    en: 'The last day is before the first.',
    zh: '到期日早于起始日。',
  },
  violation_for_active: {
    vi: 'Lý do “{reason}” không đi cùng “đang hoạt động”. Hãy chọn lý do khác, ví dụ “Đã khắc phục” hoặc “Sửa quyết định đã ghi”.',
    en: 'The reason “{reason}” does not go with “active”. Choose another, such as “Put right” or “Correction of the record”.',
    zh: '原因“{reason}”与“有效”不符。请选择其他原因，例如“已整改”或“更正记录”。',
  },
  decided_meanwhile: {
    vi: 'Vừa có quyết định khác về mã {code} cho thị trường này. Hãy xem lại rồi ghi tiếp nếu vẫn cần.',
    en: 'Another decision on {code} for this market has just been recorded. Look at it before recording yours.',
    zh: '刚有另一项关于注册编号 {code} 在该市场的决定被记录，请先查看再决定是否继续。',
  },
  amends_unknown: {
    vi: 'Không tìm thấy quyết định {id} của mã này cho thị trường {market}.',
    en: 'No such decision {id} on this code for {market}.',
    zh: '未找到该注册编号在 {market} 的决定 {id}。',
  },
  amends_corrected: {
    vi: 'Quyết định {id} đã được sửa trước đó; hãy sửa quyết định mới nhất.',
    en: 'Decision {id} was corrected already; correct the latest one.',
    zh: '决定 {id} 已被更正，请更正最新的决定。',
  },
  corrected_since: {
    vi: 'Mã {code}, {market}: quyết định đã được sửa sau đó, giữ nguyên.',
    en: '{code}, {market}: the decision was corrected since and stays.',
    zh: '{code}，{market}：该决定此后已被更正，保持不变。',
  },
  final: {
    vi: 'Mã {code} đã có quyết định “{final}” cho thị trường {market} từ {since}, nên không ghi “{status}” từ {on} được. Mã đã thu hồi hoặc hủy chỉ trở lại bằng cách cấp lại mã mới; nếu quyết định đó ghi nhầm, hãy sửa chính quyết định đó.',
    en: '{code} is “{final}” for {market} since {since}, so “{status}” from {on} cannot be recorded. What was revoked or cancelled comes back only as a re-issued code; if that decision was a mistake, correct it.',
    zh: '注册编号 {code} 在{market}自{since}起为“{final}”，不能记录自{on}起“{status}”。已撤销或注销的注册编号只能通过换发新注册编号恢复；如该决定有误，请更正该决定本身。',
  },
  final_needs_mistake: {
    vi: 'Quyết định “{final}” từ {since} chỉ được đổi thành “{status}” khi nó đã được ghi nhầm. Nếu đúng vậy, hãy chọn lý do “Sửa quyết định đã ghi” và nói rõ nhầm ở đâu; nếu không, hãy cấp lại mã mới.',
    en: 'The decision “{final}” from {since} becomes “{status}” only if it was taken by mistake. If so, choose the reason “Correction of the record” and say what was wrong; if not, re-issue the code.',
    zh: '自{since}起“{final}”的决定仅在误作时才可改为“{status}”。如确属误作，请选择原因“更正记录”并说明错误所在；否则请换发新注册编号。',
  },
  final_before_return: {
    vi: 'Sổ đã ghi “{later}” từ {since}, sau ngày {on}; mã {code} sẽ trở lại sau khi “{status}”. Hãy sửa quyết định đó trước, hoặc ghi ngày không sớm hơn {since}.',
    en: '“{later}” from {since} stands on record, after {on}: {code} would come back after being “{status}”. Correct that decision first, or give a day not before {since}.',
    zh: '登记册已有自{since}起“{later}”的决定，晚于{on}；注册编号 {code} 在“{status}”之后会恢复。请先更正该决定，或填写不早于{since}的日期。',
  },
  ends_before_successor: {
    vi: 'Mã cũ {code} không hết hiệu lực ngày {on} được: ở thị trường {market} mã mới đến {since} mới bắt đầu.',
    en: 'The old code {code} cannot end on {on}: for {market} the new one begins on {since}.',
    zh: '旧注册编号 {code} 不能自{on}起失效：新注册编号在{market}自{since}起才开始。',
  },
  nothing_to_end: {
    vi: 'Mã cũ {code} không còn hiệu lực ở thị trường {market} vào ngày mã mới bắt đầu; hãy để trống ngày hết hiệu lực.',
    en: 'The old code {code} does not count for {market} when the new one begins; leave out the day it ends.',
    zh: '新注册编号开始时旧注册编号 {code} 在{market}已无效；请勿填写失效日期。',
  },
} as const satisfies Record<RefusalCode, LocalText>

/** What is unusual about a decision, and recorded all the same. */
export const WARNINGS = {
  future_date: {
    vi: '“{status}” chỉ có hiệu lực từ {on}, là ngày chưa tới.',
    en: '“{status}” takes effect on {on} only, a day to come.',
    zh: '“{status}”自{on}起才生效，该日尚未到来。',
  },
  earlier_date: {
    vi: 'Đã có quyết định “{later}” từ {since}, sau ngày {on}; từ ngày ấy quyết định đó vẫn là quyết định được tính.',
    en: 'There is a decision “{later}” from {since}, after {on}; from that day it still is the one that counts.',
    zh: '已有自{since}起“{later}”的决定，晚于{on}；自该日起仍以该决定为准。',
  },
  no_active_time: {
    vi: 'Trước “{status}” từ {on}, sổ chưa có quyết định nào về mã này cho thị trường này; nếu mã từng hoạt động, hãy ghi thêm “đang hoạt động” từ ngày cấp.',
    en: 'Nothing was decided on this code for this market before “{status}” from {on}; if it was active, record “active” from the day of grant too.',
    zh: '在自{on}起“{status}”之前，登记册中没有该注册编号在该市场的任何决定；如注册编号曾有效，请补记自发放之日起“有效”。',
  },
} as const satisfies Record<WarningCode, LocalText>

import type { LocalText } from '../../lib/text/local-text.ts'

/** Why a grant is refused, and what is unusual about one. */
export const GRANT_PROBLEMS = {
  taken: {
    vi: 'Mã {code} đã cấp cho “{site}” của {holder}. Một mã không cấp cho hai nơi.',
    en: 'The code {code} was granted to “{site}” of {holder}. No code is granted twice.',
    zh: '注册编号 {code} 已发放给 {holder} 的“{site}”。同一注册编号不可发放两次。',
  },
  alike: {
    vi: 'Mã {code} rất giống mã {other} của “{site}” ({holder}); hai mã chỉ khác cách viết số 0 hay dấu.',
    en: 'The code {code} reads like {other} of “{site}” ({holder}); they differ in zeros or signs only.',
    zh: '注册编号 {code} 与“{site}”（{holder}）的 {other} 非常相似，仅零或符号不同。',
  },
  otherKind: {
    vi: 'Mã này theo dạng của {kind}, còn “{site}” thì không phải.',
    en: 'This code has the format of another kind of place than “{site}”.',
    zh: '该注册编号的格式与“{site}”的类型不符。',
  },
  otherMarket: {
    vi: 'Mã ghi thị trường {market} ở cuối, nhưng thị trường đó không được chọn.',
    en: 'The code ends with the market {market}, which was not chosen.',
    zh: '注册编号末尾标明市场 {market}，但未选择该市场。',
  },
  marketNotInCode: {
    vi: 'Mã theo dạng chỉ dùng cho {market}, nhưng thị trường {others} cũng được chọn.',
    en: 'A code of this format is for {market} alone, but {others} was chosen too.',
    zh: '该格式的注册编号仅用于{market}，但也选择了{others}。',
  },
  plantedTooLarge: {
    vi: 'Diện tích trồng {crop} là {planted} ha, lớn hơn diện tích của “{site}” ({area} ha).',
    en: '{planted} ha are planted with {crop}, more than the area of “{site}” ({area} ha).',
    zh: '{crop}种植面积为{planted}公顷，大于“{site}”的面积（{area}公顷）。',
  },
  outsideCommune: {
    vi: 'Ranh giới của “{site}” có {percent} % nằm ngoài {commune}.',
    en: '{percent} % of the boundary of “{site}” lies outside {commune}.',
    zh: '“{site}”的边界有 {percent}% 位于{commune}之外。',
  },
  marketTwice: {
    vi: 'Thị trường này đã có ở trên.',
    en: 'This market stands above already.',
    zh: '该市场已在上方填写。',
  },
  noMarket: {
    vi: 'Hãy chọn ít nhất một thị trường.',
    en: 'Choose at least one market.',
    zh: '请至少选择一个市场。',
  },
  endlessTerm: {
    vi: 'Thời hạn đã ghi thì không bỏ trống lại được; hãy ghi ngày hết hạn mới.',
    en: 'A term once stated is not left open again; give a new last day.',
    zh: '已填写的期限不可再留空，请填写新的到期日。',
  },
  grantedReason: { vi: 'Cấp mã số.', en: 'Code granted.', zh: '发放注册编号。' },
  reissuedReason: { vi: 'Cấp lại mã số.', en: 'Code re-issued.', zh: '换发注册编号。' },
  replacedReason: {
    vi: 'Đã cấp lại thành mã {code}.',
    en: 'Re-issued as {code}.',
    zh: '已换发为 {code}。',
  },
  siteGone: {
    vi: 'Nơi này đã được rút khỏi sổ; không cấp mã được.',
    en: 'This place was taken out of the register; no code can be granted for it.',
    zh: '该场所已从登记册撤出，无法发放注册编号。',
  },
  decidedMeanwhile: {
    vi: 'Trạng thái của mã cũ vừa thay đổi. Hãy xem lại rồi cấp lại nếu vẫn cần.',
    en: 'The status of the old code has just changed. Look at it before re-issuing.',
    zh: '旧注册编号的状态刚刚发生变化，请查看后再换发。',
  },
  inUse: {
    vi: 'Mã {code} đã có lô hàng, giấy xác nhận hoặc mã cấp lại dựa vào nên không rút được; hãy ghi quyết định hủy.',
    en: 'Batches, a certificate or a later code rest on {code}, so it cannot be taken back; record a cancellation instead.',
    zh: '已有批次、证明或后续注册编号依赖注册编号 {code}，无法撤回；请改为记录注销决定。',
  },
} as const satisfies Record<string, LocalText>

import type { LocalText } from '../../lib/text/local-text.ts'

/** Why a batch is not declared, changed or recalled. */
export const BATCH_REFUSALS = {
  severalOfLot: {
    vi: 'Có nhiều lô số “{lot}”: {list}. Hãy ghi thêm đơn vị, hoặc ghi mã lô.',
    en: 'Several batches have lot number “{lot}”: {list}. Give the organisation too, or the REF.',
    zh: '有多个批号为“{lot}”的批次：{list}。请同时注明单位，或填写批次编号。',
  },
  authority: {
    vi: 'Hãy ghi tên cơ quan quyết định.',
    en: 'Give the name of the authority that decides.',
    zh: '请填写作出决定的机关名称。',
  },
  sourceRef: {
    vi: 'Mã lô nguồn không đúng.',
    en: 'This is not the code of a source batch.',
    zh: '来源批次码不正确。',
  },
  weight: {
    vi: 'Khối lượng phải lớn hơn 0.',
    en: 'The weight must be more than 0.',
    zh: '重量必须大于 0。',
  },
  quantity: {
    vi: 'Số lượng phải lớn hơn 0.',
    en: 'The quantity must be more than 0.',
    zh: '数量必须大于 0。',
  },
  market: {
    vi: 'Cần ít nhất một thị trường (VNM là trong nước).',
    en: 'At least one market is needed (VNM is the home market).',
    zh: '至少需要一个市场（VNM 为国内市场）。',
  },
  expiresBeforePacked: {
    vi: 'Hạn dùng không thể trước ngày đóng gói.',
    en: 'It cannot run out before it is packed.',
    zh: '保质期不能早于包装日期。',
  },
  harvestedAfterPacked: {
    vi: 'Ngày thu hoạch không thể sau ngày đóng gói.',
    en: 'It cannot be harvested after it is packed.',
    zh: '采收日期不能晚于包装日期。',
  },
  seasonAfterPacked: {
    vi: 'Đầu vụ không thể sau ngày đóng gói.',
    en: 'The season cannot begin after the goods are packed.',
    zh: '生产季不能在包装日期之后开始。',
  },
  codeUnknown: {
    vi: 'Mã {code} chưa có trong sổ mã số; hãy nhập mã trước.',
    en: 'Code {code} is not in the register; bring it in first.',
    zh: '注册编号 {code} 不在登记册中，请先录入。',
  },
  codeOfKind: {
    vi: 'Mã {code} là mã {kind}.',
    en: 'Code {code} is that of a {kind}.',
    zh: '注册编号 {code} 属于{kind}。',
  },
  sourceUnknown: {
    vi: 'Không có lô nguồn {ref}.',
    en: 'There is no source batch {ref}.',
    zh: '没有来源批次 {ref}。',
  },
  sourceTwice: {
    vi: 'Lô nguồn {ref} được ghi hai lần.',
    en: 'Source batch {ref} is named twice.',
    zh: '来源批次 {ref} 重复填写。',
  },
  sourceAnnulled: {
    vi: 'Lô nguồn {ref} đã hủy.',
    en: 'Source batch {ref} is annulled.',
    zh: '来源批次 {ref} 已作废。',
  },
  sourceNotByMass: {
    vi: 'Lô nguồn {ref} không khai theo khối lượng (kg, tạ, tấn) nên không chia được.',
    en: 'Source batch {ref} is not declared by mass (kg, quintals, tonnes) and cannot be divided.',
    zh: '来源批次 {ref} 未按重量（千克、公担、吨）申报，无法拆分。',
  },
  heavier: {
    vi: 'Lô này ({own} kg) nặng hơn các nguồn cộng lại ({sources} kg).',
    en: 'This batch ({own} kg) is heavier than its sources together ({sources} kg).',
    zh: '此批次（{own} 千克）重于各来源之和（{sources} 千克）。',
  },
  codeNotUsed: {
    vi: 'Lô {ref} không dùng mã {code}.',
    en: 'Batch {ref} does not use code {code}.',
    zh: '批次 {ref} 未使用注册编号 {code}。',
  },
  alreadyAnnulled: {
    vi: 'Lô {ref} đã hủy rồi.',
    en: 'Batch {ref} is already annulled.',
    zh: '批次 {ref} 已作废。',
  },
  productPutAway: {
    vi: 'Sản phẩm này đã cất. Hãy dùng lại sản phẩm trước, rồi tạo lô.',
    en: 'This product is put away. Use it again first, then make a batch.',
    zh: '该产品已归档。请先恢复使用，再新建批次。',
  },
  lotTaken: {
    vi: 'Sản phẩm này đã có lô {lot}; hãy dùng số lô khác.',
    en: 'The product already has a lot {lot}.',
    zh: '该产品已有批号 {lot}。',
  },
  lotTakenBy: {
    vi: 'Sản phẩm này đã có lô {lot}, mã lô {ref}; hãy dùng số lô khác.',
    en: 'The product already has a lot {lot}: batch {ref}.',
    zh: '该产品已有批号 {lot}，批次码为 {ref}。',
  },
  sourceSpent: {
    vi: 'Lô nguồn {ref} chỉ còn {left} kg, không đủ {quantity} kg.',
    en: 'Source batch {ref} has {left} kg left, not {quantity} kg.',
    zh: '来源批次 {ref} 仅剩 {left} 千克，不足 {quantity} 千克。',
  },
  sourcesDoNotHold: {
    vi: 'Nguồn của lô không hợp lệ: một lô không thể là nguồn của chính nó, và lô nguồn vừa bị thay đổi thì phải khai lại.',
    en: 'The sources do not hold: a batch cannot be an input of itself, and a source that just changed must be declared anew.',
    zh: '来源无效：批次不能成为自身的来源；若来源刚被修改，请重新申报。',
  },
  notRecalled: {
    vi: 'Lô {ref} không bị thu hồi.',
    en: 'Batch {ref} is not under recall.',
    zh: '批次 {ref} 未被召回。',
  },
  otherOrganisation: {
    vi: 'Sản phẩm mới thuộc tổ chức khác; hãy tạo lô mới cho tổ chức đó.',
    en: 'The product belongs to another organisation; make a new batch there.',
    zh: '新产品属于其他组织，请为其新建批次。',
  },
  givenAway: {
    vi: 'Lô {ref} đã giao {kg} kg cho lô khác; số lượng không thể ít hơn.',
    en: 'Batch {ref} has given {kg} kg to others; its quantity cannot be less.',
    zh: '批次 {ref} 已向其他批次提供 {kg} 千克，数量不能更少。',
  },
} as const satisfies Record<string, LocalText>

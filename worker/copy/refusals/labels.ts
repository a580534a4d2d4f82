import type { LocalText } from '../../lib/text/local-text.ts'

/** Why labels are shorter than was asked for. */
export const PROFILE_FALLBACKS = {
  noCode: {
    vi: 'Lô chưa có mã vùng trồng hay mã cơ sở đóng gói nên tem in dạng ngắn (compact).',
    en: 'The batch has no code, so its labels are compact.',
    zh: '该批次没有种植区或包装厂注册编号，因此使用精简标签（compact）。',
  },
  tooManyAreas: {
    vi: 'Lô có {count} vùng trồng, tem chỉ ghi được {most}, nên tem in dạng ngắn (compact).',
    en: 'The batch has {count} growing areas and a label carries {most}, so its labels are compact.',
    zh: '该批次有 {count} 个种植区，标签最多写 {most} 个，因此使用精简标签（compact）。',
  },
  strangeCode: {
    vi: 'Mã {code} không ghi được lên tem nên tem in dạng ngắn (compact).',
    en: 'Code {code} cannot stand on a label, so the labels are compact.',
    zh: '注册编号 {code} 无法写在标签上，因此使用精简标签（compact）。',
  },
} as const satisfies Record<string, LocalText>

/** Why labels are not made, or nothing is recorded of them. */
export const LABEL_REFUSALS = {
  packedTooFarAhead: {
    vi: 'Ngày đóng gói {day} của lô {ref} còn quá xa; chỉ in tem trước nhiều nhất {most} ngày. Hãy sửa ngày đóng gói hoặc chờ gần ngày rồi in.',
    en: 'The packing day {day} of batch {ref} is too far ahead; labels are made at most {most} days before. Change the packing day or wait.',
    zh: '批次 {ref} 的包装日期 {day} 过远；标签最多可提前 {most} 天印制。请修改包装日期或届时再印。',
  },
  noPackingDay: {
    vi: 'Lô {ref} chưa có ngày đóng gói nên chưa in tem được.',
    en: 'Batch {ref} has no packing day yet, so it can have no labels.',
    zh: '批次 {ref} 尚无包装日期，不能发行标签。',
  },
  noGtin: {
    vi: 'Sản phẩm của lô {ref} chưa có GTIN nên không in được tem gs1.',
    en: 'The product of batch {ref} has no GTIN, so gs1 labels cannot be made.',
    zh: '批次 {ref} 的产品没有 GTIN，不能发行 gs1 标签。',
  },
  tooManyExceptions: {
    vi: 'Lô {ref} đã có {most} lần ghi hủy hoặc mất tem; hãy thu hồi cả lô thay vì ghi thêm từng khoảng.',
    en: 'Batch {ref} already has {most} exceptions; recall the whole batch instead.',
    zh: '批次 {ref} 的异常记录已达 {most} 条；请召回整个批次。',
  },
  batchStopped: {
    vi: 'Lô {ref} đã hủy hoặc đang bị thu hồi nên không in lại tem.',
    en: 'Batch {ref} is annulled or recalled, so its labels are not made again.',
    zh: '批次 {ref} 已作废或正在召回，不能重印标签。',
  },
  nothingLeft: {
    vi: 'Tất cả tem trong khoảng này đã bị hủy, mất hoặc thu hồi nên không in lại.',
    en: 'Every label in this range is void, lost, stolen or recalled.',
    zh: '该范围内的标签均已作废、丢失、被盗或召回，不能重印。',
  },
  noSerialsLeft: {
    vi: 'Lô {ref} chỉ còn {left} số tem.',
    en: 'Batch {ref} has {left} serials left.',
    zh: '批次 {ref} 只剩 {left} 个序号。',
  },
  tooManyRuns: {
    vi: 'Lô {ref} đã có {most} đợt in tem, không thêm được nữa; hãy tạo lô mới.',
    en: 'Batch {ref} already has {most} runs; make a new batch.',
    zh: '批次 {ref} 已有 {most} 次发行，请新建批次。',
  },
  standingStop: {
    vi: 'Không in tem cho lô {ref}: {reasons}',
    en: 'No labels for batch {ref}: {reasons}',
    zh: '不能为批次 {ref} 发行标签：{reasons}',
  },
  annulmentStands: {
    vi: 'Lô {ref} đã hủy; việc hủy lô không rút lại được, hãy tạo lô mới.',
    en: 'Batch {ref} is annulled for good; make a new batch.',
    zh: '批次 {ref} 已作废，不可恢复；请新建批次。',
  },
  alreadyWithdrawn: {
    vi: 'Ghi nhận này đã được rút lại rồi.',
    en: 'The exception is already withdrawn.',
    zh: '该记录已撤回。',
  },
  atLeastOne: {
    vi: 'Cần in ít nhất 1 tem.',
    en: 'Make at least one label.',
    zh: '至少印制 1 个标签。',
  },
  profile: {
    vi: 'Dạng tem là compact, full hoặc gs1.',
    en: 'A label is compact, full or gs1.',
    zh: '标签类型为 compact、full 或 gs1。',
  },
  countOrBatch: {
    vi: 'Chọn một trong hai: số tem (count) hoặc tem cho cả lô (wholeBatch).',
    en: 'Give one of the two: a number of labels (count) or labels of the whole batch (wholeBatch).',
    zh: '请二选一：标签数量（count）或整批标签（wholeBatch）。',
  },
  pinOfUnits: {
    vi: 'Mã cào chỉ có trên tem từng sản phẩm, không có trên tem chung cả lô.',
    en: 'Only labels of single packs have a PIN, not those of a whole batch.',
    zh: '只有单件标签才有刮开码，整批共用的标签没有。',
  },
  daysAhead: {
    vi: 'Nhiều nhất {most} ngày nữa.',
    en: 'At most {most} days ahead.',
    zh: '最多提前 {most} 天。',
  },
  packingDayMissing: {
    vi: 'Cần ngày đóng gói.',
    en: 'A packing day is needed.',
    zh: '需要包装日期。',
  },
  gtinMissing: {
    vi: 'Cần GTIN của sản phẩm.',
    en: 'The product needs a GTIN.',
    zh: '产品需要 GTIN。',
  },
  outsideRun: {
    vi: 'Đợt in này có tem số {from} đến {to}.',
    en: 'This run has labels {from} to {to}.',
    zh: '本次发行的标签号为 {from} 至 {to}。',
  },
  layout: {
    vi: 'Khổ tem là một trong: {list}.',
    en: 'The layout is one of: {list}.',
    zh: '版式为以下之一：{list}。',
  },
  rollLayout: {
    vi: 'Khổ cuộn tem ghi dạng RỘNGxCAO (mm), ví dụ 70x50 hoặc 70x50@300.',
    en: 'A roll is given as WIDTHxHEIGHT in mm, as 70x50 or 70x50@300.',
    zh: '卷装标签写作“宽x高”（毫米），例如 70x50 或 70x50@300。',
  },
  kind: {
    vi: 'Loại là một trong: {list}.',
    en: 'The kind is one of: {list}.',
    zh: '类型为以下之一：{list}。',
  },
} as const satisfies Record<string, LocalText>

/** Why labels do not fit, and what to choose instead. */
export const LAYOUT_REFUSALS = {
  chooseLarger: {
    vi: 'Hãy chọn khổ lớn hơn.',
    en: 'Choose a larger layout.',
    zh: '请选择更大的版式。',
  },
  chooseOf: {
    vi: 'Hãy chọn khổ giấy: {fits}.',
    en: 'Layouts that fit: {fits}.',
    zh: '可用版式：{fits}。',
  },
  moduleTooSmall: {
    vi: 'Ô vuông của mã QR chỉ còn {module} mm, cần ít nhất {minimum} mm. {choose}',
    en: 'A module of the code would be {module} mm and needs {minimum} mm. {choose}',
    zh: '二维码模块仅 {module} 毫米，至少需要 {minimum} 毫米。{choose}',
  },
  noRoom: {
    vi: 'Khổ tem này không đủ chỗ. {choose}',
    en: 'The label has no room here. {choose}',
    zh: '该版式空间不足。{choose}',
  },
} as const satisfies Record<string, LocalText>

/** What is left out on labels; told by the command that prints them, in Vietnamese. */
export const LABEL_WARNINGS = {
  characters_replaced: 'Có ký tự không in được trên tem: {characters}',
  text_shortened: 'Tên quá dài nên trên tem được rút gọn.',
  line_dropped: 'Tem nhỏ nên bớt một số dòng chữ; mã QR vẫn mang đủ thông tin.',
} as const satisfies Record<string, string>

/** What is asked, or told, before labels are made, with the figures. */
export const SEALING_FINDINGS = {
  more_than_harvested: {
    vi: 'Lô ghi {quantityKg}, nhật ký chỉ ghi thu hoạch {harvestedKg}.',
    en: 'The batch says {quantityKg}; the diary records a harvest of {harvestedKg}.',
    zh: '批次为 {quantityKg}，生产记录的采收量仅 {harvestedKg}。',
  },
  packed_ahead: {
    vi: 'Ngày đóng gói {packedOn} còn chưa tới (hôm nay {today}); sau khi in tem không sửa được nữa.',
    en: 'The packing day {packedOn} has not come (today is {today}); once labels are made it cannot be changed.',
    zh: '包装日期 {packedOn} 尚未到来（今天是 {today}）；发行标签后不能再修改。',
  },
  many_labels: {
    vi: '{labels} tem là quá nhiều so với khối lượng của lô (thường không quá {most}).',
    en: '{labels} labels are far more than the batch has use for (hardly more than {most}).',
    zh: '{labels} 张标签远超该批次所需（一般不超过 {most}）。',
  },
} as const satisfies Record<string, LocalText>

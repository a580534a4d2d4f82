import type { LocalText } from '../../lib/text/local-text.ts'

/** Entries of a diary one by one: their forms and their pages. */
export const DIARY_ENTRIES_COPY = {
  add: { vi: 'Ghi việc đã làm', en: 'New entry', zh: '新增记录' },
  addTitle: { vi: 'Ghi nhật ký', en: 'New entry', zh: '新增记录' },
  chooseSite: { vi: 'Làm ở đâu?', en: 'Where was it?', zh: '在哪里作业？' },
  chooseKind: { vi: 'Việc gì?', en: 'What was done?', zh: '做了什么？' },
  noSite: {
    vi: 'Đơn vị chưa có vùng trồng hay cơ sở nào. Thêm một nơi rồi ghi nhật ký.',
    en: 'There is no growing area or packing house yet. Add one, then keep its diary.',
    zh: '尚无种植区或包装厂。请先添加，再填写记录。',
  },
  otherSite: { vi: 'Nơi khác', en: 'Another place', zh: '其他场所' },
  save: { vi: 'Ghi vào nhật ký', en: 'Record it', zh: '保存记录' },
  recorded: { vi: 'Đã ghi vào nhật ký.', en: 'It is recorded.', zh: '已记录。' },
  corrected: {
    vi: 'Đã lưu chỗ sửa; điều ghi trước vẫn còn.',
    en: 'The correction is saved; what was said before stays.',
    zh: '更正已保存；原内容仍保留。',
  },
  takenBackDone: {
    vi: 'Đã rút lại; điều đã ghi vẫn còn cho mọi người xem.',
    en: 'It is taken back; what it said stays to be seen.',
    zh: '已撤回；原内容仍可查看。',
  },
  verifiedDone: {
    vi: 'Đã ghi là đã kiểm tra.',
    en: 'It is marked as checked.',
    zh: '已标记为已核查。',
  },
  waiting: {
    vi: 'Cách ly {days} ngày: được thu hoạch từ ngày {on}.',
    en: 'Interval of {days} days: harvest is allowed from {on}.',
    zh: '安全间隔期 {days} 天：{on} 起方可采收。',
  },
  day: { vi: 'Ngày làm', en: 'Day of the work', zh: '作业日期' },
  place: { vi: 'Nơi làm', en: 'Place', zh: '场所' },
  household: { vi: 'Hộ', en: 'Household', zh: '农户' },
  households: { vi: 'Làm cho các hộ', en: 'For the households', zh: '涉及农户' },
  householdsHint: {
    vi: 'Cùng một việc, cùng cách làm thì chọn chung; bản ghi nói rõ là ghi chung.',
    en: 'Choose several where all was done alike; the entry says so.',
    zh: '若各户作业完全相同，可一并选择；记录中会注明为合并填写。',
  },
  onBehalfOf: { vi: 'Ghi theo lời của', en: 'As told by', zh: '口述人' },
  onBehalfHint: {
    vi: 'Khi ghi thay người khác. Không công khai tên.',
    en: 'Where somebody else told it. The name is not public.',
    zh: '代他人填写时注明；姓名不公开。',
  },
  more: { vi: 'Ghi thêm', en: 'More', zh: '更多' },
  unitOf: { vi: '{field}: đơn vị', en: '{field}: unit', zh: '{field}：单位' },
  timeHint: { vi: 'Ví dụ 07:30.', en: 'For example 07:30.', zh: '例如 07:30。' },
  writtenBy: { vi: 'Người ghi', en: 'Written by', zh: '填写人' },
  declaredBy: { vi: 'Đơn vị khai', en: 'Declared by', zh: '申报单位' },
  recordedAt: { vi: 'Hệ thống nhận lúc', en: 'Arrived', zh: '系统接收时间' },
  madeAt: { vi: 'Máy ghi lúc', en: 'Written on the device', zh: '设备记录时间' },
  madeAtClock: {
    vi: '{time}, đồng hồ máy lệch {seconds} giây',
    en: '{time}, the device’s clock {seconds} seconds off',
    zh: '{time}，设备时钟偏差 {seconds} 秒',
  },
  madeAtUnknown: {
    vi: '{time}, theo đồng hồ máy, chưa đối chiếu',
    en: '{time}, by the device’s clock, never compared',
    zh: '{time}，按设备时钟，未经校对',
  },
  late: { vi: 'Ghi sau {days} ngày', en: 'Recorded {days} days later', zh: '{days} 天后登记' },
  sentLate: {
    vi: 'Gửi về sau {days} ngày; máy ghi ngay khi làm',
    en: 'Sent {days} days later; the device wrote it at once',
    zh: '{days} 天后上传；设备当时已记录',
  },
  spoken: { vi: 'Ghi bằng giọng nói', en: 'Spoken', zh: '语音填写' },
  together: {
    vi: 'Ghi chung cho {count} hộ',
    en: 'One entry for {count} households',
    zh: '{count} 户合并填写',
  },
  said: { vi: 'Nội dung', en: 'What it says', zh: '内容' },
  missing: { vi: 'Chưa ghi', en: 'Left out', zh: '未填写' },
  photo: { vi: 'Ảnh', en: 'Photo', zh: '照片' },
  photoHint: {
    vi: 'Ảnh lúc làm, nhãn thuốc hoặc hóa đơn. Nơi và giờ chụp không hiện ra ngoài.',
    en: 'Of the work, the label or the invoice. Where and when it was taken is not shown.',
    zh: '作业现场、标签或发票照片。拍摄地点和时间不对外显示。',
  },
  photos: { vi: 'Ảnh', en: 'Photos', zh: '照片' },
  photosMaking: {
    vi: '{count} ảnh đang được xử lý để hiển thị.',
    en: '{count} photos are being made ready to be shown.',
    zh: '{count} 张照片正在处理。',
  },
  photoTaken: {
    vi: 'Ảnh {n}: chụp lúc {time}, cách nơi làm {km} km',
    en: 'Photo {n}: taken {time}, {km} km from the place',
    zh: '照片 {n}：拍摄于 {time}，距场所 {km} km',
  },
  photoNoPlace: {
    vi: 'Ảnh {n}: chụp lúc {time}, không có vị trí',
    en: 'Photo {n}: taken {time}, without a place',
    zh: '照片 {n}：拍摄于 {time}，无位置信息',
  },
  photoNoTime: {
    vi: 'Ảnh {n}: không có giờ chụp',
    en: 'Photo {n}: without a time',
    zh: '照片 {n}：无拍摄时间',
  },
  found: { vi: 'Ghi nhận khi nhập', en: 'Noted when it came in', zh: '登记时的提示' },
  confirmed: {
    vi: '{text} Người ghi xác nhận đúng.',
    en: '{text} Confirmed.',
    zh: '{text} 填写人已确认。',
  },
  history: { vi: 'Các lần sửa', en: 'Corrections', zh: '更正记录' },
  historyColumns: { vi: 'Nội dung', en: 'What it said', zh: '内容' },
  change: { vi: 'Sửa', en: 'Correct', zh: '更正' },
  takeBack: { vi: 'Rút lại', en: 'Take back', zh: '撤回' },
  takeBackTitle: { vi: 'Rút lại dòng nhật ký', en: 'Take an entry back', zh: '撤回记录' },
  takeBackNote: {
    vi: 'Dùng khi việc này không hề có. Điều đã ghi và lý do vẫn còn cho mọi người xem.',
    en: 'For what was never done. What it said stays to be seen, with the reason.',
    zh: '用于从未发生的作业。原内容和原因仍可查看。',
  },
  verify: {
    vi: 'Tôi đã kiểm tra tại chỗ hôm nay',
    en: 'I checked it on the spot today',
    zh: '我今日已现场核查',
  },
  verified: { vi: 'Đã kiểm tra', en: 'Checked', zh: '已核查' },
  verifiedBy: { vi: '{name}, ngày {on}', en: '{name}, {on}', zh: '{name}，{on}' },
  isTakenBack: {
    vi: 'Dòng này đã được rút lại: {reason}',
    en: 'Taken back: {reason}',
    zh: '已撤回：{reason}',
  },
  isCorrected: {
    vi: 'Dòng này đã được sửa ngày {on}: {reason}',
    en: 'Corrected {on}: {reason}',
    zh: '已于 {on} 更正：{reason}',
  },
  newest: { vi: 'Xem dòng mới nhất', en: 'See the latest', zh: '查看最新记录' },
  signals: { vi: 'Điều cần xem lại', en: 'Worth a look', zh: '需要关注' },
  signalsTitle: { vi: 'Nhật ký cần xem lại', en: 'Diaries worth a look', zh: '需要关注的记录' },
  signalsLead: {
    vi: 'Tự tìm ra khi ghi nhật ký. Mỗi dòng chỉ là điều nên hỏi lại, không kết luận ai ghi sai.',
    en: 'Found when entries came in. Each is something to ask about; none says that anybody was wrong.',
    zh: '登记时自动发现。每条仅供核问，并不表示有人填写不实。',
  },
  signalsEmpty: {
    vi: 'Không có gì cần xem lại.',
    en: 'Nothing to look at.',
    zh: '没有需要关注的内容。',
  },
  signalAmended: {
    vi: 'Dòng này đã được sửa sau đó.',
    en: 'The entry was corrected since.',
    zh: '该记录其后已更正。',
  },
  signalShows: { vi: 'Thấy gì', en: 'What it shows', zh: '发现' },
  signalNot: { vi: 'Chưa nói lên điều gì', en: 'What it does not show', zh: '不能说明' },
  filterKind: { vi: 'Loại việc', en: 'Kind of work', zh: '作业类型' },
  filterSite: { vi: 'Nơi làm', en: 'Place', zh: '场所' },
} as const satisfies Record<string, LocalText>

/** What is found about entries: what it shows, and what it does not. */
export const SIGNAL_COPY = {
  photo_reused: {
    name: { vi: 'Ảnh đã dùng', en: 'Photo used before', zh: '照片重复使用' },
    shows: {
      vi: 'Đúng tệp ảnh này đã có trong một dòng nhật ký ngày {usedOn}.',
      en: 'This very file is in another entry, of {usedOn}.',
      zh: '同一照片文件已用于 {usedOn} 的另一条记录。',
    },
    not: {
      vi: 'Một ảnh chụp chung cho hai việc cùng ngày là bình thường.',
      en: 'One photo of two works of a day is nothing unusual.',
      zh: '同一天两项作业共用一张照片属正常。',
    },
  },
  photo_elsewhere: {
    name: { vi: 'Ảnh chụp nơi khác', en: 'Photo from elsewhere', zh: '照片拍摄地不符' },
    shows: {
      vi: 'Vị trí trong ảnh cách điểm của nơi làm {km} km.',
      en: 'The place in the photo lies {km} km from the point of the site.',
      zh: '照片位置距场所 {km} km。',
    },
    not: {
      vi: 'Máy có thể ghi vị trí cũ; vùng rộng có thửa nằm xa điểm đã khai.',
      en: 'A phone may write an old place; large areas have plots far from their point.',
      zh: '手机可能记录旧位置；大面积产区的地块可能距登记点较远。',
    },
  },
  photo_of_another_day: {
    name: { vi: 'Ảnh chụp ngày khác', en: 'Photo of another day', zh: '照片拍摄日期不符' },
    shows: {
      vi: 'Ảnh ghi ngày chụp {takenOn}, trước ngày làm.',
      en: 'The photo says it was taken on {takenOn}, before the day of the work.',
      zh: '照片拍摄日期为 {takenOn}，早于作业日期。',
    },
    not: {
      vi: 'Đồng hồ của máy có thể sai.',
      en: 'The clock of the phone may be wrong.',
      zh: '手机时钟可能不准。',
    },
  },
  fast_work: {
    name: { vi: 'Làm nhanh khác thường', en: 'Unusually fast work', zh: '作业速度异常' },
    shows: {
      vi: 'Một người làm {areaHa} ha trong {hours} giờ, {entries} dòng nhật ký.',
      en: 'One person did {areaHa} ha in {hours} hours, in {entries} entries.',
      zh: '一人在 {hours} 小时内完成 {areaHa} 公顷，共 {entries} 条记录。',
    },
    not: {
      vi: 'Có thể nhiều người cùng làm mà chỉ ghi một tên, hoặc thuê máy bay.',
      en: 'Several people may have worked under one name, or a drone was hired.',
      zh: '可能多人作业只写一人，或租用了无人机。',
    },
  },
  identical_entries: {
    name: { vi: 'Nhiều hộ ghi giống hệt', en: 'Households alike', zh: '多户记录相同' },
    shows: {
      vi: '{households} hộ có dòng ghi giống hệt nhau cùng ngày.',
      en: '{households} households have the same entry of that day, word for word.',
      zh: '{households} 户同日记录完全相同。',
    },
    not: {
      vi: 'Tổ đội phun chung một ngày, một loại thuốc thì giống nhau là thật.',
      en: 'A team that sprays for all on one day truly has the same entries.',
      zh: '统一时间、统一用药的统防统治会产生相同记录。',
    },
  },
} as const satisfies Record<
  string,
  { readonly name: LocalText; readonly shows: LocalText; readonly not: LocalText }
>

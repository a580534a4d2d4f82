import type { LocalText } from '../lib/text/local-text.ts'

/** What there is to mend in a diary entry, in the app and on the server alike. */
export const DIARY_FAULTS = {
  notABody: {
    vi: 'Không đọc được bản ghi này.',
    en: 'This record cannot be read.',
    zh: '无法读取此记录。',
  },
  unknownKind: {
    vi: 'Không có loại việc này. Hãy cập nhật ứng dụng.',
    en: 'There is no such kind of entry. Update the app.',
    zh: '没有此类记录，请更新应用。',
  },
  unknownField: {
    vi: 'Mẫu ghi này không có ô “{name}”. Hãy cập nhật ứng dụng rồi sửa bản ghi.',
    en: 'This form has no field “{name}”. Update the app and mend the entry.',
    zh: '此表单没有“{name}”一栏，请更新应用后修改记录。',
  },
  missingSite: {
    vi: 'Chưa chọn nơi làm.',
    en: 'The place is missing.',
    zh: '尚未选择地点。',
  },
  unknownUnit: {
    vi: 'Không biết đơn vị “{unit}” ở ô này.',
    en: 'The unit “{unit}” is not known here.',
    zh: '此处无法识别单位“{unit}”。',
  },
  missingUnit: { vi: 'Thiếu đơn vị.', en: 'The unit is missing.', zh: '缺少单位。' },
  notPositive: {
    vi: 'Phải là số lớn hơn 0, ví dụ 2,5.',
    en: 'This must be a number above 0, such as 2.5.',
    zh: '必须是大于 0 的数字，例如 2,5。',
  },
  notACount: {
    vi: 'Phải là số nguyên từ 0 đến {most}.',
    en: 'This must be a whole number from 0 to {most}.',
    zh: '必须是 0 到 {most} 的整数。',
  },
  notATime: {
    vi: 'Không đọc được giờ. Ví dụ: 07:30.',
    en: 'This is not a time. For example: 07:30.',
    zh: '无法识别时间，例如：07:30。',
  },
  householdsNotAsked: {
    vi: 'Loại việc này không ghi theo hộ.',
    en: 'This kind of entry names no household.',
    zh: '此类记录不按农户填写。',
  },
  oneHousehold: {
    vi: 'Loại việc này ghi riêng từng hộ: mỗi hộ một bản ghi.',
    en: 'This kind of entry is made for each household by itself.',
    zh: '此类记录须按户分别填写。',
  },
  tooManyHouseholds: {
    vi: 'Một bản ghi chung cho nhiều nhất {most} hộ.',
    en: 'One entry covers at most {most} households.',
    zh: '一条记录最多包含 {most} 户。',
  },
  notAPhoto: {
    vi: 'Ảnh phải ghi bằng mã SHA-256 của nó.',
    en: 'A photo is named by its SHA-256 hash.',
    zh: '照片须以其 SHA-256 值标识。',
  },
  tooManyPhotos: {
    vi: 'Một bản ghi có nhiều nhất {most} ảnh.',
    en: 'An entry has at most {most} photos.',
    zh: '一条记录最多 {most} 张照片。',
  },
  brokenText: {
    vi: 'Có ký tự bị hỏng hoặc không nhìn thấy được. Hãy gõ lại.',
    en: 'There are broken or unseen characters. Type it again.',
    zh: '包含损坏或不可见的字符，请重新输入。',
  },
} as const satisfies Record<string, LocalText>

/** What hardly can be meant: recorded once somebody says that it is so. */
export const DIARY_QUESTIONS = {
  unusual: {
    vi: '{field}: {figure}. Lớn khác thường. Đúng như vậy?',
    en: '{field}: {figure}. This is unusually large. Is it right?',
    zh: '{field}：{figure}，数值异常偏大，确认无误吗？',
  },
  intervalUnknown: {
    vi: 'Chưa ghi thời gian cách ly in trên nhãn. Thu hoạch sớm sẽ không biết được. Ghi như vậy?',
    en: 'The interval printed on the label is missing, so an early harvest would not be noticed. Record it so?',
    zh: '未填写标签上的安全间隔期，将无法判断是否过早采收。仍要记录吗？',
  },
  longAgo: {
    vi: 'Ngày làm là {on}, cách hôm nay {days} ngày. Đúng ngày đó?',
    en: 'The day of the work is {on}, {days} days ago. Is that right?',
    zh: '作业日期为 {on}，距今 {days} 天，确认无误吗？',
  },
  beforePlanting: {
    vi: 'Thu hoạch trước ngày gieo trồng ghi trong nhật ký ({on}). Đúng như vậy?',
    en: 'This harvest is before the planting the diary tells of ({on}). Is it right?',
    zh: '采收日期早于记录中的播种定植日期（{on}），确认无误吗？',
  },
  doseTimes: {
    vi: 'Liều {product} gấp {times} lần lần trước. Đúng như vậy?',
    en: 'This dose of {product} is {times} times the last one. Is it right?',
    zh: '{product} 的用量是上次的 {times} 倍，确认无误吗？',
  },
  sameAgain: {
    vi: 'Ngày này đã có một bản ghi giống hệt. Ghi thêm lần nữa?',
    en: 'An entry of that day says exactly the same. Record it once more?',
    zh: '当天已有一条完全相同的记录，仍要再记一次吗？',
  },
  insideInterval: {
    vi: 'Thu hoạch khi chưa hết thời gian cách ly: {product}, dùng ngày {sprayedOn}, được thu hoạch từ {allowedOn}.',
    en: 'Harvested before an interval had passed: {product}, used on {sprayedOn}, harvest allowed from {allowedOn}.',
    zh: '未满安全间隔期采收：{product}，{sprayedOn} 使用，{allowedOn} 起方可采收。',
  },
} as const satisfies Record<string, LocalText>

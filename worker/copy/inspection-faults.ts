import type { LocalText } from '../lib/text/local-text.ts'

/** What is wrong with an answer to a question of an inspection form. */
export const INSPECTION_FAULTS = {
  missing: { vi: 'Hãy trả lời câu này.', en: 'Answer this.', zh: '请回答此题。' },
  constraint: {
    vi: 'Câu trả lời chưa hợp lệ.',
    en: 'This cannot be the answer.',
    zh: '答案不符合要求。',
  },
  notAsked: {
    vi: 'Mẫu không hỏi câu này.',
    en: 'The form does not ask this.',
    zh: '表格未询问此题。',
  },
  unreadable: {
    text: {
      vi: 'Hãy ghi bằng chữ, tối đa 4.000 ký tự.',
      en: 'Write a text of at most 4,000 characters.',
      zh: '请填写文字，最多 4000 字。',
    },
    integer: { vi: 'Hãy ghi số nguyên.', en: 'Write a whole number.', zh: '请填写整数。' },
    decimal: { vi: 'Hãy ghi số, ví dụ 2,5.', en: 'Write a number.', zh: '请填写数字。' },
    date: { vi: 'Hãy chọn ngày.', en: 'Choose a day.', zh: '请选择日期。' },
    select_one: {
      vi: 'Hãy chọn một mục trong danh sách.',
      en: 'Choose one of the list.',
      zh: '请从列表中选择一项。',
    },
    select_multiple: {
      vi: 'Hãy chọn trong danh sách.',
      en: 'Choose from the list.',
      zh: '请从列表中选择。',
    },
    image: { vi: 'Tối đa 6 ảnh.', en: 'At most 6 photos.', zh: '最多 6 张照片。' },
    geopoint: {
      vi: 'Tọa độ không đọc được.',
      en: 'The position cannot be read.',
      zh: '无法读取坐标。',
    },
  },
} as const satisfies Record<string, LocalText | Record<string, LocalText>>

/** What does not fit in minutes of an inspection as a whole. */
export const MINUTES_FAULTS = {
  findingMissing: {
    vi: 'Câu này là điểm chưa đạt: hãy ghi cách khắc phục và hạn.',
    en: 'This is a finding: say what is to be done and by when.',
    zh: '此项为不符合项，请填写整改措施和期限。',
  },
  noText: {
    vi: 'Hãy ghi điểm chưa đạt.',
    en: 'Say what was found.',
    zh: '请填写不符合项。',
  },
  noAction: {
    vi: 'Hãy ghi cách khắc phục.',
    en: 'Say what is to be done.',
    zh: '请填写整改措施。',
  },
  followedTwice: {
    vi: 'Một điểm chưa đạt được ghi kiểm tra lại hai lần.',
    en: 'A finding is looked at again twice.',
    zh: '同一问题被复查了两次。',
  },
  dueEarlier: {
    vi: 'Hạn khắc phục không được trước ngày kiểm tra.',
    en: 'It cannot be due before the inspection.',
    zh: '期限不得早于检查日。',
  },
  noOutcome: { vi: 'Hãy chọn kết luận.', en: 'Choose the conclusion.', zh: '请选择结论。' },
  passedWithFindings: {
    vi: 'Có điểm chưa đạt thì kết luận là đạt có khắc phục hoặc không đạt.',
    en: 'With findings it is passed with actions or failed.',
    zh: '有不符合项时结论应为整改后合格或不合格。',
  },
  nothingFound: {
    vi: 'Kết luận này cần ít nhất một điểm chưa đạt.',
    en: 'This conclusion needs a finding at least.',
    zh: '该结论至少需要一项不符合项。',
  },
  noSignature: {
    vi: 'Chưa có chữ ký.',
    en: 'It is not signed.',
    zh: '尚未签名。',
  },
  noSheet: {
    vi: 'Hãy ký trên giấy rồi chụp bản đã ký, hoặc vẽ chữ ký ở trên.',
    en: 'Sign on paper and photograph the sheet, or draw the signature above.',
    zh: '请在纸上签名并拍照，或在上方手写签名。',
  },
  dayToCome: {
    vi: 'Ngày kiểm tra chưa đến.',
    en: 'That day is still to come.',
    zh: '检查日期尚未到来。',
  },
  noWhyUnsigned: {
    vi: 'Hãy lấy chữ ký, hoặc ghi vì sao không ký.',
    en: 'Have it signed, or say why it is not.',
    zh: '请签名，或说明未签原因。',
  },
  noName: { vi: 'Hãy ghi họ tên.', en: 'Write the name.', zh: '请填写姓名。' },
  noSite: {
    vi: 'Hãy chọn nơi kiểm tra hoặc gõ mã số.',
    en: 'Choose the place or type its code.',
    zh: '请选择地点或输入编号。',
  },
} as const satisfies Record<string, LocalText>

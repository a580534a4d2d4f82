import type { LocalText } from '../../lib/text/local-text.ts'
import type { TextFault } from '../../lib/text/sound-text.ts'

/** The head of a refusal; what there is to mend in each field follows. */
export const INVALID_INPUT = {
  vi: 'Dữ liệu chưa đúng. {faults}',
  en: 'The input is not valid. {faults}',
  zh: '输入有误。{faults}',
} as const satisfies LocalText

/** Why texts are not taken, whatever they are for. */
export const TEXT_FAULTS = {
  ill_formed: {
    vi: 'Có ký tự bị hỏng (nửa ký hiệu). Hãy gõ lại.',
    en: 'It holds half a character (a lone surrogate). Type it again.',
    zh: '含有残缺字符（半个符号），请重新输入。',
  },
  control: {
    vi: 'Có ký tự điều khiển không nhìn thấy. Hãy xóa đi hoặc gõ lại.',
    en: 'It holds control characters that cannot be seen. Remove them or type it again.',
    zh: '含有不可见的控制字符，请删除或重新输入。',
  },
  direction: {
    vi: 'Có ký tự đảo chiều chữ không nhìn thấy. Hãy xóa đi hoặc gõ lại.',
    en: 'It holds unseen marks that turn the direction of text. Remove them or type it again.',
    zh: '含有不可见的文字方向控制符，请删除或重新输入。',
  },
  too_deep: {
    vi: 'Dữ liệu lồng nhau quá sâu.',
    en: 'The data are nested too deeply.',
    zh: '数据嵌套过深。',
  },
} as const satisfies Record<TextFault | 'too_deep', LocalText>

/** A parameter or field that there is none of; its name stands before. */
export const UNKNOWN_NAME = {
  vi: 'Không có tham số này.',
  en: 'There is no such parameter.',
  zh: '没有此参数。',
} as const satisfies LocalText

/** A field that must be there and is not. */
export const MISSING_FIELD = {
  vi: 'Còn thiếu.',
  en: 'Missing.',
  zh: '缺少此项。',
} as const satisfies LocalText

/** What a value should be and is not, by the name of its type. */
export const WRONG_TYPE = {
  string: { vi: 'Phải là chữ.', en: 'It must be text.', zh: '应为文本。' },
  number: { vi: 'Phải là số.', en: 'It must be a number.', zh: '应为数字。' },
  boolean: {
    vi: 'Phải là true hoặc false.',
    en: 'It must be true or false.',
    zh: '应为 true 或 false。',
  },
  array: { vi: 'Phải là danh sách.', en: 'It must be a list.', zh: '应为列表。' },
  object: { vi: 'Phải là nhóm các mục.', en: 'It must be an object.', zh: '应为对象。' },
} as const satisfies Readonly<Record<string, LocalText>>

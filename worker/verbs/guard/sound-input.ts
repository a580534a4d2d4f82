import type { LocalText } from '../../lib/text/local-text.ts'
import { composeText, type TextFault, textFault } from '../../lib/text/sound-text.ts'
import type { FieldError } from '../errors.ts'

/** Deeper than anything a caller has reason to send. */
const DEEPEST = 60

/**
 * Input with every text in it composed (NFC), and a fault for each field whose text no database or
 * reader could be trusted with. Texts are refused rather than mended: of what a program sends,
 * nobody sees the mending.
 */
export function soundInput(input: unknown): {
  readonly input: unknown
  readonly errors: readonly FieldError[]
} {
  const errors: FieldError[] = []
  const refuse = (path: readonly string[], text: LocalText): void => {
    errors.push({ path: path.join('.').toWellFormed(), message: text.vi, text })
  }
  const walk = (value: unknown, path: readonly string[]): unknown => {
    if (typeof value === 'string') {
      const text = composeText(value)
      const fault = textFault(text)
      if (fault !== null) refuse(path, FAULTS[fault])
      return text
    }
    if (!isPlain(value)) return value
    if (path.length === DEEPEST) {
      refuse(path.slice(0, 1), TOO_DEEP)
      return null
    }
    if (Array.isArray(value)) return value.map((each, i) => walk(each, [...path, String(i)]))
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => {
        const fault = textFault(name)
        if (fault !== null) refuse(path, FAULTS[fault])
        return [composeText(name), walk(each, [...path, name])]
      }),
    )
  }
  const sound = walk(input, [])
  return { input: sound, errors }
}

/** Files, dates and the like are nothing to walk through. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === Object.prototype || prototype === null
}

const FAULTS: Readonly<Record<TextFault, LocalText>> = {
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
}

const TOO_DEEP: LocalText = {
  vi: 'Dữ liệu lồng nhau quá sâu.',
  en: 'The data are nested too deeply.',
  zh: '数据嵌套过深。',
}

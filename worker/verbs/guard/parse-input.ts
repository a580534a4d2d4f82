import type * as z from 'zod'
import en from 'zod/v4/locales/en.js'
import vi from 'zod/v4/locales/vi.js'
import zhCN from 'zod/v4/locales/zh-CN.js'
import type { Language, LocalText } from '../../lib/text/local-text.ts'
import type { Fault } from '../../resources/resource.ts'
import { type FieldError, Problem } from '../errors.ts'
import { soundInput } from './sound-input.ts'

/**
 * Reads what a caller sent by its schema; throws `invalid_input` with one Vietnamese sentence a
 * field when it does not fit, or holds text that no database can.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const sound = soundInput(input)
  if (sound.errors.length > 0) throw invalidInput(sound.errors)
  const result = schema.safeParse(sound.input, { error: vi().localeError })
  if (result.success) return result.data
  throw invalidInput(result.error.issues.map(errorOf))
}

/** Refuses input for faults that no field can tell alone. */
export function refuseFields(faults: readonly Fault[]): Problem {
  return invalidInput(faults.map(({ path, text }) => ({ path, message: text.vi, text })))
}

function errorOf(issue: z.core.$ZodIssue): FieldError {
  const { message } = issue
  const path = issue.path.join('.')
  if (issue.code === 'custom') {
    const text: unknown = issue.params?.['text']
    return isLocalText(text) ? { path, message, text } : { path, message }
  }
  const text = {
    vi: message,
    en: said(en().localeError, issue),
    zh: said(zhCN().localeError, issue),
  }
  // A schema with words of its own has them in Vietnamese.
  return said(vi().localeError, issue) === message ? { path, message, text } : { path, message }
}

function said(say: z.core.$ZodErrorMap, issue: z.core.$ZodIssue): string {
  const told = say(issue as never)
  return typeof told === 'string' ? told : (told?.message ?? issue.message)
}

function isLocalText(value: unknown): value is LocalText {
  return (
    typeof value === 'object' && value !== null && 'vi' in value && 'en' in value && 'zh' in value
  )
}

/** An `invalid_input` problem naming each field that does not fit. */
export function invalidInput(errors: readonly FieldError[]): Problem {
  const list = (lang: Language) =>
    errors
      .map(({ path, message, text }) => {
        const told = text?.[lang] ?? message
        return path === '' ? told : `${path}: ${told}`
      })
      .join(' ')
  return new Problem({
    code: 'invalid_input',
    text: {
      vi: `Dữ liệu chưa đúng. ${list('vi')}`,
      en: `The input is not valid. ${list('en')}`,
      zh: `输入有误。${list('zh')}`,
    },
    errors,
  })
}

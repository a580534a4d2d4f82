import type * as z from 'zod'
import en from 'zod/v4/locales/en.js'
import vi from 'zod/v4/locales/vi.js'
import zhCN from 'zod/v4/locales/zh-CN.js'
import { fillAll } from '../../copy/fill.ts'
import { inEach } from '../../copy/in-each.ts'
import {
  INVALID_INPUT,
  MISSING_FIELD,
  UNKNOWN_NAME,
  WRONG_TYPE,
} from '../../copy/refusals/input.ts'
import { LANGUAGES, type Language, type LocalText } from '../../lib/text/local-text.ts'
import { mendText } from '../../lib/text/sound-text.ts'
import { type FieldError, Problem } from '../errors.ts'
import { soundInput } from './sound-input.ts'

/** Of a name that is no field's: enough to find the slip. */
const LONGEST_NAME = 100

/**
 * Reads what a caller sent by its schema; throws `invalid_input` with one sentence a field when it
 * does not fit, or holds text that no database can.
 */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const sound = soundInput(input)
  if (sound.errors.length > 0) throw invalidInput(sound.errors)
  const result = schema.safeParse(sound.input)
  if (result.success) return result.data
  throw invalidIssues(result.error.issues, sound.input)
}

/** An `invalid_input` problem of what a schema found wrong with `input`. */
export function invalidIssues(issues: readonly z.core.$ZodIssue[], input: unknown): Problem {
  return invalidInput(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownName([...issue.path, key]))
        : [{ path: issue.path.join('.'), text: textOf(issue, input) }],
    ),
  )
}

/** The name alone: it is its sender's own, however odd. */
function unknownName(path: readonly PropertyKey[]): FieldError {
  return { path: mendText(path.join('.')).slice(0, LONGEST_NAME), text: UNKNOWN_NAME }
}

/** A schema's own words where it has some, else ours for a wrong type, else zod's. */
function textOf(issue: z.core.$ZodIssue, input: unknown): LocalText {
  const own = 'params' in issue ? issue.params?.['text'] : undefined
  if (isLocalText(own)) return own
  if (issue.code === 'invalid_type') {
    if (valueAt(input, issue.path) === undefined) return MISSING_FIELD
    const wrong = Object.entries(WRONG_TYPE).find(([type]) => type === issue.expected)
    if (wrong !== undefined) return wrong[1]
  }
  // Zod tells what it was given, and leaves it out of what it hands on.
  const asked = { ...issue, input: valueAt(input, issue.path) }
  return inEach((lang) => said(lang, asked))
}

const ZOD_COPY: Readonly<Record<Language, z.core.$ZodErrorMap>> = {
  vi: vi().localeError,
  en: en().localeError,
  zh: zhCN().localeError,
}

function said(language: Language, issue: object): string {
  const told = ZOD_COPY[language](issue as never)
  return typeof told === 'string' ? told : (told?.message ?? '')
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = input
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = (value as Record<PropertyKey, unknown>)[name]
  }
  return value
}

function isLocalText(value: unknown): value is LocalText {
  return typeof value === 'object' && value !== null && LANGUAGES.every((lang) => lang in value)
}

/** An `invalid_input` problem of one field. */
export function invalidField(path: string, text: LocalText): Problem {
  return invalidInput([{ path, text }])
}

/** An `invalid_input` problem naming each field that does not fit. */
export function invalidInput(errors: readonly FieldError[]): Problem {
  const faults = inEach((lang) =>
    errors.map(({ path, text }) => (path === '' ? text[lang] : `${path}: ${text[lang]}`)).join(' '),
  )
  return new Problem({ code: 'invalid_input', text: fillAll(INVALID_INPUT, { faults }), errors })
}

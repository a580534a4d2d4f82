import { parseVietnameseDate } from '../../lib/time/parse-vietnamese-date.ts'
import { FINDING_SEVERITIES, type FindingSeverity } from '../findings/kinds.ts'
import type { Point } from './answers.ts'
import type { CompiledForm } from './form/compile-form.ts'
import type { FormItem } from './form/form.ts'
import { INSPECTION_OUTCOMES, type InspectionKind } from './kinds.ts'
import type { TypedAnswer, TypedFinding, TypedMinutes } from './read-minutes.ts'
import { SIGNATURE_BOUNDS, SIGNATURE_FIELD, type Signature } from './signature.ts'

/** What was typed on a page, by the names of its fields. */
export type PageTexts = Readonly<Record<string, string>>

/** The pages of minutes, in their order. */
export const MINUTES_STEPS = ['ask', 'findings', 'sign'] as const
export type MinutesStep = (typeof MINUTES_STEPS)[number]

/** Characters of a field, at most: a drawn signature is the longest. */
export const LONGEST_TEXT = 40_000

/** Characters of a position: two numbers with blanks to spare. */
const LONGEST_POINT = 60

/** A finding of a page: `key` is its question, else a number of its own. */
export type KeyedFinding = TypedFinding & { readonly key: string }

/** Minutes as a page has them: like those of a device, but that days may be written in any way. */
export function typedOfPage(
  compiled: CompiledForm,
  { kind, texts }: { readonly kind: InspectionKind; readonly texts: PageTexts },
): Omit<TypedMinutes, 'findings'> & { readonly findings: readonly KeyedFinding[] } {
  return {
    kind,
    on: dayOf(texts['on'] ?? ''),
    answers: Object.fromEntries(
      compiled.items.flatMap(({ item }): [string, TypedAnswer][] => {
        const text = item.name === '' ? undefined : textAt(texts, `answers.${item.name}`)
        return text === undefined ? [] : [[item.name, answerOf(item, text)]]
      }),
    ),
    findings: findingsOf(texts),
    outcome: INSPECTION_OUTCOMES.find((each) => each === texts['outcome']) ?? null,
  }
}

/** A day as it is kept; what is none stays as it was typed. */
export function dayOf(text: string): string {
  if (text.trim() === '') return ''
  const read = parseVietnameseDate(text)
  return read.ok ? read.on : text
}

/** A signature as a page's script leaves it; nothing drawn where it cannot be one. */
export function signatureOf(text: string): Signature {
  if (text === '' || text.length > LONGEST_TEXT) return []
  try {
    const read: unknown = JSON.parse(text)
    return isSignature(read) ? read : []
  } catch {
    return []
  }
}

function isSignature(read: unknown): read is Signature {
  if (!Array.isArray(read) || read.length > SIGNATURE_BOUNDS.strokes) return false
  const { width, height } = SIGNATURE_FIELD
  const most = Math.max(width, height)
  const isPart = (part: unknown) =>
    Number.isInteger(part) && Number(part) >= 0 && Number(part) <= most
  const isStroke = (stroke: unknown) => Array.isArray(stroke) && stroke.every(isPart)
  return read.every(isStroke) && read.flat().length <= SIGNATURE_BOUNDS.numbers
}

function answerOf({ type }: FormItem, text: string): TypedAnswer {
  switch (type) {
    case 'select_multiple':
      return text.split('\n').filter((name) => name !== '')
    case 'date':
      return dayOf(text)
    case 'geopoint':
      return pointOf(text) ?? text
    case 'note':
    case 'text':
    case 'integer':
    case 'decimal':
    case 'select_one':
    case 'image':
    case 'begin_group':
    case 'end_group':
      return text.replaceAll('\r\n', '\n')
  }
}

/** `10.3751, 105.4389` or `10,3751 105,4389`; null where it is neither. */
function pointOf(text: string): Point | null {
  if (text.length > LONGEST_POINT) return null
  const parts = text.includes('.') ? text.split(/[\s;,]+/) : text.split(/[\s;]+/)
  const numbers = parts
    .filter((part) => part !== '')
    .map((part) => Number(part.replace(/,$/, '').replace(',', '.')))
  const [latitude, longitude] = numbers
  if (numbers.length !== 2 || !Number.isFinite(latitude) || !Number.isFinite(longitude)) return null
  return { latitude: latitude ?? 0, longitude: longitude ?? 0 }
}

const FINDING_NAME = /^finding\.([A-Za-z0-9_-]{1,50})\.(?:text|severity|action|dueOn)$/

/** Those of questions, then those added by their numbers; a number that says nothing is none. */
function findingsOf(texts: PageTexts): KeyedFinding[] {
  const keys = new Set(
    Object.keys(texts).flatMap((name) => {
      const key = FINDING_NAME.exec(name)?.[1]
      return key === undefined ? [] : [key]
    }),
  )
  const all = [...keys].map((key): KeyedFinding => {
    const said = (field: string) => textAt(texts, `finding.${key}.${field}`)?.trim() ?? ''
    return {
      ...{ key, question: isNumber(key) ? null : key, severity: severityOf(said('severity')) },
      ...{ text: said('text'), action: said('action'), dueOn: dayOf(said('dueOn')) },
    }
  })
  const added = all.filter(
    ({ question, text, action }) => question === null && text + action !== '',
  )
  return [
    ...all.filter(({ question }) => question !== null),
    ...added.toSorted((a, b) => Number(a.key) - Number(b.key)),
  ]
}

const isNumber = (key: string) => /^\d+$/.test(key)

function severityOf(text: string): FindingSeverity {
  return FINDING_SEVERITIES.find((each) => each === text) ?? 'minor'
}

function textAt(texts: PageTexts, name: string): string | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined
}

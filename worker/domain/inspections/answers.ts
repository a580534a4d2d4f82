import { normaliseText } from '../../lib/text/normalise-text.ts'
import { dropUnseen } from '../../lib/text/sound-text.ts'
import { toCalendarDate } from '../../lib/time/calendar-date.ts'
import type { Value } from './expressions/expression.ts'
import type { FormItem, InspectionForm } from './form/form.ts'

/** Where a device stood, as it said. */
export type Point = {
  readonly latitude: number
  readonly longitude: number
  readonly accuracyM?: number | null
}

/** Several choices, or photos by their SHA-256. */
export type Answer = string | number | readonly string[] | Point
export type Answers = Readonly<Record<string, Answer>>

export const LONGEST_ANSWER = 4_000
export const MOST_PHOTOS = 6
const LARGEST = 1e12
const HASH = /^[0-9a-f]{64}$/

/** An answer as a question takes it; null for none. `undefined` is no answer of its type. */
export function readAnswer(
  item: FormItem,
  given: unknown,
  lists: InspectionForm['lists'],
): Answer | null | undefined {
  if (given === null || given === undefined || given === '') return null
  switch (item.type) {
    case 'text':
      return readText(given)
    case 'integer':
      return readNumber(given, Number.isInteger)
    case 'decimal':
      return readNumber(given, Number.isFinite)
    case 'date':
      return typeof given === 'string' && toCalendarDate(given) !== null ? given : undefined
    case 'select_one':
      return typeof given === 'string' && namesOf(item, lists).has(given) ? given : undefined
    case 'select_multiple': {
      const names = namesOf(item, lists)
      return readSome(given, { most: names.size, may: (name) => names.has(name) })
    }
    case 'image':
      return readSome(given, { most: MOST_PHOTOS, may: (hash) => HASH.test(hash) })
    case 'geopoint':
      return readPoint(given)
    case 'note':
    case 'begin_group':
    case 'end_group':
      return undefined
  }
}

/** An answer as expressions see it. */
export function answerValue(answer: Answer | null): Value {
  if (answer === null) return ''
  if (typeof answer === 'string' || typeof answer === 'number') return answer
  if ('latitude' in answer) return `${answer.latitude} ${answer.longitude}`
  return answer.join(' ')
}

function readText(given: unknown): string | null | undefined {
  if (typeof given !== 'string' || given.length > LONGEST_ANSWER) return undefined
  const text = normaliseText(dropUnseen(given), 'NFC').trim()
  return text === '' ? null : text
}

function readNumber(given: unknown, may: (value: number) => boolean): number | undefined {
  if (typeof given !== 'number' || !may(given)) return undefined
  return Math.abs(given) <= LARGEST ? given : undefined
}

function namesOf({ list = '' }: FormItem, lists: InspectionForm['lists']): ReadonlySet<string> {
  const choices = Object.hasOwn(lists, list) ? lists[list] : undefined
  return new Set(choices?.map(({ name }) => name))
}

function readSome(
  given: unknown,
  { most, may }: { readonly most: number; readonly may: (text: string) => boolean },
): readonly string[] | null | undefined {
  if (!Array.isArray(given) || given.length > most) return undefined
  const texts = given.filter((each) => typeof each === 'string' && may(each))
  if (texts.length < given.length || new Set(texts).size < texts.length) return undefined
  return texts.length === 0 ? null : texts
}

function readPoint(given: unknown): Point | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  if (!('latitude' in given) || !('longitude' in given)) return undefined
  const { latitude, longitude } = given
  const accuracyM = 'accuracyM' in given ? given.accuracyM : null
  if (!isWithin(latitude, 90) || !isWithin(longitude, 180)) return undefined
  if (accuracyM !== null && !isWithin(accuracyM, 1_000_000)) return undefined
  return { latitude, longitude, accuracyM }
}

function isWithin(value: unknown, most: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= most
}

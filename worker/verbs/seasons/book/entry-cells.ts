import type { BookEntry } from '../../../../db/queries/season-book.ts'
import { DIARY_FIELDS, type DiaryKind, diaryDetails } from '../../../copy/diary.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn } from '../../../copy/format.ts'
import { SEASON_BOOK as W } from '../../../copy/season-book.ts'
import { ENTRY_KINDS } from '../../../domain/diary/entry-kinds/entry-kinds.ts'
import type { EntryField } from '../../../domain/diary/entry-kinds/field.ts'
import { latenessOf } from '../../../domain/diary/lateness.ts'
import { valueText } from '../../../domain/diary/value-text.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'

/** Fields that an auditor looks for have columns of their own; the others stand together. */
export function columnsOfKind(kind: DiaryKind): {
  readonly own: readonly EntryField[]
  readonly others: readonly EntryField[]
} {
  const { fields } = ENTRY_KINDS[kind]
  return {
    own: fields.filter(({ asked }) => asked !== 'optional'),
    others: fields.filter(({ asked }) => asked === 'optional'),
  }
}

/** What an entry says in one field, as it was said; empty where it says nothing. */
export function fieldText(entry: BookEntry, field: EntryField, lang: Language): string {
  const { entered, details } = entry
  const { name } = field
  if (entered !== null) {
    const value = entered[name]
    return value === undefined ? '' : valueText(field, value)[lang]
  }
  // A line of a list keeps its words.
  const value = details[name]
  if (value === undefined) return ''
  const unit = name === 'quantity' ? details['unit'] : undefined
  const [told] = diaryDetails({ [name]: value, ...(unit === undefined ? {} : { unit }) }, lang)
  return told?.text ?? ''
}

/** Several fields in one cell, each by its name. */
export function fieldsText(
  entry: BookEntry,
  fields: readonly EntryField[],
  lang: Language,
): string {
  const told = fields.flatMap((field) => {
    const text = fieldText(entry, field, lang)
    return text === '' ? [] : [`${field.label[lang]}: ${text}`]
  })
  return told.join('; ')
}

/** What a line of a list says that its kind does not ask. */
export function strayText(entry: BookEntry, kind: DiaryKind, lang: Language): string {
  if (entry.entered !== null) return ''
  const asked = new Set<string>(ENTRY_KINDS[kind].fields.map(({ name }) => name))
  const stray = Object.entries(entry.details).filter(
    ([name]) =>
      // The unit goes along with its figure.
      !asked.has(name === 'unit' ? 'quantity' : name) && Object.hasOwn(DIARY_FIELDS, name),
  )
  const told = diaryDetails(Object.fromEntries(stray), lang)
  return told.map(({ label, text }) => `${label}: ${text}`).join('; ')
}

export function householdText({ households }: BookEntry, lang: Language): string {
  return households.length === 0 ? W.whole[lang] : households.map(({ name }) => name).join(', ')
}

export function writerText(entry: BookEntry, lang: Language): string {
  const { writtenByName, declaredByName, onBehalfOf } = entry
  const writer = writtenByName ?? declaredByName
  return onBehalfOf === null
    ? writer
    : `${writer} (${fill(W.onBehalf[lang], { name: onBehalfOf })})`
}

/** Days between the work and its recording; null where it was recorded in time. */
export function lateDays({ occurredOn, recordedAt }: BookEntry): number | null {
  return latenessOf({ occurredOn, recordedAt, madeAt: null })?.days ?? null
}

export function recordedText(entry: BookEntry, lang: Language): string {
  const on = formatOn(vietnamDateOf(entry.recordedAt), lang)
  const days = lateDays(entry)
  if (days === null) return on
  return `${on} (${fill(W.late[lang], { days: formatNumber(days, lang) })})`
}

/** Checks, corrections, photos, and what was noticed. */
export function remarksText(entry: BookEntry, lang: Language): string {
  const { checks, findings, amendsId, reason, photos } = entry
  return [
    ...checks.map(({ name, on }) => fill(W.checkedBy[lang], { name, on: formatOn(on, lang) })),
    ...(amendsId === null ? [] : [fill(W.corrected[lang], { reason: reason ?? '' })]),
    ...(findings ?? []).map(({ text }) => text[lang]),
    ...(photos === 0 ? [] : [fill(W.photos[lang], { count: formatNumber(photos, lang) })]),
  ].join('; ')
}

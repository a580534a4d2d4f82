import { DIARY_KINDS, isDiaryKind } from '../../copy/diary.ts'
import { DIARY_FAULTS } from '../../copy/diary-faults.ts'
import { FIELD_FAULTS } from '../../copy/field-faults.ts'
import { fillAll } from '../../copy/fill.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { EntryValue, EntryValues, ParsedEntry } from './entry-body.ts'
import type { EntryFault, EntryQuestion } from './entry-fault.ts'
import type { EntryKind } from './entry-kinds/entry-kind.ts'
import { ENTRY_KINDS } from './entry-kinds/entry-kinds.ts'
import { figureQuestions } from './figure-questions.ts'
import { isRecord, parseText, parseValue } from './parse-value.ts'

export type EntryReading =
  | {
      readonly ok: true
      readonly entry: ParsedEntry
      /** What the figures alone make one ask; those confirmed are among them. */
      readonly questions: readonly EntryQuestion[]
    }
  | { readonly ok: false; readonly faults: readonly EntryFault[] }

export const MOST_HOUSEHOLDS = 500
export const MOST_PHOTOS = 12
const MOST_CONFIRMED = 40

/**
 * Reads the body of an entry of this kind, the same on the device and on the server. Total: whatever it
 * is given, it answers what it read or everything there is to mend.
 */
export function parseEntryBody(kind: string, body: unknown): EntryReading {
  if (!isRecord(body)) return refused([fault('', DIARY_FAULTS.notABody)])
  if (!isDiaryKind(kind) || (body.kind !== undefined && body.kind !== kind))
    return refused([fault('kind', DIARY_FAULTS.unknownKind)])
  const faults: EntryFault[] = unknownNames(body, '', BODY)
  const values = parseValues(kind, body.values, faults)
  const entry: ParsedEntry = {
    siteId: idOf(body.siteId) ?? told(faults, 'siteId', DIARY_FAULTS.missingSite, ''),
    kind,
    householdIds: householdsOf(kind, body.householdIds, faults),
    seasonId: seasonOf(body.seasonId, faults),
    values,
    photos: parsePhotos(body.photos, faults),
    onBehalfOf: personOf(body.onBehalfOf, faults),
    spoken: namesOf(body.spoken).filter((name) => Object.hasOwn(values, name)),
    confirm: namesOf(body.confirm),
  }
  if (faults.length > 0) return refused(faults)
  return { ok: true, entry, questions: figureQuestions(kind, values) }
}

const BODY: ReadonlySet<string> = new Set([
  'siteId',
  'kind',
  'householdIds',
  'seasonId',
  'values',
  'photos',
  'onBehalfOf',
  'spoken',
  'confirm',
])

/** Values by field name; what is wrong is added to `faults`. */
export function parseValues(kind: EntryKind, given: unknown, faults: EntryFault[]): EntryValues {
  const { fields } = ENTRY_KINDS[kind]
  const known = new Set<string>(fields.map(({ name }) => name))
  const record = isRecord(given) ? given : {}
  if (given !== undefined && !isRecord(given)) faults.push(fault('values', DIARY_FAULTS.notABody))
  faults.push(...unknownNames(record, 'values.', known))
  const values: [string, EntryValue][] = []
  for (const field of fields) {
    const value = Object.hasOwn(record, field.name) ? record[field.name] : undefined
    const reading = parseValue(field, value)
    const path = `values.${field.name}`
    if ('fault' in reading) faults.push(fault(path, reading.fault))
    else if (reading.value !== null) values.push([field.name, reading.value])
    else if (field.asked === 'required') faults.push(fault(path, FIELD_FAULTS.missing))
  }
  return Object.fromEntries(values)
}

/** Hashes of photos, each once, in the order given. */
export function parsePhotos(given: unknown, faults: EntryFault[]): string[] {
  if (given === undefined || given === null) return []
  const list = Array.isArray(given) ? given : [given]
  if (list.length > MOST_PHOTOS) {
    faults.push(fault('photos', fillAll(DIARY_FAULTS.tooManyPhotos, { most: MOST_PHOTOS })))
    return []
  }
  const hashes = list.map((each) =>
    typeof each === 'string' && /^[0-9a-f]{64}$/i.test(each) ? each.toLowerCase() : null,
  )
  if (hashes.includes(null)) faults.push(fault('photos', DIARY_FAULTS.notAPhoto))
  return [...new Set(hashes.flatMap((hash) => hash ?? []))]
}

/** Households an entry of this kind may be for, each once. */
export function householdsOf(kind: EntryKind, given: unknown, faults: EntryFault[]): string[] {
  if (given === undefined || given === null) return []
  const list = Array.isArray(given) ? given : [given]
  const { households } = ENTRY_KINDS[kind]
  const path = 'householdIds'
  if (list.length > MOST_HOUSEHOLDS) {
    faults.push(fault(path, fillAll(DIARY_FAULTS.tooManyHouseholds, { most: MOST_HOUSEHOLDS })))
    return []
  }
  const ids = [...new Set(list.flatMap((each) => idOf(each) ?? []))]
  if (ids.length < new Set(list).size) faults.push(fault(path, FIELD_FAULTS.notAChoice))
  if (households === 'none' && ids.length > 0)
    faults.push(fault(path, DIARY_FAULTS.householdsNotAsked))
  if (households === 'one' && ids.length > 1) faults.push(fault(path, DIARY_FAULTS.oneHousehold))
  return ids
}

function seasonOf(given: unknown, faults: EntryFault[]): string | null {
  if (given === undefined || given === null || given === '') return null
  return idOf(given) ?? told(faults, 'seasonId', FIELD_FAULTS.notAChoice, null)
}

function personOf(given: unknown, faults: EntryFault[]): string | null {
  if (given === undefined || given === null) return null
  const reading = parseText(given, { most: 120 })
  if ('fault' in reading) return told(faults, 'onBehalfOf', reading.fault, null)
  return typeof reading.value === 'string' ? reading.value : null
}

/** Short plain names; anything else in the list is passed over. */
function namesOf(given: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(given) ? given.slice(0, MOST_CONFIRMED) : [given]
  return list.filter((each) => typeof each === 'string').filter((name) => /^\w{1,64}$/.test(name))
}

function idOf(given: unknown): string | null {
  return typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : null
}

function unknownNames(
  record: Readonly<Record<string, unknown>>,
  at: string,
  known: ReadonlySet<string>,
): EntryFault[] {
  return Object.keys(record)
    .filter((name) => !known.has(name))
    .slice(0, 20)
    .map((each) => {
      const name = each.slice(0, 60).toWellFormed()
      return fault(`${at}${name}`, fillAll(DIARY_FAULTS.unknownField, { name }))
    })
}

/** What a form calls a kind, for those that list them. */
export function entryKindName(kind: EntryKind): LocalText {
  return DIARY_KINDS[kind].name
}

function told<T>(faults: EntryFault[], path: string, text: LocalText, value: T): T {
  faults.push(fault(path, text))
  return value
}

function fault(path: string, text: LocalText): EntryFault {
  return { path, text }
}

function refused(faults: readonly EntryFault[]): EntryReading {
  return { ok: false, faults }
}

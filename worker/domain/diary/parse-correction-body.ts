import { DIARY_FAULTS } from '../../copy/diary-faults.ts'
import { FIELD_FAULTS } from '../../copy/field-faults.ts'
import { fillAll } from '../../copy/fill.ts'
import type { EntryFault } from './entry-fault.ts'
import { isRecord, parseText } from './parse-value.ts'

/** A correction as far as it can be read without the entry it is of. */
export type ParsedCorrection = {
  readonly entryId: string
  readonly reason: string
  /** Null takes the entry back. */
  readonly change: {
    /** The day of the work anew; null where it stays. */
    readonly occurredOn: string | null
    /** Still to be read by the entry's kind: the whole of what it says. */
    readonly values: unknown
    /** Undefined stays as it is. */
    readonly householdIds: unknown
    readonly photos: unknown
    readonly spoken: unknown
    readonly confirm: unknown
  } | null
}

export type CorrectionReading =
  | { readonly ok: true; readonly correction: ParsedCorrection }
  | { readonly ok: false; readonly faults: readonly EntryFault[] }

const BODY: ReadonlySet<string> = new Set([
  'entryId',
  'reason',
  'takeBack',
  'occurredOn',
  'values',
  'householdIds',
  'photos',
  'spoken',
  'confirm',
])
const MOST_REASON = 500

/** Reads a correction; total, as `parseEntryBody` is. */
export function parseCorrectionBody(body: unknown): CorrectionReading {
  if (!isRecord(body)) return { ok: false, faults: [{ path: '', text: DIARY_FAULTS.notABody }] }
  const faults: EntryFault[] = Object.keys(body)
    .filter((name) => !BODY.has(name))
    .slice(0, 20)
    .map((each) => {
      const name = each.slice(0, 60).toWellFormed()
      return { path: name, text: fillAll(DIARY_FAULTS.unknownField, { name }) }
    })
  const {
    entryId,
    takeBack,
    occurredOn = null,
    values,
    householdIds,
    photos,
    spoken,
    confirm,
  } = body
  if (typeof entryId !== 'string' || !/^[\w-]{1,64}$/.test(entryId))
    faults.push({ path: 'entryId', text: FIELD_FAULTS.missing })
  if (occurredOn !== null && typeof occurredOn !== 'string')
    faults.push({ path: 'occurredOn', text: FIELD_FAULTS.notACalendarDate })
  const reason = reasonOf(body['reason'], faults)
  const takesBack = takeBack === true
  if (takeBack !== undefined && typeof takeBack !== 'boolean')
    faults.push({ path: 'takeBack', text: DIARY_FAULTS.notABody })
  if (!takesBack && !isRecord(values)) faults.push({ path: 'values', text: FIELD_FAULTS.missing })
  if (faults.length > 0 || typeof entryId !== 'string' || reason === null)
    return { ok: false, faults }
  const day = typeof occurredOn === 'string' ? occurredOn : null
  const change = takesBack
    ? null
    : { occurredOn: day, values, householdIds, photos, spoken, confirm }
  return { ok: true, correction: { entryId, reason, change } }
}

function reasonOf(given: unknown, faults: EntryFault[]): string | null {
  const reading = parseText(given ?? '', { most: MOST_REASON })
  if ('fault' in reading) {
    faults.push({ path: 'reason', text: reading.fault })
    return null
  }
  if (typeof reading.value === 'string') return reading.value
  faults.push({ path: 'reason', text: FIELD_FAULTS.missing })
  return null
}

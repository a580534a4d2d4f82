import { isPublicGtin14 } from './gtin.ts'
import { isRef } from './ref.ts'

export const BATCH_PROFILES = ['compact', 'full', 'gs1'] as const
export type BatchProfile = (typeof BATCH_PROFILES)[number]
export type Profile = BatchProfile | 'certificate'

/** What a label says, parsed. `serial` 0 stands for the whole batch. */
export type Subject =
  | { readonly profile: 'compact'; readonly ref: string; readonly serial: number }
  | {
      readonly profile: 'full'
      readonly ref: string
      readonly serial: number
      readonly growingAreas: readonly string[]
      readonly packingHouse: string | null
    }
  | {
      readonly profile: 'gs1'
      readonly ref: string
      readonly serial: number
      readonly gtin: string
    }
  | { readonly profile: 'certificate'; readonly code: string }

export type BatchSubject = Exclude<Subject, { profile: 'certificate' }>

const MAX_AREAS = 3
const CODE = /^(?=.{3,40}$)[0-9A-Z]+(?:-[0-9A-Z]+)*$/
const SERIAL = /^(?:0|[1-9]\d{0,7})$/
const UNIT = /^[1-9]\d{0,14}$/

/** A code that a label can carry: 3 to 40 of 0-9 A-Z and single inner hyphens. */
export function isLabelCode(text: string): boolean {
  return CODE.test(text)
}

/** The signed text of a label, after the signature; throws when a part cannot stand on a label. */
export function formatSubject(subject: Subject): string {
  const text = writeSubject(subject)
  if (parseSubject(text) === null) throw new Error(`not a label subject: ${text}`)
  return text
}

/** Reads SUBJECT by its exact grammar; null for anything else. */
export function parseSubject(text: string): Subject | null {
  const parts = text.split('/')
  if (parts[0] === 'B') return parseBatch(parts)
  if (parts[0] === '01') return parseGs1(parts)
  if (parts[0] === 'C' && parts.length === 2 && parts[1] !== undefined && CODE.test(parts[1])) {
    return { profile: 'certificate', code: parts[1] }
  }
  return null
}

function writeSubject(subject: Subject): string {
  switch (subject.profile) {
    case 'compact':
      return `B/${subject.ref}/${subject.serial}`
    case 'full':
      return `B/${subject.ref}/${subject.serial}/${subject.growingAreas.join('+') || '-'}/${subject.packingHouse ?? '-'}`
    case 'gs1':
      return `01/${subject.gtin}/10/${subject.ref}${subject.serial === 0 ? '' : `/21/${subject.serial}`}`
    case 'certificate':
      return `C/${subject.code}`
  }
}

function parseBatch(parts: readonly string[]): Subject | null {
  const [, ref = '', serialText = '', areas, house] = parts
  if (!isRef(ref) || !SERIAL.test(serialText)) return null
  const serial = Number(serialText)
  if (parts.length === 3) return { profile: 'compact', ref, serial }
  if (parts.length !== 5 || areas === undefined || house === undefined) return null
  const growingAreas = parseAreas(areas)
  if (growingAreas === null || (house !== '-' && !CODE.test(house))) return null
  if (growingAreas.length === 0 && house === '-') return null
  return { profile: 'full', ref, serial, growingAreas, packingHouse: house === '-' ? null : house }
}

function parseAreas(text: string): string[] | null {
  if (text === '-') return []
  const codes = text.split('+')
  if (codes.length > MAX_AREAS) return null
  const ascending = codes.every(
    (code, i) => CODE.test(code) && (i === 0 || (codes[i - 1] ?? '') < code),
  )
  return ascending ? codes : null
}

function parseGs1(parts: readonly string[]): Subject | null {
  const [, gtin = '', lotAi, ref = '', serialAi, unit] = parts
  if (lotAi !== '10' || !isPublicGtin14(gtin) || !isRef(ref)) return null
  if (parts.length === 4) return { profile: 'gs1', gtin, ref, serial: 0 }
  if (parts.length !== 6 || serialAi !== '21' || unit === undefined || !UNIT.test(unit)) return null
  return { profile: 'gs1', gtin, ref, serial: Number(unit) }
}

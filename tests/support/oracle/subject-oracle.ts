import { isGtin14 } from './gtin-oracle.ts'
import { isRef } from './ref-oracle.ts'

export type OracleSubject = {
  readonly profile: 'compact' | 'full' | 'gs1' | 'certificate'
  readonly ref: string | null
  /** 0 for the whole batch; null for a certificate. */
  readonly serial: number | null
  readonly growingAreas: readonly string[]
  readonly packingHouse: string | null
  readonly gtin: string | null
  readonly code: string | null
}

const NOTHING = {
  ref: null,
  serial: null,
  growingAreas: [],
  packingHouse: null,
  gtin: null,
  code: null,
} as const

/** SUBJECT by its grammar, exactly; null for anything else. */
export function subjectOracle(subject: string): OracleSubject | null {
  const parts = subject.split('/')
  if (parts[0] === 'B') return batchSubject(parts.slice(1))
  if (parts[0] === '01') return gs1Subject(parts.slice(1))
  if (parts[0] === 'C') {
    const [code, ...more] = parts.slice(1)
    if (code === undefined || more.length > 0 || !isCode(code)) return null
    return { ...NOTHING, profile: 'certificate', code }
  }
  return null
}

/** `"B/" REF "/" SERIAL [ "/" AREAS "/" HOUSE ]` */
function batchSubject(parts: readonly string[]): OracleSubject | null {
  const [ref, serial, areas, house] = parts
  if (parts.length !== 2 && parts.length !== 4) return null
  if (ref === undefined || !isRef(ref)) return null
  if (serial === undefined || !isSerial(serial)) return null
  const label = { ...NOTHING, ref, serial: Number(serial) }
  if (areas === undefined || house === undefined) return { ...label, profile: 'compact' }
  if (areas === '-' && house === '-') return null
  if (house !== '-' && !isCode(house)) return null
  const growingAreas = areas === '-' ? [] : areas.split('+')
  if (growingAreas.length > 3 || !growingAreas.every(isCode)) return null
  // "up to three in ascending order": read as strictly ascending, so that no code stands there twice,
  // and by the characters as they are printed.
  for (let at = 1; at < growingAreas.length; at++) {
    if (!((growingAreas[at - 1] as string) < (growingAreas[at] as string))) return null
  }
  return { ...label, profile: 'full', growingAreas, packingHouse: house === '-' ? null : house }
}

/** `"01/" GTIN14 "/10/" REF [ "/21/" UNIT ]` */
function gs1Subject(parts: readonly string[]): OracleSubject | null {
  const [gtin, ten, ref, twentyOne, unit] = parts
  if (parts.length !== 3 && parts.length !== 5) return null
  if (gtin === undefined || !isGtin14(gtin)) return null
  if (ten !== '10' || ref === undefined || !isRef(ref)) return null
  const label = { ...NOTHING, profile: 'gs1', gtin, ref } as const
  if (parts.length === 3) return { ...label, serial: 0 }
  if (twentyOne !== '21' || unit === undefined || !isUnit(unit)) return null
  return { ...label, serial: Number(unit) }
}

/** "decimal, no leading zero, at most 8 digits; 0 = a label for the whole batch" */
function isSerial(text: string): boolean {
  return text === '0' || /^[1-9][0-9]{0,7}$/.test(text)
}

/** "decimal from 1", "UNIT has at most 15 digits" */
function isUnit(text: string): boolean {
  return /^[1-9][0-9]{0,14}$/.test(text)
}

/** `3 to 40 of 0-9 A-Z "-", neither first nor last "-", no "--"` */
function isCode(text: string): boolean {
  if (text.length < 3 || text.length > 40) return false
  for (const character of text) {
    if (!'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-'.includes(character)) return false
  }
  return !text.startsWith('-') && !text.endsWith('-') && !text.includes('--')
}

import { type Alteration, alterationOf } from '../../../../worker/domain/label/alteration-of.ts'
import { type ForeignCode, foreignCode } from '../../../../worker/domain/label/foreign-code.ts'
import { readLabelText } from '../../../../worker/domain/label/parse-label.ts'
import { readTypedRef } from '../../../../worker/domain/label/ref.ts'

/** What a text that was scanned or typed is, before anything is checked. */
export type ScannedText =
  | { readonly kind: 'label'; readonly ref: string | null; readonly serial: number | null }
  | { readonly kind: 'altered'; readonly how: Alteration }
  /** The code of a batch, typed: it tells of a batch and proves no label. */
  | { readonly kind: 'ref'; readonly ref: string }
  /** Somebody else's; it is written out, never opened. */
  | { readonly kind: 'foreign'; readonly foreign: ForeignCode }
  /** One of our own pages that is no label. */
  | { readonly kind: 'own_page' }
  /** Nothing that is known: incomplete, or no code of goods at all. */
  | { readonly kind: 'unreadable' }

/** Longest text that is looked at; no code of goods is longer. */
const MOST = 2_000

export function scannedText(text: string, hosts: readonly string[]): ScannedText {
  if (text.length > MOST) return { kind: 'unreadable' }
  const { label } = readLabelText(text)
  if (label !== null) {
    const { subject } = label
    return subject.profile === 'certificate'
      ? { kind: 'label', ref: null, serial: null }
      : { kind: 'label', ref: subject.ref, serial: subject.serial }
  }
  const how = alterationOf(text)
  if (how !== null) return { kind: 'altered', how }
  const ref = readTypedRef(text)
  if (ref !== null) return { kind: 'ref', ref }
  const foreign = foreignCode(text)
  if (foreign === null) return { kind: 'unreadable' }
  if (foreign.kind !== 'barcode' && hosts.includes(foreign.host)) {
    // A label of ours that is cut short stands at our own address.
    return LONG_FIRST_PART.test(text.trim()) ? { kind: 'unreadable' } : { kind: 'own_page' }
  }
  return { kind: 'foreign', foreign }
}

const LONG_FIRST_PART = /^https?:\/\/[^/]{1,253}\/[0-9a-z]{60}/i

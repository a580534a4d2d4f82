import { formatAt } from '../worker/copy/format.ts'
import { scanSentence, serialSentence } from '../worker/copy/scan-sentences.ts'
import { encodeBase32 } from '../worker/domain/label/base32.ts'
import type { Verdict } from '../worker/domain/standing/provenance.ts'
import type { Language } from '../worker/lib/text/local-text.ts'

/**
 * The texts that differ between two labels of one batch and standing. A page shows them as whole
 * text nodes only, never in logic, so that its HTML can be kept and filled per label; `report` alone, percent-encoded,
 * also stands in an address.
 */
export const SLOT_NAMES = [
  'serial',
  'kid',
  'jws',
  'sigUrl',
  'report',
  'scans',
  'checkedAt',
  'asOf',
] as const
export type SlotName = (typeof SLOT_NAMES)[number]
export type LabelSlots = Readonly<Record<SlotName, string>>

/** A page's HTML cut at its slots: `texts` has one element more than `names`. */
export type SlottedHtml = {
  readonly texts: readonly string[]
  readonly names: readonly SlotName[]
}

/** What the slots of one label are told from; `path` is its path as printed, `/SIG/SUBJECT`. */
export type SlotSource = {
  readonly serial: number | null
  readonly kid: string
  readonly jws: string
  readonly path: string
  readonly scans: Verdict['scans']
  /** Instants, epoch milliseconds or ISO 8601. */
  readonly checkedAt: number | string
  readonly asOf: number | string
}

/** The text of one slot. */
export function slotText(name: SlotName, source: SlotSource, lang: Language): string {
  switch (name) {
    case 'serial':
      return serialSentence(source.serial, lang)
    case 'kid':
      return source.kid
    case 'jws':
      return source.jws
    case 'sigUrl':
      return source.path
    case 'report':
      return encodeURIComponent(source.path)
    case 'scans':
      return scanSentence(source, lang)
    case 'checkedAt':
      return formatAt(source.checkedAt, lang)
    case 'asOf':
      return formatAt(source.asOf, lang)
  }
}

/**
 * The texts of all slots of a verdict's label. Its printed path is made from the JWS unless the
 * caller has it at hand.
 */
export function labelSlots(verdict: Verdict, lang: Language, printedPath?: string): LabelSlots {
  const source: SlotSource = {
    serial: verdict.label?.serial ?? null,
    kid: verdict.label?.kid ?? '',
    jws: verdict.jws ?? '',
    path: printedPath ?? labelPath(verdict),
    scans: verdict.scans,
    checkedAt: verdict.checkedAt,
    asOf: verdict.asOf,
  }
  const text = (name: SlotName) => slotText(name, source, lang)
  return {
    serial: text('serial'),
    kid: text('kid'),
    jws: text('jws'),
    sigUrl: text('sigUrl'),
    report: text('report'),
    scans: text('scans'),
    checkedAt: text('checkedAt'),
    asOf: text('asOf'),
  }
}

/** Stand-ins to render a page with before `cutAtSlots`; private-use characters no text contains. */
export const SLOT_MARKERS: LabelSlots = {
  serial: marker('serial'),
  kid: marker('kid'),
  jws: marker('jws'),
  sigUrl: marker('sigUrl'),
  report: marker('report'),
  scans: marker('scans'),
  checkedAt: marker('checkedAt'),
  asOf: marker('asOf'),
}

const MARKER = new RegExp(`\ue000(${SLOT_NAMES.join('|')})\ue001`)

/** Cuts HTML rendered with `SLOT_MARKERS` into the parts to keep. */
export function cutAtSlots(html: string): SlottedHtml {
  const pieces = html.split(MARKER)
  return {
    texts: pieces.filter((_, i) => i % 2 === 0),
    names: pieces.filter((_, i) => i % 2 === 1) as SlotName[],
  }
}

function marker(name: SlotName): string {
  return `\ue000${name}\ue001`
}

/** The printed path from the compact JWS; empty when there is none to print. */
function labelPath({ jws, label }: Verdict): string {
  if (jws === null || label === null) return ''
  const [, payload = '', signature = ''] = jws.split('.')
  try {
    const binary = fromBase64Url(signature)
    const bytes = new Uint8Array(binary.length)
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
    return `/${label.kid}${encodeBase32(bytes)}/${fromBase64Url(payload)}`
  } catch {
    return ''
  }
}

function fromBase64Url(text: string): string {
  return atob(text.replace(/-/g, '+').replace(/_/g, '/'))
}

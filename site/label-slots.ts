import { encodeBase32 } from '../worker/domain/label/base32.ts'
import type { Verdict } from '../worker/domain/standing/provenance.ts'
import type { Language } from '../worker/domain/text.ts'
import { formatAt } from '../worker/domain/words/format.ts'
import { scanSentence, serialSentence } from '../worker/domain/words/scan-sentences.ts'

/**
 * The texts that differ between two labels of one batch and standing. A page shows them as whole
 * text nodes only, never in attributes or logic, so that its HTML can be kept and filled per label.
 */
export const SLOT_NAMES = ['serial', 'kid', 'jws', 'sigUrl', 'scans', 'checkedAt', 'asOf'] as const
export type SlotName = (typeof SLOT_NAMES)[number]
export type LabelSlots = Readonly<Record<SlotName, string>>

/** A page's HTML cut at its slots: `texts` has one element more than `names`. */
export type SlottedHtml = {
  readonly texts: readonly string[]
  readonly names: readonly SlotName[]
}

/**
 * The real texts of a label's slots. `sigUrl` is the label's path as printed, `/SIG/SUBJECT`;
 * a caller that has it at hand gives it, otherwise it is made from the JWS.
 */
export function labelSlots(verdict: Verdict, lang: Language, printedPath?: string): LabelSlots {
  const serial = verdict.label?.serial ?? null
  return {
    serial: serialSentence(serial, lang),
    kid: verdict.label?.kid ?? '',
    jws: verdict.jws ?? '',
    sigUrl: printedPath ?? labelPath(verdict),
    scans: scanSentence({ scans: verdict.scans, serial }, lang),
    checkedAt: formatAt(verdict.checkedAt, lang),
    asOf: formatAt(verdict.asOf, lang),
  }
}

/** Stand-ins to render a page with before `cutAtSlots`; private-use characters no text contains. */
export const SLOT_MARKERS: LabelSlots = {
  serial: marker('serial'),
  kid: marker('kid'),
  jws: marker('jws'),
  sigUrl: marker('sigUrl'),
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

/** The page of one label: the kept parts with its own texts, escaped, between them. */
export function fillSlots(page: SlottedHtml, slots: LabelSlots): string {
  let html = page.texts[0] ?? ''
  for (const [i, name] of page.names.entries()) {
    html += escapeText(slots[name]) + (page.texts[i + 1] ?? '')
  }
  return html
}

function marker(name: SlotName): string {
  return `\ue000${name}\ue001`
}

function escapeText(text: string): string {
  return /[&<>]/.test(text)
    ? text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
    : text
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

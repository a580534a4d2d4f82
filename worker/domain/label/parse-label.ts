import { crockfordValue } from './base32.ts'
import { parseSubject, type Subject } from './subject.ts'

/** A label taken apart, its signature not yet checked. */
export type ParsedLabel = {
  readonly kid: string
  /** 103 Crockford characters of the 64-byte signature. */
  readonly value: string
  readonly subject: Subject
  /** The exact signed text. */
  readonly subjectText: string
}

/**
 * `host` is lower case, without the default port of its scheme; null when the text was only a path.
 */
export type LabelText = { readonly host: string | null; readonly label: ParsedLabel | null }

const KID_LENGTH = 3
const SIG_LENGTH = 106
const ORIGIN = /^https?:\/\/[^/?#\\]*/i

/**
 * Reads the text of a scan, raw: never through `URL`, which rewrites dots, percent escapes and
 * backslashes and so would let a text pass that was never signed. What follows `?` or `#` is cut,
 * because messengers add trackers; one trailing slash is forgiven.
 */
export function readLabelText(raw: string): LabelText {
  const text = trimAsciiSpace(raw)
  const origin = ORIGIN.exec(text)
  const path = origin === null ? text : text.slice(origin[0].length)
  return { host: origin === null ? null : hostOf(origin[0]), label: parseLabelPath(path) }
}

/** The host of an http(s) origin for comparison: lower case, the default port of its scheme dropped. */
export function hostOf(origin: string): string {
  const lower = origin.toLowerCase()
  return lower.startsWith('https://')
    ? lower.slice('https://'.length).replace(/:443$/, '')
    : lower.slice('http://'.length).replace(/:80$/, '')
}

/** Reads `/{SIG}/{SUBJECT}`, with or without its first slash; null when malformed. */
export function parseLabelPath(path: string): ParsedLabel | null {
  let text = path.startsWith('/') ? path.slice(1) : path
  const end = text.search(/[?#]/)
  if (end >= 0) text = text.slice(0, end)
  if (text.endsWith('/')) text = text.slice(0, -1)
  if (text[SIG_LENGTH] !== '/') return null
  for (let i = 0; i < SIG_LENGTH; i++) if (crockfordValue(text.charCodeAt(i)) < 0) return null
  const subjectText = text.slice(SIG_LENGTH + 1)
  const subject = parseSubject(subjectText)
  if (subject === null) return null
  return {
    kid: text.slice(0, KID_LENGTH),
    value: text.slice(KID_LENGTH, SIG_LENGTH),
    subject,
    subjectText,
  }
}

/** The label's path as printed, `/{SIG}/{SUBJECT}`. */
export function labelPath(label: ParsedLabel): string {
  return `/${label.kid}${label.value}/${label.subjectText}`
}

/** True when a request path must be answered as a label, good or bad, and not as a page. */
export function looksLikeLabel(path: string): boolean {
  // The usual case by one look: a signature of full length, then its subject.
  if (PRINTED.test(path)) return true
  const [, first = '', second = ''] = path.split(/[?#]/, 1)[0]?.split('/', 3) ?? []
  return /^(?:b|c|01)$/i.test(second) || /^[0-9a-z]{60,}$/i.test(first)
}

const PRINTED = /^\/[0-9A-Z]{106}\//

function trimAsciiSpace(text: string): string {
  return text.replace(/^[\t\n\v\f\r ]+|[\t\n\v\f\r ]+$/g, '')
}

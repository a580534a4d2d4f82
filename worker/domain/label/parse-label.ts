import { crockfordValue } from './base32.ts'
import { dropChatEndings } from './chat-endings.ts'
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
/** A host, or an IPv6 literal, with at most one port. */
const HOST = /^(?:\[[^\]]*\]|[^:[\]]*)(?::\d*)?$/
/** The 103 characters of a signature carry 515 bits, three more than it has. */
const PADDING_BITS = 0b111

/**
 * Reads the text of a scan, raw: never through `URL`, which rewrites dots, percent escapes and
 * backslashes and so would let a text pass that was never signed. What follows `?`, `#` or `&` is
 * cut, because messengers add trackers, and so is what chats leave at the end; one trailing slash
 * is forgiven.
 */
export function readLabelText(raw: string): LabelText {
  const text = trimAsciiSpace(raw)
  const origin = ORIGIN.exec(text)
  if (origin === null) return { host: null, label: parseLabelPath(text) }
  const host = hostOf(origin[0])
  if (!HOST.test(authorityOf(origin[0]))) return { host, label: null }
  return { host, label: parseLabelPath(text.slice(origin[0].length)) }
}

/** The host of an http(s) origin for comparison: lower case, the default port of its scheme dropped. */
export function hostOf(origin: string): string {
  const defaultPort = /^https:/i.test(origin) ? /:443$/ : /:80$/
  return authorityOf(origin).replace(defaultPort, '')
}

/** Reads `/{SIG}/{SUBJECT}`, with or without its first slash; null when malformed. */
export function parseLabelPath(path: string): ParsedLabel | null {
  const text = labelTextOf(path)
  if (text[SIG_LENGTH] !== '/') return null
  for (let i = 0; i < SIG_LENGTH; i++) if (crockfordValue(text.charCodeAt(i)) < 0) return null
  if ((crockfordValue(text.charCodeAt(SIG_LENGTH - 1)) & PADDING_BITS) !== 0) return null
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

/**
 * True for a text that is no label but must have been one: a signature's length of characters and
 * a subject, of which something was changed. One that was only cut short is incomplete instead.
 */
export function isAlteredLabel(raw: string): boolean {
  const text = trimAsciiSpace(raw)
  const query = text.search(/[?#&]/)
  if (query >= 0 && holdsLabel(text.slice(query, query + LONGEST_QUERY))) return true
  const path = labelTextOf(text.slice(ORIGIN.exec(text)?.[0].length ?? 0))
  const [sig = '', ...subject] = path.split('/')
  if (sig.length < SIG_LENGTH || subject.length === 0) return false
  return !/^[0-9A-Z]+$/.test(sig) || !isCutShort(subject)
}

/**
 * True for a whole label in the query of another address, once or twice percent-encoded: what
 * messengers and mail filters make of a link to lead readers past themselves. Looks at each character
 * once, for anybody may send it.
 */
function holdsLabel(query: string): boolean {
  let run = 0
  for (let at = 0; at < query.length; at++) {
    if (isAlphanumeric(query.charCodeAt(at))) run += 1
    else {
      if (run >= SIG_LENGTH && SUBJECT_HEAD.test(query.slice(at, at + 12))) return true
      run = 0
    }
  }
  return false
}

const LONGEST_QUERY = 4_000
const SUBJECT_HEAD = /^(?:\/|%2f|%252f)(?:b|c|01)(?:\/|%2f|%252f)/i

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
}

/** True for the first parts of a subject, whatever they say, that lack the ones that must follow. */
function isCutShort(parts: readonly string[]): boolean {
  if (!parts.every((part) => /^[0-9A-Z+-]*$/.test(part))) return false
  const lengths = WHOLE_LENGTHS.get(parts[0] ?? '')
  return lengths === undefined
    ? parts.length === 1 && ['', '0'].includes(parts[0] ?? '')
    : !lengths.includes(parts.length) && parts.length < Math.max(...lengths)
}

/** How many parts a whole subject has, by its first. */
const WHOLE_LENGTHS: ReadonlyMap<string, readonly number[]> = new Map([
  ['B', [3, 5]],
  ['01', [4, 6]],
  ['C', [2]],
])

/** `{SIG}/{SUBJECT}` of a path, without its first slash and all that may follow a label. */
function labelTextOf(path: string): string {
  let text = path.startsWith('/') ? path.slice(1) : path
  const end = text.search(/[?#&]/)
  if (end >= 0) text = text.slice(0, end)
  text = dropChatEndings(text)
  return text.endsWith('/') ? text.slice(0, -1) : text
}

/** `host[:port]` of an origin, lower case. */
function authorityOf(origin: string): string {
  return origin.slice(origin.indexOf('//') + 2).toLowerCase()
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

/** Without a regular expression: one with an end anchor looks at a run of blanks again and again. */
function trimAsciiSpace(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && isAsciiSpace(text.charCodeAt(from))) from++
  while (to > from && isAsciiSpace(text.charCodeAt(to - 1))) to--
  return text.slice(from, to)
}

function isAsciiSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}

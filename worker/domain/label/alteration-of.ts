import { isAlteredLabel } from './parse-label.ts'

/** What a messenger did to a label's link. */
export type Alteration =
  /** Led past somebody else's address first. */
  | 'redirect'
  /** Broken over two lines, or with blanks put in. */
  | 'line_break'
  /** Written in small letters, where signatures are in capital ones. */
  | 'lower_case'
  | 'other'

/**
 * What happened to a text that must have been a label once; null for what never was one. Nothing is
 * put right: whatever was guessed back was not what was signed.
 */
export function alterationOf(text: string): Alteration | null {
  const trimmed = text.trim()
  if (!isAlteredLabel(trimmed)) return null
  const [address = ''] = trimmed.split(/[?#&]/, 1)
  if (address !== trimmed && !isAlteredLabel(address)) return 'redirect'
  if (/\s|%0a|%0d|%20/i.test(address)) return 'line_break'
  const path = address.replace(/^https?:\/\/[^/]*/i, '')
  return /[a-z]/.test(path) ? 'lower_case' : 'other'
}

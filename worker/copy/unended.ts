import { trimEndOf } from '../lib/text/trim-end.ts'

/** Somebody's words without their full stop, to be quoted inside a sentence that has its own. */
export function unended(text: string): string {
  return trimEndOf(text.trim(), '.。')
}

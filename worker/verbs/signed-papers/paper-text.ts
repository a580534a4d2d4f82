import { SIGNED_PAPER as P } from '../../copy/portal/signed-paper.ts'
import type { PaperFact, TextPaper } from '../../lib/print/text-paper.ts'

/** When, where and in whose name a paper is made. */
export type PaperMade = { readonly at: number; readonly origin: string; readonly authority: string }

/** Where the keys stand that signed papers are checked by. */
export function checkedAt({ origin }: PaperMade, text: string): TextPaper['address'] {
  return { url: `${origin}/.well-known/document-jwks.json`, text }
}

/** A part of a paper; one that has nothing to say says so. */
export function paperPart(title: string, lines: readonly string[]): TextPaper['parts'][number] {
  return { title, lines: lines.length === 0 ? [P.none] : lines }
}

/** What is known, each under its name. */
export function knownFacts(
  known: readonly (readonly [label: string, text: string | null])[],
): PaperFact[] {
  return known.flatMap(([label, text]) => (text === null ? [] : [{ label, text }]))
}

import { LANGUAGES, type LocalText } from '../../domain/text.ts'
import { fill } from '../../domain/words/fill.ts'
import { BOUNDARY_PROBLEMS } from '../../domain/words/portal/boundary-words.ts'
import { OUTLINE_PROBLEMS } from '../../domain/words/portal/outline-words.ts'

/** Why an outline was not taken, for people to read. */
export type OutlineReason = LocalText

const PROBLEMS = { ...BOUNDARY_PROBLEMS, ...OUTLINE_PROBLEMS }

/** The sentence of a reason, filled in. */
export function outlineReason(problem: {
  readonly code: keyof typeof PROBLEMS
  readonly values: Readonly<Record<string, string | number>>
}): OutlineReason {
  const text: LocalText = PROBLEMS[problem.code]
  const each = LANGUAGES.map((lang) => [lang, fill(text[lang], problem.values)] as const)
  // Every language was just given.
  return Object.fromEntries(each) as LocalText
}

import { fillAll } from '../../copy/fill.ts'
import { BOUNDARY_PROBLEMS } from '../../copy/portal/boundary.ts'
import { OUTLINE_PROBLEMS } from '../../copy/portal/outline.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

/** Why an outline was not taken, for people to read. */
export type OutlineReason = LocalText

const PROBLEMS = { ...BOUNDARY_PROBLEMS, ...OUTLINE_PROBLEMS }

/** The sentence of a reason, filled in. */
export function outlineReason(problem: {
  readonly code: keyof typeof PROBLEMS
  readonly values: Readonly<Record<string, string | number>>
}): OutlineReason {
  const text: LocalText = PROBLEMS[problem.code]
  return fillAll(text, problem.values)
}

import { PORTAL_COPY } from '../../worker/copy/portal/common.ts'
import { PROBLEM_ADVICE, type ProblemAdvice } from '../../worker/copy/portal/problem.ts'

/** What a page of the portal says beside the problem itself; a code without words of its own gets the common ones. */
export function problemAdvice(code: string): ProblemAdvice {
  const table: Readonly<Record<string, ProblemAdvice>> = PROBLEM_ADVICE
  const found = Object.hasOwn(table, code) ? table[code] : undefined
  return found ?? { title: PORTAL_COPY.problemTitle, todo: PROBLEM_ADVICE.internal.todo }
}

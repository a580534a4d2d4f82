import { fillAll } from '../../../copy/fill.ts'
import { inEach } from '../../../copy/in-each.ts'
import { CODE_CANDIDATES } from '../../../copy/refusals/code-candidates.ts'
import { problemOf } from '../../../http/to-problem.ts'
import { Problem } from '../../../verbs/errors.ts'

/** `not_found` for a code that is not in the register; its `errors` name those that may be meant. */
export function unknownCode(candidates: readonly string[]): Problem {
  const { code, text } = problemOf('not_found')
  if (candidates.length === 0) return new Problem({ code, text })
  return new Problem({
    code,
    text: fillAll(CODE_CANDIDATES.sentence, {
      candidates: inEach((lang) => candidates.join(CODE_CANDIDATES.or[lang])),
    }),
    errors: candidates.map((candidate) => ({ path: 'code', text: inEach(() => candidate) })),
  })
}

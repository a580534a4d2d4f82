import { problemOf } from '../../../http/to-problem.ts'
import { Problem } from '../../../verbs/errors.ts'

/** `not_found` for a code that is not in the register; its `errors` name those that may be meant. */
export function unknownCode(candidates: readonly string[]): Problem {
  const { code, text } = problemOf('not_found')
  if (candidates.length === 0) return new Problem({ code, text })
  return new Problem({
    code,
    text: {
      vi: `Mã này có thể là ${candidates.join(' hoặc ')}; hãy ghi rõ.`,
      en: `This may be ${candidates.join(' or ')}; write it out.`,
      zh: `可能是 ${candidates.join(' 或 ')}，请写明。`,
    },
    errors: candidates.map((message) => ({ path: 'code', message })),
  })
}

import type { RefusalCode, Told } from '../../domain/decisions/types.ts'
import { Problem, type ProblemCode } from '../errors.ts'
import { invalidInput } from '../guard/parse-input.ts'

/** How a refusal is answered, and the field it is said at; null where no field is to mend. */
const ANSWERS = {
  no_status: ['invalid_input', 'status'],
  far_ahead: ['invalid_input', 'effectiveOn'],
  term_before_start: ['invalid_input', 'validTo'],
  violation_for_active: ['invalid_input', 'reasonCode'],
  decided_meanwhile: ['conflict', null],
  amends_unknown: ['not_found', null],
  amends_corrected: ['conflict', null],
  corrected_since: ['conflict', null],
  final: ['conflict', 'status'],
  final_needs_mistake: ['conflict', 'reasonCode'],
  final_before_return: ['conflict', 'effectiveOn'],
  ends_before_successor: ['invalid_input', 'oldEnds'],
  nothing_to_end: ['invalid_input', 'oldEnds'],
} as const satisfies Record<RefusalCode, readonly [ProblemCode, string | null]>

/** A refused decision as a verb says no; `path` where the form calls the field otherwise. */
export function rulingProblem({ code, text }: Told<RefusalCode>, path?: string): Problem {
  const [answer, field] = ANSWERS[code]
  const at = path ?? field
  const errors = at === null ? [] : [{ path: at, text }]
  return answer === 'invalid_input'
    ? invalidInput(errors)
    : new Problem({ code: answer, text, errors })
}

import { REQUEST_REFUSALS } from '../../copy/refusals/requests.ts'
import { Problem } from '../errors.ts'

/** What was typed is not a batch code: wrong length, wrong characters or a wrong check character. */
export function malformedRef(): Problem {
  return new Problem({
    code: 'malformed_code',
    text: REQUEST_REFUSALS.malformedRef,
  })
}

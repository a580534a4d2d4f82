import { fillAll } from '../../copy/fill.ts'
import { SITE_REFUSALS as R } from '../../copy/refusals/sites.ts'
import { Problem } from '../errors.ts'
import { invalidField } from '../guard/parse-input.ts'

/** Neither a file nor a text was handed in. */
export function listMissing(path: string): Problem {
  return invalidField(path, R.listMissing)
}

/** What was handed in is no such table; `reason` is the reader's, in Vietnamese. */
export function listUnreadable(path: string, reason: string): Problem {
  const text = fillAll(R.listUnreadable, { reason })
  return new Problem({ code: 'invalid_input', text, errors: [{ path, text }] })
}

import type { LABEL_REQUEST } from '../../../resources/label-request.ts'
import type { ValuesOf } from '../../../resources/resource.ts'

type Answers = Pick<ValuesOf<typeof LABEL_REQUEST.fields>, 'kind' | 'count' | 'profile' | 'pin'>

/** What is to be issued, by the answers of a form about labels. */
export function askedLabels({ kind, count, profile, pin }: Answers) {
  const many = kind === 'unit' ? { count } : { wholeBatch: true as const, copies: count }
  return { ...many, profile, pin: pin.includes('yes') }
}

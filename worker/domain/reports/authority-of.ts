import { covers, type Place } from '../access/roles.ts'

/**
 * Of bodies in the order of how near they are, those that answer for a place: a commune's before its
 * province's. For what lies nowhere known only those of everywhere answer.
 */
export function authoritiesOf<A extends Place & { readonly id: string }>(
  bodies: readonly A[],
  place: Place,
): readonly A[] {
  const found = bodies.filter((body) => covers(body, place))
  const nearest = found.filter(
    (body) =>
      body.communeCode === found[0]?.communeCode && body.provinceCode === found[0]?.provinceCode,
  )
  return [...new Map(nearest.map((body) => [body.id, body])).values()]
}

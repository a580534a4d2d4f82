import { reachOf } from '../../../domain/access/permissions.ts'
import type { Portal } from '../portal-route.ts'

/** True for who declares for the organisation they work for; officers begin at a producer's page. */
export function mayDeclareOwn({ person }: Pick<Portal, 'person'>): boolean {
  return reachOf(person.role, 'certificates.declare') === 'own'
}

import type { Database } from '../../../db/client.ts'
import { listOpenSubjects } from '../../../db/queries/patterns.ts'
import type { PatternKind } from '../../domain/patterns/kinds.ts'
import type { Look } from './store-looks.ts'

const SEPARATOR = '+'
const MOST_OPEN = 500

/** Two sites as the subject of one pattern, in either order. */
export function pairId(a: string, b: string): string {
  return [a, b].sort().join(SEPARATOR)
}

/** The sites of a pair; one for what is no pair. */
export function sitesOfPair(subjectId: string): string[] {
  return subjectId.split(SEPARATOR)
}

/** Pairs that stand open with one of the sites just looked at, and were not found any more. */
export async function goneOf(
  db: Database,
  asked: {
    readonly kind: PatternKind
    readonly siteIds: readonly string[]
    readonly found: readonly Pick<Look, 'subjectId'>[]
  },
): Promise<Look[]> {
  const { kind, siteIds, found } = asked
  const open = await listOpenSubjects(db, { kind, limit: MOST_OPEN })
  const looked = new Set(siteIds)
  const still = new Set(found.map(({ subjectId }) => subjectId))
  return open
    .filter((id) => !still.has(id) && sitesOfPair(id).some((siteId) => looked.has(siteId)))
    .map((subjectId) => ({
      ...{ subjectId, shown: '', siteId: null, batchId: null },
      ...{ provinceCode: null, communeCode: null, detected: null },
    }))
}

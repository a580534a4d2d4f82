import { type FindingItem, type FindingRow, readFinding } from '../../../db/queries/findings.ts'
import { FINDINGS_COPY as W } from '../../copy/portal/findings.ts'
import type { Target } from '../../domain/access/permissions.ts'
import { targetOf, targetOfPlace } from '../codes/target-of.ts'
import { type Opened, opener } from '../guard/opener.ts'

export type OpenedFinding = Opened<FindingItem>

/** One the actor may do it to; any other is simply not there. */
export const openFinding = opener({ read: readFinding, target: targetOfFinding, noun: W.noun })

/** A finding is of its place; it is its holder's once they were told of it, and nobody's before. */
export function targetOfFinding(
  row: Pick<FindingRow, 'organisationId' | 'toldAt' | 'provinceCode' | 'communeCode'>,
): Target {
  return row.toldAt === null ? targetOfPlace(row) : targetOf(row)
}

import { fillAll } from '../../copy/fill.ts'
import { APPLICATION_FORM_COPY as W } from '../../copy/portal/application-form.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { takeStepsGivingWay } from '../../lib/steps/steps.ts'
import type { Household } from '../../resources/household.ts'
import type { VerbContext } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'
import { readHouseholdSheet } from '../sites/household-sheet.ts'

/**
 * The households of a pasted list. Nothing of it is left out in silence: a row that cannot be read is
 * told, for the list takes the place of the one there is. An empty text is no list yet.
 */
export async function readNewHouseholds(
  ctx: Pick<VerbContext, 'giveWay'>,
  list: string,
): Promise<readonly Household[]> {
  if (list.trim() === '') return []
  const bytes = new TextEncoder().encode(list)
  const given = { bytes, fileName: 'danh-sach-ho.csv', convertText: false }
  const { result } = await takeStepsGivingWay(readHouseholdSheet(given), ctx.giveWay)
  if (!result.ok) {
    const reason = result.problem.message
    throw invalidField('households', fillAll(SITE_REFUSALS.listUnreadable, { reason }))
  }
  const [issue] = result.issues
  if (issue !== undefined) {
    throw invalidField(
      'households',
      fillAll(W.householdsRow, { row: issue.row, reason: issue.reason }),
    )
  }
  if (result.records.length === 0) throw invalidField('households', W.householdsNone)
  return result.records.map(({ record }) => record)
}

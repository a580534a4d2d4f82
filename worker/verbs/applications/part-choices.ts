import { readSiteLists } from '../../../db/queries/sites-rows.ts'
import type { VerbContext } from '../context.ts'
import type { OpenedApplication } from './open-application.ts'

/** The crops on record for the site of an application that the caller has opened. */
export async function cropChoices(
  { db }: Pick<VerbContext, 'db'>,
  { row }: OpenedApplication,
): Promise<readonly string[]> {
  const { crops } = await readSiteLists(db, row.siteId)
  return crops.map(({ crop }) => crop)
}

import { readSiteLists } from '../../../db/queries/sites-rows.ts'
import type { Lookup } from '../context.ts'
import type { OpenedApplication } from './open-application.ts'

/** The crops on record for the site of an application that the caller has opened. */
export async function cropChoices(
  { db }: Lookup,
  { row }: OpenedApplication,
): Promise<readonly string[]> {
  const { crops } = await readSiteLists(db, row.siteId)
  return crops.map(({ crop }) => crop)
}

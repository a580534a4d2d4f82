import { readHouseholds } from '../../../db/queries/sites-households.ts'
import { listSites } from '../../../db/queries/sites-list.ts'
import { readSiteLists } from '../../../db/queries/sites-rows.ts'
import type { Lookup, Reading } from '../context.ts'
import { boundsOf } from '../guard/authorise.ts'

/** More than anybody chooses from in one list. */
const MOST = 500

type Choice = { readonly value: string; readonly text: string }

/** Sites on which the actor may open a season, by name. */
export async function seasonSites(ctx: Reading): Promise<readonly Choice[]> {
  const { rows } = await listSites(ctx.db, {
    bounds: boundsOf(ctx, 'diary.write'),
    filter: {
      ...{ words: null, searchKeyPrefix: null, kind: null, cropFolded: null, placeNames: null },
      withdrawn: false,
    },
    after: null,
    limit: MOST,
  })
  return rows.map(({ id, name }) => ({ value: id, text: name }))
}

/** Households of a site to choose from, and the crop that most of it is planted to. */
export async function landChoices(
  { db }: Lookup,
  siteId: string,
): Promise<{
  readonly households: readonly Choice[]
  readonly crop: string
  readonly variety: string
}> {
  const [{ rows }, { crops }] = await Promise.all([
    readHouseholds(db, { siteId, after: 0, limit: MOST }),
    readSiteLists(db, siteId),
  ])
  const [first] = crops
  return {
    households: rows.map(({ id, name, plot }) => ({
      value: id,
      text: plot === null ? name : `${name} (${plot})`,
    })),
    crop: first?.crop ?? '',
    variety: first?.variety ?? '',
  }
}

import { listProvinces } from '../../../db/queries/accounts-places.ts'
import { readAlikeOrganisations } from '../../../db/queries/alike-organisations.ts'
import { findOrganisations } from '../../../db/queries/organisations.ts'
import { fillAll } from '../../copy/fill.ts'
import { ORGANISATION_COPY as W } from '../../copy/portal/organisation.ts'
import { placeFault } from '../../copy/refusals/places.ts'
import { holderKey } from '../../domain/lists/records/holder-key.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { Lookup } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'
import { loadPlaces } from '../imports/load-places.ts'
import type { RecordRules } from '../records/save-record.ts'

/** Places follow from the names as typed, and people who share a name are asked about. */
export const ORGANISATION_RULES: RecordRules = {
  complete: async (ctx, { values, before }) => {
    const typed = placeOf(values)
    // A place that was not touched stays as it is, even one kept as written on old papers.
    const same = before !== null && JSON.stringify(placeOf(before)) === JSON.stringify(typed)
    return same ? {} : placeOfOrganisation(ctx, typed)
  },
  ask: async (ctx, { values, before }) => {
    if (before !== null) return []
    const [other] = await findOrganisations(ctx.db, foldVietnamese(String(values['name'])))
    if (other !== undefined) {
      return [{ code: 'same_name', text: fillAll(W.sameName, { name: other.name }) }]
    }
    const [alike] = await readAlikeOrganisations(ctx.db, [holderKey(String(values['name']))])
    if (alike === undefined) return []
    return [{ code: 'similar_name', text: fillAll(W.similarName, { name: alike.name }) }]
  },
}

type Place = {
  readonly communeCode: string | null
  readonly communeName: string | null
  readonly provinceCode: string | null
  readonly provinceName: string | null
}

type Typed = Pick<Place, 'communeName' | 'provinceName'>

function placeOf(row: Readonly<Record<string, unknown>>): Typed {
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  return { communeName: text(row['communeName']), provinceName: text(row['provinceName']) }
}

/** The names of the provinces in force, in their order; none where no units are loaded. */
export async function provinceNames(ctx: Lookup): Promise<string[]> {
  return (await listProvinces(ctx.db)).map(({ name }) => name)
}

/**
 * Today's province and commune by their names as typed; former communes lead to what they became.
 * Where no administrative units are loaded, the names stay as typed. Throws `invalid_input` for a
 * name that is none, or several.
 */
async function placeOfOrganisation(ctx: Lookup, typed: Typed): Promise<Place> {
  const { communeName, provinceName } = typed
  if (provinceName === null) {
    if (communeName === null) return { ...typed, communeCode: null, provinceCode: null }
    throw invalidField('provinceName', W.provinceMissing)
  }
  if (communeName === null) return provinceAlone(ctx, provinceName)
  const find = await loadPlaces(ctx.db)
  if (find === null) return { ...typed, communeCode: null, provinceCode: null }
  const match = find({ province: provinceName, commune: communeName })
  if (match.ok) {
    const { communeCode, provinceCode } = match
    return {
      ...{ communeCode, provinceCode },
      communeName: match.communeName,
      provinceName: match.provinceName,
    }
  }
  const path = match.code === 'province_unknown' ? 'provinceName' : 'communeName'
  throw invalidField(path, placeFault(match, { commune: communeName, province: provinceName }))
}

async function provinceAlone(ctx: Lookup, provinceName: string): Promise<Place> {
  const provinces = await listProvinces(ctx.db)
  const folded = foldVietnamese(provinceName)
  const found = provinces.find(({ name }) => foldVietnamese(name) === folded)
  if (found === undefined && provinces.length > 0) {
    throw invalidField('provinceName', fillAll(W.provinceUnknown, { name: provinceName }))
  }
  return {
    ...{ communeCode: null, communeName: null },
    provinceCode: found?.code ?? null,
    provinceName: found?.name ?? provinceName,
  }
}

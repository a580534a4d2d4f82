import { listProvinces } from '../../../db/queries/organisation-list.ts'
import { foldVietnamese } from '../../domain/codes/fold-vietnamese.ts'
import type { VerbContext } from '../context.ts'
import { invalidInput } from '../guard/parse-input.ts'
import { loadPlaces } from '../imports/load-places.ts'

export type OrganisationPlace = {
  readonly communeCode: string | null
  readonly communeName: string | null
  readonly provinceCode: string | null
  readonly provinceName: string | null
}

/** The names of the provinces in force, in their order; none where no units are loaded. */
export async function provinceNames(ctx: Pick<VerbContext, 'db'>): Promise<string[]> {
  return (await listProvinces(ctx.db)).map(({ name }) => name)
}

/**
 * Today's province and commune by their names as typed; former communes lead to what they became.
 * Where no administrative units are loaded, the names stay as typed. Throws `invalid_input` for a
 * name that is none, or several.
 */
export async function placeOfOrganisation(
  ctx: Pick<VerbContext, 'db'>,
  typed: { readonly communeName: string | null; readonly provinceName: string | null },
): Promise<OrganisationPlace> {
  const { communeName, provinceName } = typed
  if (provinceName === null) {
    if (communeName === null) return { ...typed, communeCode: null, provinceCode: null }
    throw invalidInput([{ path: 'provinceName', message: 'Hãy chọn tỉnh, thành phố của xã này.' }])
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
  throw invalidInput([{ path, message: match.message }])
}

async function provinceAlone(
  ctx: Pick<VerbContext, 'db'>,
  provinceName: string,
): Promise<OrganisationPlace> {
  const provinces = await listProvinces(ctx.db)
  const folded = foldVietnamese(provinceName)
  const found = provinces.find(({ name }) => foldVietnamese(name) === folded)
  if (found === undefined && provinces.length > 0) {
    throw invalidInput([
      { path: 'provinceName', message: `Không tìm thấy tỉnh, thành phố “${provinceName}”.` },
    ])
  }
  return {
    ...{ communeCode: null, communeName: null },
    provinceCode: found?.code ?? null,
    provinceName: found?.name ?? provinceName,
  }
}

import { readCommune, readPlacesNamed } from '../../../db/queries/sites-places.ts'
import { fill } from '../../copy/fill.ts'
import {
  COMMUNE_CHOICE,
  COMMUNE_FAULTS,
  PLACE_REFUSALS,
  placeFault,
} from '../../copy/refusals/places.ts'
import { matchPlace, type PlaceMatch } from '../../domain/lists/place/match-place.ts'
import { buildPlaceIndex, type PlaceIndex } from '../../domain/lists/place/place-index.ts'
import { placeNameReadings } from '../../domain/lists/place/place-name.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { Asking, Lookup, Reading } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'

export type TypedPlace = {
  readonly commune: string | null
  readonly province: string | null
  readonly formerDistrict: string | null
  /** The commune picked from those a name could mean. */
  readonly communeCode: string | null
}

/** Today's commune and province; codes are null where no administrative units are loaded. */
export type ResolvedPlace = {
  readonly communeCode: string | null
  readonly communeName: string | null
  readonly provinceCode: string | null
  readonly provinceName: string | null
}

export type CommuneChoice = { readonly communeCode: string; readonly text: string }

/**
 * The commune of today that was typed, by its present or its former name, however its tones stand.
 * Throws `invalid_input` on `commune` where it is none or could be several; {@link communeChoices}
 * then gives those it could be.
 */
export async function resolveCommune(ctx: Reading, typed: TypedPlace): Promise<ResolvedPlace> {
  const { commune, communeCode } = typed
  if (communeCode !== null) {
    const picked = await readCommune(ctx.db, communeCode)
    if (picked === null) throw invalidField('commune', PLACE_REFUSALS.communeGone)
    return picked
  }
  if (commune === null) throw invalidField('commune', PLACE_REFUSALS.communeMissing)
  const found = await lookUp(ctx, commune)
  if (found === null) {
    const { province } = typed
    return { communeCode: null, communeName: commune, provinceCode: null, provinceName: province }
  }
  const match = bestMatch(ctx, { typed, commune, ...found })
  if (!match.ok) {
    throw invalidField('commune', placeFault(match, { commune, province: typed.province ?? '' }))
  }
  const { communeCode: code, communeName, provinceCode, provinceName } = match
  return { communeCode: code, communeName, provinceCode, provinceName }
}

/** The communes of today that a typed name could mean, for a person to pick from. */
export async function communeChoices(
  ctx: Reading,
  typed: TypedPlace,
): Promise<readonly CommuneChoice[]> {
  if (typed.commune === null) return []
  const found = await lookUp(ctx, typed.commune)
  if (found === null) return []
  const { index, keys } = found
  const wanted = typed.province === null ? null : provinceCodes(index, typed.province)
  const labels = new Map<string, string>()
  const put = (code: string, provinceCode: string, text: string) => {
    if (wanted === null || wanted.has(provinceCode)) {
      labels.set(code, labels.get(code) ?? text)
    }
  }
  for (const key of keys) {
    for (const entry of index.formerByKey.get(key) ?? []) {
      const { code, name, provinceCode } = entry.current
      const now = `${name}, ${index.provinceNames.get(provinceCode) ?? ''}`
      put(code, provinceCode, fill(COMMUNE_CHOICE, { now, former: entry.label }))
    }
    for (const { code, name, provinceCode } of index.communesByKey.get(key) ?? []) {
      put(code, provinceCode, `${name}, ${index.provinceNames.get(provinceCode) ?? ''}`)
    }
  }
  return [...labels].map(([communeCode, text]) => ({ communeCode, text })).slice(0, MOST_CHOICES)
}

const MOST_CHOICES = 20

/** Names of a place as the tables fold them: with each word for what it is, and as typed. */
export function foldedPlaceNames(text: string): readonly string[] {
  const kinds = ['', 'xa ', 'phuong ', 'dac khu ', 'thi tran ', 'tinh ', 'thanh pho ']
  const bare = placeNameReadings(text).flatMap(({ key }) => [key, key.replace(/^(\d)$/, '0$1')])
  const typed = foldVietnamese(text)
  const withoutKind = typed.replace(/^(?:xa|phuong|dac khu|thi tran|tinh|thanh pho) /, '')
  const names = [...bare, typed, withoutKind].flatMap((name) => kinds.map((kind) => kind + name))
  return [...new Set(names)]
}

type Found = { readonly index: PlaceIndex; readonly keys: readonly string[] }

/** Null where no administrative units are loaded at all. */
async function lookUp(ctx: Lookup, commune: string): Promise<Found | null> {
  const { units, successions } = await readPlacesNamed(ctx.db, foldedPlaceNames(commune))
  if (units.length === 0) return null
  const keys = placeNameReadings(commune).map(({ key }) => key)
  return { index: buildPlaceIndex(units, successions), keys }
}

/** In the province typed, else in the actor's own, else in whichever province alone has such a name. */
function bestMatch(
  ctx: Asking,
  input: Found & { readonly typed: TypedPlace; readonly commune: string },
): PlaceMatch {
  const { typed, commune, index } = input
  const { formerDistrict } = typed
  const { actor } = ctx
  const ownCode = actor.kind === 'user' ? actor.place.provinceCode : null
  const own = ownCode === null ? null : (index.provinceNames.get(ownCode) ?? null)
  const named = typed.province ?? own
  if (named !== null) return matchPlace({ province: named, formerDistrict, commune }, index)
  const matches = [...index.provinceNames.values()].map((province) =>
    matchPlace({ province, formerDistrict, commune }, index),
  )
  const found = matches.filter((match) => match.ok)
  const [only] = found
  if (only !== undefined && found.length === 1) return only
  const unclear = matches.find((match) => !match.ok && match.code === 'ambiguous')
  if (found.length === 0 && unclear !== undefined) return unclear
  const code = found.length === 0 ? 'not_found' : 'ambiguous'
  return { ok: false, code, candidates: [], message: fill(COMMUNE_FAULTS[code], { commune }) }
}

function provinceCodes(index: PlaceIndex, province: string): ReadonlySet<string> {
  const codes = placeNameReadings(province).flatMap(({ key }) => [
    ...(index.provincesByKey.get(key) ?? []),
  ])
  return new Set(codes)
}

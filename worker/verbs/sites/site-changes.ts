import type { CropRow, TreatmentRow } from '../../../db/queries/sites-rows.ts'
import type { SiteFacts } from '../../domain/sites/site-facts.ts'
import { difference } from '../../resources/resource.ts'
import { SITE } from '../../resources/site.ts'
import type { Details } from './kind-fields.ts'
import type { ResolvedPlace } from './resolve-commune.ts'

/** What the log compares of a site. */
export type LoggedSite = {
  readonly values: SiteFacts & ResolvedPlace & { readonly name: string }
  /** What its kind asks for beside. */
  readonly details: Details | null
  readonly crops: readonly CropRow[]
  readonly treatments?: readonly TreatmentRow[]
}

type Told = Readonly<Record<string, unknown>>

/** What of a site differs, as the log keeps it: telephone numbers say only that they do. */
export function siteChanges(given: {
  /** Null for a new one. */
  readonly before: LoggedSite | null
  readonly after: LoggedSite
}): { readonly before: Told; readonly after: Told } {
  const { before, after } = given
  const facts = difference(SITE, { before: before?.values ?? null, after: after.values })
  const [was, is] = [before === null ? {} : ownOf(before), ownOf(after)]
  return {
    before: { ...differing(was, is), ...facts.before },
    after: { ...differing(is, was), ...facts.after },
  }
}

function ownOf({ values, details, crops, treatments }: LoggedSite): Told {
  const { name, communeCode, communeName, provinceCode, provinceName } = values
  return {
    name,
    communeCode,
    communeName,
    provinceCode,
    provinceName,
    ...details,
    crops: crops.map(({ crop, variety, plantedAreaHa }) => ({ crop, variety, plantedAreaHa })),
    ...(treatments === undefined ? {} : { treatments }),
  }
}

function differing(one: Told, other: Told): Told {
  const changed = Object.entries(one).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(other[key] ?? null),
  )
  return Object.fromEntries(changed)
}

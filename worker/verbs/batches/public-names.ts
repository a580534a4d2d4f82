import { nameIn, ORGANISATION_KINDS } from '../../copy/names.ts'
import type { ActorView } from '../../domain/standing/provenance.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'

/** Whose name it is, and whether it may be told. */
export type NamedHolder = {
  readonly orgName: string
  readonly orgKind: string
  readonly nameConsentOn: string | null
}

/** Kinds that carry the name of a person: a household and, as most are run, a farm. */
const NATURAL_PERSONS: ReadonlySet<string> = new Set(['household', 'farm'])

/** A natural person is named, and reached, in public only with recorded consent (Law 91/2025/QH15). */
export function mayBeNamed(holder: NamedHolder): boolean {
  return !NATURAL_PERSONS.has(holder.orgKind) || holder.nameConsentOn !== null
}

/** The holder's name, or the words for its kind where the name may not be told. */
export function publicHolderName(holder: NamedHolder): string {
  return mayBeNamed(holder) ? holder.orgName : nameIn(ORGANISATION_KINDS, holder.orgKind, 'vi')
}

/**
 * A site's name, unless its holder is a person who has not agreed to be named: places of persons
 * carry their names in one spelling or another, so none of those is told.
 */
export function publicSiteName(site: NamedHolder & { siteName: string; fallback: string }): string {
  return mayBeNamed(site) ? site.siteName : site.fallback
}

/**
 * Who entered a diary line. Sheets name the person who did the work; only the holder itself, where
 * it may be named, is told. An empty name is shown as the role's words.
 */
export function publicDeclarer(
  holder: NamedHolder & { declaredByRole: string; occurredOn: string },
): ActorView {
  return { role: holder.declaredByRole, name: mayBeNamed(holder) ? holder.orgName : '', on: null }
}

/** Who checked a diary line: a body is named, a person stands as their role (an empty name). */
export function publicVerifier(row: {
  readonly verifiedByRole: string | null
  readonly verifiedByName: string | null
  readonly verifiedOn: string | null
}): ActorView | null {
  if (row.verifiedByRole === null || row.verifiedOn === null) return null
  const name = row.verifiedByName ?? ''
  const told = isBody(name) ? name : ''
  return { role: row.verifiedByRole, name: told, on: row.verifiedOn }
}

const BODY =
  /^(?:chi cuc|cuc|so|phong|tram|trung tam|hop tac xa|htx|to hop tac|to|cong ty|doanh nghiep|hiep hoi|hoi|vien|ban|uy ban|ubnd|to chuc|chi nhanh|tap doan|lien hiep|truong|quatest|vinacontrol|department|cooperative|company)(?: |$)/

/** True for the name of an office, company or cooperative, which every one in Vietnam begins with. */
function isBody(name: string): boolean {
  return BODY.test(foldVietnamese(name))
}

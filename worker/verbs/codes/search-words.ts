import type { RegisterCode } from '../../../db/queries/code-register.ts'
import { foldVietnamese } from '../../domain/codes/fold-vietnamese.ts'
import { mayBeNamed, publicSiteName } from '../batches/public-names.ts'
import type { RegisterModel } from './register-model.ts'

/**
 * The words under which the public register finds a code, folded as the search index wants them. A
 * person who has not agreed to be named in public is not found by name either (Law 91/2025/QH15).
 */
export function searchWords(model: RegisterModel, code: RegisterCode): string {
  const site = model.sites.get(code.siteId)
  const holder = site === undefined ? undefined : model.organisations.get(site.organisationId)
  if (site === undefined || holder === undefined) return foldVietnamese(code.code)
  const named = {
    orgName: holder.name,
    orgKind: holder.kind,
    nameConsentOn: holder.nameConsentOn,
  }
  const crops = [...(model.crops.get(site.id)?.values() ?? [])].map(({ crop }) => crop)
  return [
    code.code,
    code.searchKey,
    code.legacyCode,
    publicSiteName({ ...named, siteName: site.name, fallback: '' }),
    mayBeNamed(named) ? holder.name : null,
    site.communeName,
    site.formerDistrict,
    site.provinceName,
    ...crops,
  ]
    .flatMap((text) => (text === null || text === '' ? [] : [foldVietnamese(text)]))
    .join(' ')
}

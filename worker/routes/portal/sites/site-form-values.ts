import { typedNumber } from '../../../resources/number-fields.ts'
import { textsOf } from '../../../resources/resource.ts'
import { SITE } from '../../../resources/site.ts'
import type { loadSiteForm } from '../../../verbs/sites/load-site-form.ts'

/** A place as the fields of its form, figures with a decimal comma and no thousands. */
export function siteFormValues(
  loaded: Awaited<ReturnType<typeof loadSiteForm>>,
): Record<string, string> {
  const { site, details, crops, treatments } = loaded
  const texts: Record<string, string | number | null | undefined> = {
    version: site.version,
    name: site.name,
    commune: site.communeName,
    province: site.provinceName,
    ...textsOf(SITE, site),
    ...prefixed('details', details),
    ...rows('crops', crops),
    ...rows('treatments', treatments),
  }
  return Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, asTyped(value)]))
}

function asTyped(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'number' ? typedNumber(value) : value
}

function rows(list: string, all: readonly object[]): Record<string, string | number | null> {
  return Object.assign({}, ...all.map((row, index) => prefixed(`${list}.${index}`, row)))
}

function prefixed(prefix: string, row: object): Record<string, string | number | null> {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [`${prefix}.${key}`, value]))
}

import type { Done } from '../../../../site/models/portal-common.ts'
import { addressParts } from '../../../../site/view/address-line.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatQuantity } from '../../../copy/format.ts'
import { SITES_COPY as W } from '../../../copy/portal/sites.ts'
import { SITES_FORM_COPY as F } from '../../../copy/portal/sites-form.ts'
import { unitName } from '../../../copy/units.ts'
import type { SiteFact } from '../../../domain/sites/site-facts.ts'
import { areaDifference } from '../../../lib/geo/area-difference.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { factsOf } from '../../../resources/resource.ts'
import { SITE, siteFields } from '../../../resources/site.ts'
import type { SitePage } from '../../../verbs/sites/load-site-page.ts'

type Fact = { readonly label: string; readonly text: string | null }

/** What is known of a site, in the order a person asks. */
export function siteFactList(page: SitePage, lang: Language): Fact[] {
  const { site, boundary, treatments } = page
  const { hamlet, communeName, provinceName, kind: id, labelSlot } = site
  const parts = addressParts({ address: hamlet, commune: communeName, province: provinceName })
  const known = (group: SiteFact['group'], without: readonly string[] = []) =>
    factsOf(siteFields({ kind: { id, labelSlot }, group }), { row: site, lang, without })
  return [
    { label: W.holder[lang], text: site.organisationName },
    { label: W.address[lang], text: parts.join(', ') },
    // The hamlet stands in the address; most places never had a district.
    ...known('where', ['hamlet']).filter(({ text }) => text !== null),
    ...factsOf({ fields: { areaHa: SITE.fields.areaHa } }, { row: site, lang }),
    ...(boundary === null
      ? []
      : [{ label: W.drawnArea[lang], text: hectares(boundary.areaHa, lang) }]),
    ...known('size', ['areaHa']),
    ...(labelSlot === 'packing_house'
      ? [{ label: W.treatments[lang], text: treatments.map(treatmentText).join(', ') }]
      : []),
    ...kindFacts(page, lang),
    ...known('contact').map(({ label, text }) => ({
      label: `${label} (${W.private[lang]})`,
      text,
    })),
  ]
}

/** What is asked of sites of this kind alone. */
function kindFacts({ fields, details }: SitePage, lang: Language): Fact[] {
  return fields.map(({ id, name, unit, type }) => {
    const value = details[id]
    // A year takes no separator of thousands.
    const told = typeof value === 'number' && type === 'number' ? formatNumber(value, lang) : value
    const text = told === undefined || told === null ? null : String(told)
    return {
      label: name[lang],
      text: text === null ? null : [text, unitText(unit, lang)].join(' ').trim(),
    }
  })
}

/** Figures of a place that do not agree; told, never forbidden. */
export function areaNotes(page: SitePage, lang: Language): Done[] {
  const { site, boundary, crops } = page
  const notes: Done[] = []
  const computedHa = boundary?.areaHa ?? null
  const difference =
    computedHa === null ? null : areaDifference({ declaredHa: site.areaHa, computedHa })
  if (difference !== null) {
    notes.push({ kind: 'warning', text: differenceText(F.areaDiffers[lang], difference, lang) })
  }
  const sum = crops.reduce((total, { plantedAreaHa }) => total + (plantedAreaHa ?? 0), 0)
  if (site.areaHa !== null && sum > site.areaHa * 1.0001) {
    const values = { sum: formatNumber(sum, lang), area: formatNumber(site.areaHa, lang) }
    notes.push({ kind: 'done', text: fill(W.intercropped[lang], values) })
  }
  return notes
}

/** A difference of areas in a sentence with both figures. */
export function differenceText(
  text: string,
  difference: {
    readonly computedHa: number
    readonly declaredHa: number
    readonly percent: number
  },
  lang: Language,
): string {
  return fill(text, {
    computed: formatNumber(difference.computedHa, lang),
    declared: formatNumber(difference.declaredHa, lang),
    percent: formatNumber(Math.abs(difference.percent), lang),
  })
}

function unitText(unit: string | null, lang: Language): string {
  return unit === null ? '' : unitName(unit, lang)
}

function hectares(value: number, lang: Language): string {
  return formatQuantity({ value, unit: 'ha' }, lang)
}

function treatmentText(row: { readonly treatment: string; readonly facilityCode: string | null }) {
  return row.facilityCode === null ? row.treatment : `${row.treatment} (${row.facilityCode})`
}

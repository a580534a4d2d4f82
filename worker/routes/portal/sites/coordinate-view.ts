import { fill } from '../../../copy/fill.ts'
import { formatNumber } from '../../../copy/format.ts'
import { COORDINATE_COPY as W } from '../../../copy/portal/coordinate.ts'
import { meridianText, PROVINCE_MERIDIANS } from '../../../lib/geo/central-meridians.ts'
import {
  COORDINATE_SYSTEMS,
  type CoordinateSystem,
  WGS84_EPSG,
} from '../../../lib/geo/coordinate-systems.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { Choice } from '../../../resources/form-input.ts'

/** Systems to choose from; those of zones of 3 degrees with the provinces whose maps use them. */
export function systemChoices(lang: Language): Choice[] {
  return COORDINATE_SYSTEMS.map((system) => ({
    value: String(system.epsg),
    text: nameWithProvinces(system, lang),
  }))
}

/** Which system the positions were taken to be in. */
export function readAsText(system: CoordinateSystem, lang: Language): string {
  return system.epsg === WGS84_EPSG
    ? W.wgs84[lang]
    : fill(W.readAs[lang], { system: systemName(system, lang) })
}

/** What was passed over in a file. */
export function passedOver(
  { empty, others }: { readonly empty: number; readonly others: number },
  lang: Language,
): string[] {
  return [
    ...(empty > 0 ? [fill(W.empty[lang], { count: formatNumber(empty, lang) })] : []),
    ...(others > 0 ? [fill(W.others[lang], { count: formatNumber(others, lang) })] : []),
  ]
}

function systemName({ datum, zone }: CoordinateSystem, lang: Language): string {
  if (zone === null) return datum === 'wgs84' ? 'WGS84' : W.vn2000[lang]
  const { meridian, width } = zone
  const name = datum === 'wgs84' ? W.utmZone : W.vn2000Zone
  return fill(name[lang], { meridian: meridianText(meridian), width })
}

function nameWithProvinces(system: CoordinateSystem, lang: Language): string {
  const { datum, zone } = system
  const name = systemName(system, lang)
  const provinces = PROVINCE_MERIDIANS.filter(({ meridian }) => meridian === zone?.meridian)
  if (datum === 'wgs84' || zone?.width !== 3 || provinces.length === 0) return name
  return `${name}: ${provinces.map(({ province }) => province).join(', ')}`
}

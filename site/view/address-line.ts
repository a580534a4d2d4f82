import {
  type PlaceType,
  placeNameReadings,
  readPlaceName,
} from '../../worker/domain/lists/place/place-name.ts'
import { foldVietnamese } from '../../worker/lib/text/fold-vietnamese.ts'

type Level = 'commune' | 'province'

/** Sorts that name the level; an old district never stands for either. A city today is a province's equal. */
const LEVELS: Readonly<Record<PlaceType, readonly Level[]>> = {
  tinh: ['province'],
  'thanh pho': ['province'],
  quan: [],
  huyen: [],
  'thi xa': [],
  'thi tran': ['commune'],
  phuong: ['commune'],
  xa: ['commune'],
  'dac khu': ['commune'],
}

/**
 * The parts of an address to be joined for reading: as written, with the commune and province it
 * does not name yet. One part names one place, so that `phường Lào Cai` leaves its province to say.
 */
export function addressParts(place: {
  readonly address: string | null
  readonly commune: string | null
  readonly province: string | null
}): string[] {
  const { commune, province } = place
  const parts = (place.address ?? '').split(/[,;]/).map((part) => part.trim())
  const written = parts.filter((part) => part !== '')
  const provinceAt = province === null ? -1 : lastNaming(written, province, 'province', -1)
  const communeAt = commune === null ? -1 : lastNaming(written, commune, 'commune', provinceAt)
  const upToProvince = provinceAt < 0 ? written : written.slice(0, provinceAt)
  return [
    ...upToProvince,
    ...(commune === null || communeAt >= 0 ? [] : [commune]),
    ...(provinceAt >= 0 ? written.slice(provinceAt) : province === null ? [] : [province]),
  ]
}

function lastNaming(parts: readonly string[], name: string, level: Level, taken: number): number {
  const wanted = readPlaceName(name)
  return parts.findLastIndex((part, at) => {
    if (at === taken) return false
    // Typed without tones, a name can only be compared without them.
    const toneless = foldVietnamese(part) === part.toLowerCase()
    return placeNameReadings(part).some(({ type, toned, key }) => {
      if (type !== null && !LEVELS[type].includes(level)) return false
      return toned === wanted.toned || (toneless && key === wanted.key)
    })
  })
}

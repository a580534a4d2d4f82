import { tidyText } from '../../../lib/text/fold-vietnamese.ts'

export interface AddressParts {
  readonly hamlet: string | null
  readonly commune: string | null
  readonly district: string | null
  readonly province: string | null
}

const HAMLET = /^(?:ấp|khóm|thôn|bản|làng|buôn|tổ(?: dân phố)?|khu phố|kp)(?:\s|\.)/iu
const COMMUNE = /^(?:xã|phường|thị trấn|đặc khu|tt\.|p\.|x\.)\s*/iu
const DISTRICT = /^(?:huyện|quận|thị xã|tx\.|h\.|q\.)\s*/iu
const CITY = /^(?:thành phố|tp\.?)\s*/iu
const PROVINCE = /^tỉnh\s/iu

/**
 * Takes an address apart by what its parts are called: `ấp Mỹ Hòa, xã Mỹ Hội Đông, huyện Chợ Mới,
 * tỉnh An Giang`. A city is the province when it comes last, else a district. A last part without
 * such a word counts as the province; other unnamed parts belong to the hamlet.
 */
export function splitAddress(address: string): AddressParts {
  const parts = tidyText(address)
    .split(/[,;]| [-–] /)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const found = { hamlet: [] as string[], commune: '', district: '', province: '' }
  parts.forEach((part, index) => {
    const last = index === parts.length - 1
    if (PROVINCE.test(part)) found.province = part
    else if (COMMUNE.test(part)) found.commune = part
    else if (DISTRICT.test(part)) found.district = part
    else if (CITY.test(part)) found[last ? 'province' : 'district'] = part
    else if (HAMLET.test(part)) found.hamlet.push(part)
    else if (last && found.commune !== '') found.province = part
    else found.hamlet.push(part)
  })
  return {
    hamlet: found.hamlet.join(', ') || null,
    commune: found.commune || null,
    district: found.district || null,
    province: found.province || null,
  }
}

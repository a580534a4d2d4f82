/** A province and the central meridian of its maps. */
export type ProvinceMeridian = { readonly province: string; readonly meridian: number }

/**
 * Central meridians of VN-2000 by province, zones of 3 degrees (Circular 973/2001/TT-TCĐC; Circular
 * 25/2014/TT-BTNMT, annex 2), for the 63 provinces of before 1 July 2025.
 */
const OF_PROVINCE = {
  103: 'Lai Châu|Điện Biên',
  104: 'Sơn La',
  104.5: 'Kiên Giang|Cà Mau',
  104.75: 'Lào Cai|Yên Bái|Nghệ An|Phú Thọ|An Giang',
  105: 'Thanh Hóa|Vĩnh Phúc|Hà Nội|Đồng Tháp|Cần Thơ|Hậu Giang|Bạc Liêu|Ninh Bình|Hà Nam',
  105.5:
    'Hà Giang|Hải Dương|Hà Tĩnh|Bắc Ninh|Hưng Yên|Thái Bình|Nam Định|Tây Ninh|Vĩnh Long|Sóc Trăng|Trà Vinh',
  105.75: 'Cao Bằng|Long An|Tiền Giang|Bến Tre|Hải Phòng|Hồ Chí Minh|Bình Dương',
  106: 'Tuyên Quang|Hòa Bình|Quảng Bình',
  106.25: 'Quảng Trị|Bình Phước',
  106.5: 'Bắc Kạn|Thái Nguyên',
  107: 'Bắc Giang|Thừa Thiên Huế',
  107.25: 'Lạng Sơn',
  107.5: 'Kon Tum',
  107.75: 'Quảng Ninh|Đồng Nai|Bà Rịa - Vũng Tàu|Quảng Nam|Lâm Đồng|Đà Nẵng',
  108: 'Quảng Ngãi',
  108.25: 'Ninh Thuận|Khánh Hòa|Bình Định',
  108.5: 'Đắk Lắk|Đắk Nông|Phú Yên|Gia Lai|Bình Thuận',
}

export const PROVINCE_MERIDIANS: readonly ProvinceMeridian[] = Object.entries(OF_PROVINCE).flatMap(
  ([meridian, provinces]) =>
    provinces.split('|').map((province) => ({ province, meridian: Number(meridian) })),
)

/**
 * What each of the 34 provinces was made of (Resolution 202/2025/QH15), by its present code: maps and
 * certificates from before keep the meridian of the province they were drawn in.
 */
const MADE_OF: Readonly<Record<string, string>> = {
  '01': 'Hà Nội',
  '04': 'Cao Bằng',
  '08': 'Tuyên Quang|Hà Giang',
  '11': 'Điện Biên',
  '12': 'Lai Châu',
  '14': 'Sơn La',
  '15': 'Lào Cai|Yên Bái',
  '19': 'Thái Nguyên|Bắc Kạn',
  '20': 'Lạng Sơn',
  '22': 'Quảng Ninh',
  '24': 'Bắc Ninh|Bắc Giang',
  '25': 'Phú Thọ|Vĩnh Phúc|Hòa Bình',
  '31': 'Hải Phòng|Hải Dương',
  '33': 'Hưng Yên|Thái Bình',
  '37': 'Ninh Bình|Hà Nam|Nam Định',
  '38': 'Thanh Hóa',
  '40': 'Nghệ An',
  '42': 'Hà Tĩnh',
  '44': 'Quảng Trị|Quảng Bình',
  '46': 'Thừa Thiên Huế',
  '48': 'Đà Nẵng|Quảng Nam',
  '51': 'Quảng Ngãi|Kon Tum',
  '52': 'Gia Lai|Bình Định',
  '56': 'Khánh Hòa|Ninh Thuận',
  '66': 'Đắk Lắk|Phú Yên',
  '68': 'Lâm Đồng|Đắk Nông|Bình Thuận',
  '75': 'Đồng Nai|Bình Phước',
  '79': 'Hồ Chí Minh|Bình Dương|Bà Rịa - Vũng Tàu',
  '80': 'Tây Ninh|Long An',
  '82': 'Đồng Tháp|Tiền Giang',
  '86': 'Vĩnh Long|Bến Tre|Trà Vinh',
  '91': 'An Giang|Kiên Giang',
  '92': 'Cần Thơ|Hậu Giang|Sóc Trăng',
  '96': 'Cà Mau|Bạc Liêu',
}

/** The meridians that maps of a present province may have; none for a code that is no province's. */
export function meridiansOf(provinceCode: string | null): readonly ProvinceMeridian[] {
  const names = MADE_OF[provinceCode ?? '']?.split('|') ?? []
  return names.flatMap((name) => PROVINCE_MERIDIANS.filter(({ province }) => province === name))
}

/** `104°45′`. */
export function meridianText(meridian: number): string {
  const minutes = Math.round((meridian % 1) * 60)
  return `${Math.floor(meridian)}°${String(minutes).padStart(2, '0')}′`
}

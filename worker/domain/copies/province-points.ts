import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'

/** Where a province lies on a small map, to a kilometre. */
export type ProvincePoint = { readonly lat: number; readonly lng: number }

/**
 * Seats of provinces as they were until July 2025: those who tell a region by an address go on naming
 * these, and the seats of today's provinces are among them. Names are folded, without spaces.
 */
const SEATS: Readonly<Record<string, readonly [lat: number, lng: number]>> = {
  angiang: [10.38, 105.43],
  bariavungtau: [10.41, 107.14],
  bacgiang: [21.28, 106.2],
  backan: [22.15, 105.83],
  baclieu: [9.29, 105.72],
  bacninh: [21.18, 106.06],
  bentre: [10.24, 106.38],
  binhdinh: [13.77, 109.22],
  binhduong: [10.98, 106.65],
  binhphuoc: [11.54, 106.9],
  binhthuan: [10.93, 108.1],
  camau: [9.18, 105.15],
  cantho: [10.03, 105.78],
  caobang: [22.67, 106.26],
  danang: [16.06, 108.21],
  daklak: [12.67, 108.04],
  daknong: [12, 107.69],
  dienbien: [21.39, 103.02],
  dongnai: [10.95, 106.83],
  dongthap: [10.46, 105.63],
  gialai: [13.98, 108],
  hagiang: [22.82, 104.98],
  hanam: [20.54, 105.92],
  hanoi: [21.03, 105.85],
  hatinh: [18.34, 105.9],
  haiduong: [20.94, 106.33],
  haiphong: [20.86, 106.68],
  haugiang: [9.78, 105.47],
  hochiminh: [10.78, 106.7],
  hoabinh: [20.82, 105.34],
  hue: [16.46, 107.59],
  hungyen: [20.65, 106.05],
  khanhhoa: [12.24, 109.19],
  kiengiang: [10.01, 105.08],
  kontum: [14.35, 108],
  laichau: [22.4, 103.46],
  lamdong: [11.94, 108.44],
  langson: [21.85, 106.76],
  laocai: [22.48, 103.97],
  longan: [10.54, 106.41],
  namdinh: [20.43, 106.16],
  nghean: [18.67, 105.68],
  ninhbinh: [20.25, 105.97],
  ninhthuan: [11.57, 108.99],
  phutho: [21.32, 105.4],
  phuyen: [13.09, 109.3],
  quangbinh: [17.47, 106.6],
  quangnam: [15.57, 108.47],
  quangngai: [15.12, 108.8],
  quangninh: [20.95, 107.08],
  quangtri: [16.82, 107.1],
  soctrang: [9.6, 105.97],
  sonla: [21.33, 103.91],
  tayninh: [11.31, 106.1],
  thaibinh: [20.45, 106.34],
  thainguyen: [21.59, 105.85],
  thanhhoa: [19.81, 105.78],
  thuathienhue: [16.46, 107.59],
  tiengiang: [10.36, 106.36],
  travinh: [9.93, 106.34],
  tuyenquang: [21.82, 105.22],
  vinhlong: [10.25, 105.97],
  vinhphuc: [21.31, 105.6],
  yenbai: [21.72, 104.91],
}

/** What stands around a name: Tỉnh, Thành phố, Province, City. */
const AROUND = /^(?:tinh|thanh pho|tp\.?) | (?:province|city)$/g

/** The point of a province by what it is called in Vietnamese or English; null for any other text. */
export function provincePoint(name: string): ProvincePoint | null {
  const key = foldVietnamese(name)
    .replace(AROUND, '')
    .replace(/[^a-z]/g, '')
  const seat = Object.hasOwn(SEATS, key) ? SEATS[key] : undefined
  return seat === undefined ? null : { lat: seat[0], lng: seat[1] }
}

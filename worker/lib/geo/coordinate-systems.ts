/** A way of writing positions, by its number in the EPSG register. */
export type CoordinateSystem = {
  readonly epsg: number
  readonly datum: 'wgs84' | 'vn2000'
  /** Null for degrees; else metres around a central meridian, in zones of so many degrees. */
  readonly zone: { readonly meridian: number; readonly width: 3 | 6 } | null
}

export const WGS84_EPSG = 4326
/** VN-2000 in degrees. */
export const VN2000_EPSG = 4756

/** VN-2000 in zones of 3 degrees, by central meridian. */
const TM3: Readonly<Record<string, number>> = {
  '102': 5896,
  '103': 9205,
  '104': 9206,
  '104.5': 9207,
  '104.75': 9208,
  '105': 5897,
  '105.5': 9209,
  '105.75': 9210,
  '106': 9211,
  '106.25': 9212,
  '106.5': 9213,
  '107': 9214,
  '107.25': 9215,
  '107.5': 9216,
  '107.75': 5899,
  '108': 5898,
  '108.25': 9217,
  '108.5': 9218,
}

/** The systems that boundaries in Viet Nam are drawn in. */
export const COORDINATE_SYSTEMS: readonly CoordinateSystem[] = [
  { epsg: WGS84_EPSG, datum: 'wgs84', zone: null },
  { epsg: VN2000_EPSG, datum: 'vn2000', zone: null },
  ...Object.entries(TM3)
    .map(([meridian, epsg]) => vn2000({ epsg, meridian: Number(meridian), width: 3 }))
    .sort((a, b) => (a.zone?.meridian ?? 0) - (b.zone?.meridian ?? 0)),
  vn2000({ epsg: 3405, meridian: 105, width: 6 }),
  vn2000({ epsg: 3406, meridian: 111, width: 6 }),
  { epsg: 32648, datum: 'wgs84', zone: { meridian: 105, width: 6 } },
  { epsg: 32649, datum: 'wgs84', zone: { meridian: 111, width: 6 } },
]

/** The system of a number; null for one that is not read here. */
export function coordinateSystem(epsg: number): CoordinateSystem | null {
  return COORDINATE_SYSTEMS.find((system) => system.epsg === epsg) ?? null
}

/** VN-2000 in zones of 3 degrees around a meridian of the Circular. */
export function tm3System(meridian: number): CoordinateSystem | null {
  const epsg = TM3[String(meridian)]
  return epsg === undefined ? null : coordinateSystem(epsg)
}

function vn2000(given: {
  readonly epsg: number
  readonly meridian: number
  readonly width: 3 | 6
}): CoordinateSystem {
  const { epsg, meridian, width } = given
  return { epsg, datum: 'vn2000', zone: { meridian, width } }
}

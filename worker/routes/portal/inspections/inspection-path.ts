export const INSPECTIONS_PATH = '/portal/inspections'

export const inspectionPath = (id: string): `/${string}` =>
  `${INSPECTIONS_PATH}/${encodeURIComponent(id)}`

export const MAP_PATH = '/portal/map'

export const MAPPED_PLACES_PATH = `${MAP_PATH}/places`

import { distanceKm, type LatLng } from '../../lib/geo/distance-km.ts'

/** A stop by its id; without a point it is gone to last. */
export type Stop = { readonly id: string; readonly point: LatLng | null }

/** Beyond this only one beginning is tried: the work grows with the cube of the stops. */
const MOST_BEGINNINGS = 30

/**
 * Stops in the order of a short way: always on to the nearest one left, from the beginning that makes
 * the whole shortest. No shortest way of all, but one that can be told on the phone, and always the
 * same for the same stops. Those without a point come last, by id.
 */
export function routeOrder<S extends Stop>(stops: readonly S[]): S[] {
  // Old telephones know no `toSorted`.
  const sorted = [...stops].sort((a, b) => (a.id < b.id ? -1 : 1))
  const known = sorted.flatMap((stop) => (stop.point === null ? [] : [{ stop, point: stop.point }]))
  const beginnings = known.length > MOST_BEGINNINGS ? known.slice(0, 1) : known
  let best: { readonly way: readonly { stop: S }[]; readonly km: number } | null = null
  for (const beginning of beginnings) {
    const found = wayFrom(beginning, known)
    if (best === null || found.km < best.km) best = found
  }
  const way = best?.way.map(({ stop }) => stop) ?? []
  return [...way, ...sorted.filter(({ point }) => point === null)]
}

type Known<S> = { readonly stop: S; readonly point: LatLng }

function wayFrom<S>(beginning: Known<S>, all: readonly Known<S>[]) {
  const left = all.filter((each) => each !== beginning)
  const way = [beginning]
  let [here, km] = [beginning, 0]
  while (left.length > 0) {
    let nearest = { at: 0, km: Number.POSITIVE_INFINITY }
    for (const [at, { point }] of left.entries()) {
      const distance = distanceKm(here.point, point)
      if (distance < nearest.km) nearest = { at, km: distance }
    }
    const [next] = left.splice(nearest.at, 1)
    if (next === undefined) break
    way.push(next)
    here = next
    km += nearest.km
  }
  return { way, km }
}

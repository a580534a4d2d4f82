import { fillAll } from '../../copy/fill.ts'
import { BOUNDARY_PROBLEMS } from '../../copy/portal/boundary.ts'
import { areaHaOf } from '../../lib/geo/area-ha.ts'
import { toGeoJson } from '../../lib/geo/boundary.ts'
import {
  type BoundaryOptions,
  type ReadBoundary,
  readBoundaryInSteps,
} from '../../lib/geo/read-boundary.ts'
import { takeStepsGivingWay } from '../../lib/steps/steps.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import type { VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'

export type GivenBoundary = Omit<ReadBoundary, 'ok'> & {
  readonly areaHa: number
  /** As it is stored, and sent to and fro while it is looked at. */
  readonly geojson: string
}

/** The boundary in a file or a pasted text; throws `invalid_input` on `field` with the reason. */
export async function readGivenBoundary(
  { giveWay }: Pick<VerbContext, 'giveWay'>,
  given: { readonly bytes: Uint8Array; readonly field: string } & BoundaryOptions,
): Promise<GivenBoundary> {
  const { bytes, field, ...options } = given
  const reading = await takeStepsGivingWay(readBoundaryInSteps(bytes, options), giveWay)
  if (!reading.ok) {
    const { code, values } = reading.problem
    const words: LocalText = BOUNDARY_PROBLEMS[code]
    const text = fillAll(words, values)
    throw new Problem({ code: 'invalid_input', text, errors: [{ path: field, text }] })
  }
  const { boundary } = reading
  const geojson = JSON.stringify(toGeoJson(boundary))
  return { ...reading, areaHa: areaHaOf(boundary), geojson }
}

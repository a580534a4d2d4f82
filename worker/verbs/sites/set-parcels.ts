import {
  readParcels,
  readSharedParcels,
  replaceParcels,
} from '../../../db/queries/sites-parcels.ts'
import { versionIs } from '../../../db/queries/sites-write.ts'
import { fillAll } from '../../copy/fill.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { normaliseText } from '../../lib/text/normalise-text.ts'
import { change } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import type { Call } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'
import { openSiteForWriting, siteChanged } from './open-site.ts'

const MOST = 5_000
const PARCEL = /^[\p{L}\d][\p{L}\d ./_-]{0,59}$/u

/**
 * Sets the land parcels of a place from a text with one identifier a line. Gives those that other
 * places name too, for one parcel seldom belongs to two growing areas.
 */
export async function setParcels({
  ctx,
  input,
}: Call<{ id: string; parcels: string; version: number }>): Promise<{ shared: readonly string[] }> {
  const site = await openSiteForWriting(ctx, input.id)
  const parcelIds = readLines(input.parcels)
  const before = await readParcels(ctx.db, site.id)
  const shared = await readSharedParcels(ctx.db, { siteId: site.id, parcelIds })
  await change(ctx, {
    may: 'sites.write',
    target: targetOf(site),
    guards: [{ holds: versionIs(site.id, input.version), refusal: siteChanged }],
    statements: replaceParcels(ctx.db, { siteId: site.id, parcelIds, at: ctx.now() }),
    audit: {
      action: 'site.parcels',
      entityId: site.id,
      before: { parcels: before.filter((each) => !parcelIds.includes(each)) },
      after: { parcels: parcelIds.filter((each) => !before.includes(each)) },
    },
  })
  return { shared: shared.map(({ parcelId }) => parcelId) }
}

function readLines(text: string): string[] {
  const lines = normaliseText(text, 'NFC')
    .split(/[\r\n;]+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
  if (lines.length > MOST) throw invalidField('parcels', SITE_REFUSALS.tooManyParcels)
  const wrong = lines.find((line) => !PARCEL.test(line))
  if (wrong !== undefined) {
    const text = fillAll(SITE_REFUSALS.notAParcel, { text: wrong.slice(0, 60) })
    throw invalidField('parcels', text)
  }
  return [...new Set(lines)]
}

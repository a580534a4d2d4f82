import * as z from 'zod'
import { putLogo } from '../../../../db/queries/organisation-logos.ts'
import { LOGO_COPY as W } from '../../../copy/portal/label-logo.ts'
import { bitmapOf } from '../../../lib/files/bitmap-of.ts'
import { photoKindOf } from '../../../lib/files/photo-kind-of.ts'
import { PHOTO_TYPES } from '../../../lib/files/photo-types.ts'
import { jobKind } from '../../background/job-kind.ts'
import { change } from '../../change.ts'
import { actorText } from '../../context.ts'
import { conflict } from '../../guard/refusals.ts'

/** Dots of a logo at most: 22 mm by 11 at 300 an inch, more than any label gives it. */
const MOST_WIDTH = 264
const MOST_HEIGHT = 132

/** Makes the picture somebody handed in into the dots that labels show; the picture is not kept. */
export const makeLogo = jobKind({
  name: 'labels.logo',
  /** Where the file store keeps what was handed in until it is made into dots. */
  input: z.object({ storeKey: z.string() }),
  cursor: z.object({}),
  canBeCancelled: false,
  run: async function* ({ ctx, files, pictures, subjectId: organisationId, input }) {
    const bytes = await files.get(input.storeKey)
    // It was done, and its runner was stopped before it could say so.
    if (bytes === null) return { result: null }
    const type = PHOTO_TYPES.find((each) => each === photoKindOf(bytes))
    const pixels = type === undefined ? null : await pictures.decode({ bytes, type })
    const most = { mostWidth: MOST_WIDTH, mostHeight: MOST_HEIGHT }
    const bitmap =
      pixels === null ? null : await bitmapOf(pixels, { ...most, giveWay: ctx.giveWay })
    if (bitmap === null) {
      await files.remove(input.storeKey)
      throw conflict(pixels === null ? W.unreadable : W.blank)
    }
    const { width, height, bits } = bitmap
    await change(ctx, {
      may: 'labels.issue',
      target: { organisationId, place: null },
      statements: [
        putLogo(ctx.db, {
          ...{ organisationId, width, height, base64: toBase64(bits) },
          ...{ changedAt: ctx.now(), actor: actorText(ctx.actor) },
        }),
      ],
      audit: {
        action: 'labels.logo',
        entity: 'organisation',
        entityId: organisationId,
        after: { width, height },
      },
    })
    await files.remove(input.storeKey)
    return { result: null }
  },
})

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}

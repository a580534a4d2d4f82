import * as z from 'zod'
import { judgeReadBack, type ReadBack } from '../../../domain/label/judge-read-back.ts'
import { SAMPLE_PATH } from '../../../domain/label/sample-path.ts'
import { photoKindOf } from '../../../lib/files/photo-kind-of.ts'
import { PHOTO_TYPES } from '../../../lib/files/photo-types.ts'
import { darkMarginOf, greyOf, sharpnessOf } from '../../../lib/files/picture-measures.ts'
import { type Pixels, shrinkPixels } from '../../../lib/files/shrink-pixels.ts'
import { type JobSlices, jobKind, type OpenJob } from '../../background/job-kind.ts'

/** Wider pictures are made smaller before the reader has them: its one step stays short. */
const MOST_WIDTH = 1_600

const input = z.object({ storeKey: z.string() })

/** Reads a photo of a printed sample back and says what it shows; the photo is not kept. */
export const readBackPhoto = jobKind({
  name: 'labels.read_back',
  input,
  cursor: z.object({}),
  canBeCancelled: false,
  // biome-ignore lint/correctness/useYield: all of it is one slice, whose outcome is the job's.
  run: async function* (job): JobSlices<Record<string, never>, { found: ReadBack } | null> {
    const { files, input } = job
    const bytes = await files.get(input.storeKey)
    // It was read, and its runner was stopped before it could say what was found.
    if (bytes === null) return { result: null }
    const found = await readBack(job, bytes)
    await files.remove(input.storeKey)
    return { result: { found } }
  },
})

async function readBack(
  { ctx, pictures }: Pick<OpenJob<unknown, unknown>, 'ctx' | 'pictures'>,
  bytes: Uint8Array,
): Promise<ReadBack> {
  const { giveWay, labelOrigin } = ctx
  const type = PHOTO_TYPES.find((each) => each === photoKindOf(bytes))
  const whole = type === undefined ? null : await pictures.decode({ bytes, type })
  if (whole === null) return 'none'
  const pixels: Pixels =
    whole.width > MOST_WIDTH ? await shrinkPixels(whole, { width: MOST_WIDTH, giveWay }) : whole
  await giveWay()
  const codes = await pictures.codes(pixels)
  await giveWay()
  const grey = await greyOf(pixels, giveWay)
  const start = `${labelOrigin}/${SAMPLE_PATH}/`.toUpperCase()
  return judgeReadBack({
    codes: codes.map((code) => ({ ...code, darkMargin: darkMarginOf(grey, code) })),
    isSample: (text) => text.toUpperCase().startsWith(start),
    sharpness: await sharpnessOf(grey, giveWay),
  })
}

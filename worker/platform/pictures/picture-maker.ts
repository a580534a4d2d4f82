import type { FoundCode } from '../../lib/files/found-code.ts'
import type { PhotoType } from '../../lib/files/photo-types.ts'
import type { Pixels } from '../../lib/files/shrink-pixels.ts'
import type { GiveWay } from '../../lib/steps/give-way.ts'

/** A picture made of another: a JPEG, the right way up. */
export type SmallPicture = {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** Makes smaller pictures of one. It decodes: for work in the background alone. */
export type PictureMaker = {
  /** One for each width, all narrower than the picture; none of what no decoder can read. */
  readonly shrink: (picture: {
    readonly bytes: Uint8Array
    readonly type: PhotoType
    readonly widths: readonly number[]
    readonly giveWay: GiveWay
  }) => Promise<readonly SmallPicture[]>
  /** The pixels of a picture, the right way up; null for what no decoder can read. */
  readonly decode: (picture: {
    readonly bytes: Uint8Array
    readonly type: PhotoType
  }) => Promise<Pixels | null>
  /** QR codes in a picture; one step of some tens of milliseconds a megapixel. */
  readonly codes: (pixels: Pixels) => Promise<readonly FoundCode[]>
}

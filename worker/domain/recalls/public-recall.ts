import type { LocalText } from '../../lib/text/local-text.ts'
import type { ImageView } from '../standing/provenance.ts'

/** A batch that is being recalled, as the public is told of it. */
export type PublicRecall = {
  readonly ref: string
  readonly lot: string
  readonly product: string
  /** Null for a person who has not agreed to be named. */
  readonly producer: string | null
  readonly province: string | null
  readonly packedOn: string | null
  readonly since: string
  readonly documentNo: string | null
  /** Why, in the recaller's words; null where none are public. */
  readonly text: LocalText | null
  readonly image: ImageView | null
}

import type { PublicCodeSummary } from '../codes/public-code.ts'
import type { ImageView } from '../standing/provenance.ts'

/** What was found without a code; each list is cut where a page ends. */
export type PublicFinds = {
  readonly products: readonly {
    readonly id: string
    readonly name: string
    readonly producer: string | null
    readonly image: ImageView | null
  }[]
  readonly producers: readonly {
    readonly id: string
    readonly name: string
    readonly province: string | null
  }[]
  readonly lots: readonly {
    readonly ref: string
    readonly lot: string
    readonly product: string
    readonly producer: string | null
    readonly packedOn: string | null
  }[]
  readonly codes: readonly PublicCodeSummary[]
}

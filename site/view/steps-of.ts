import type { BandKind } from '../../worker/copy/status.ts'
import type { WHAT_TO_DO } from '../../worker/copy/what-to-do.ts'

/** The steps a page gives beside its band; null where the band's own sentence is enough. */
export function stepsOf(band: BandKind): keyof typeof WHAT_TO_DO | null {
  switch (band) {
    case 'recalled':
      return 'recalled'
    case 'stop':
    case 'typed_stop':
      return 'stop'
    case 'forged':
      return 'forged'
    case 'clear':
    case 'notice':
    case 'unknown':
    case 'malformed':
    case 'altered':
    case 'typed':
      return null
  }
}

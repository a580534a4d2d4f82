import type { BandKind } from '../../../../worker/copy/status.ts'

/** The shape of a status beside its colour and words: who cannot tell colours tells shapes. */
export function BandShape({ band }: { readonly band: BandKind }) {
  return (
    <svg class="shape" viewBox="0 0 48 48" aria-hidden="true">
      <path d={SHAPES[band]} />
    </svg>
  )
}

const TRIANGLE = 'M24 5 45 43H3zM24 19v11M24 36.500v.1'
const OCTAGON = 'M15.500 3h17L45 15.500v17L32.500 45h-17L3 32.500v-17zM14 24h20'
const CORNERS = 'M5 15V5h10M33 5h10v10M43 33v10H33M15 43H5V33M17 17l14 14M31 17 17 31'
const CARD = 'M3 10h42v28H3zM12 19v.1M20 19v.1M28 19v.1M36 19v.1M15 29h18'

const SHAPES: Readonly<Record<BandKind, string>> = {
  clear: 'M45 24a21 21 0 1 1-42 0 21 21 0 0 1 42 0zM14 25l7 7 13-15',
  notice:
    'M14 4h20a10 10 0 0 1 10 10v20a10 10 0 0 1-10 10H14A10 10 0 0 1 4 34V14A10 10 0 0 1 14 4zM24 22v12M24 14v.1',
  stop: OCTAGON,
  recalled: OCTAGON,
  typed_stop: OCTAGON,
  forged: TRIANGLE,
  unknown: TRIANGLE,
  malformed: CORNERS,
  altered: CORNERS,
  typed: CARD,
}

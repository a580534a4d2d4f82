import type { ComponentChildren } from 'preact'
import { fill } from '../../../../worker/copy/fill.ts'
import { type BandKind, HEADLINES } from '../../../../worker/copy/status.ts'
import { useText } from '../../parts/use-text.ts'
import { BandShape } from './band-shape.tsx'

const LOOKS: Readonly<Partial<Record<BandKind, string>>> = {
  recalled: 'stop',
  typed_stop: 'stop',
  altered: 'malformed',
}

/** What was found, in colour, shape and words; `title` where the usual headline says something else. */
export function Band(given: {
  readonly band: BandKind
  readonly issuer: string
  readonly title?: string
  readonly children?: ComponentChildren
}) {
  const { band, issuer, title, children } = given
  const t = useText()
  return (
    <div class={`band ${LOOKS[band] ?? band}`} data-band={band}>
      <p class="band-head">
        <BandShape band={band} />
        <strong>{title ?? fill(t(HEADLINES[band]), { issuer })}</strong>
      </p>
      {children}
    </div>
  )
}

import { fill } from '../../../../worker/copy/fill.ts'
import { FOREIGN_SYSTEMS, FOREIGN_COPY as W } from '../../../../worker/copy/foreign-code.ts'
import type { ForeignCode } from '../../../../worker/domain/label/foreign-code.ts'
import type { LocalText } from '../../../../worker/lib/text/local-text.ts'
import { useText } from '../../parts/use-text.ts'

/** Whose a code looks like that is none of ours. Its address is written, never a link. */
export function ForeignNote({ foreign }: { readonly foreign: ForeignCode }) {
  const t = useText()
  return (
    <div class="card foreign" data-band="foreign">
      <p>
        <strong>{t(W.title)}</strong>
      </p>
      <p>{foreignText(foreign, t)}</p>
      <p class="hint">{t(W.careful)}</p>
    </div>
  )
}

/** The same in one sentence. */
export function foreignText(foreign: ForeignCode, t: (text: LocalText) => string): string {
  switch (foreign.kind) {
    case 'gs1':
      return fill(t(W.gs1), { gtin: foreign.gtin, host: foreign.host })
    case 'barcode':
      return fill(t(W.barcode), { digits: foreign.digits })
    case 'host': {
      const { system, host } = foreign
      return system === null
        ? fill(t(W.host), { host })
        : fill(t(W.system), { system: t(FOREIGN_SYSTEMS[system]), host })
    }
  }
}

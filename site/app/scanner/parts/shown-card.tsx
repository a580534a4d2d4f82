import { ALTERATION_COPY, SCAN_APP_COPY as W } from '../../../../worker/copy/app/scan.ts'
import { SHELL_COPY } from '../../../../worker/copy/app/shell.ts'
import { formatOn } from '../../../../worker/copy/format.ts'
import { FactList } from '../../parts/fact-list.tsx'
import { useText } from '../../parts/use-text.ts'
import { useAppState } from '../../state/app-context.ts'
import type { Scanner } from '../session/scanner.ts'
import type { ScannerState, Shown } from '../session/scanner-state.ts'
import { Band } from './band.tsx'
import { ForeignNote } from './foreign-note.tsx'
import { LabelCard } from './label-card.tsx'

/** What is said of what was scanned or typed last. */
export function ShownCard(given: { readonly scanner: Scanner; readonly state: ScannerState }) {
  const { scanner, state } = given
  const { shown, sources } = state
  const t = useText()
  const issuer = sources?.issuer ?? t(SHELL_COPY.shortName)
  return (
    <div class="shown" role="status" aria-live="assertive">
      {shown === null ? <p class="line">{t(W.aim)}</p> : <Body {...{ scanner, shown, issuer }} />}
    </div>
  )
}

function Body(given: {
  readonly scanner: Scanner
  readonly shown: Shown
  readonly issuer: string
}) {
  const { scanner, shown, issuer } = given
  const t = useText()
  switch (shown.kind) {
    case 'working':
      return <p class="line">{t(W.working)}</p>
    case 'label':
      return <LabelCard {...{ scanner, shown, issuer }} />
    case 'ref':
      return <RefCard {...{ scanner, shown, issuer }} />
    case 'altered':
      return (
        <Band band="altered" issuer={issuer}>
          <p>
            {t(W.alteredWhy)} {t(ALTERATION_COPY[shown.how])}
          </p>
          <p>{t(W.alteredAgain)}</p>
        </Band>
      )
    case 'foreign':
      return <ForeignNote foreign={shown.foreign} />
    case 'own_page':
      return <p class="line">{t(W.ownPage)}</p>
    case 'unreadable':
      return (
        <Band band="malformed" issuer={issuer}>
          <p>{t(W.notOurs)}</p>
        </Band>
      )
  }
}

/** A typed code: what the register on the device has of its batch, and that it proves no label. */
function RefCard(given: {
  readonly scanner: Scanner
  readonly shown: Extract<Shown, { kind: 'ref' }>
  readonly issuer: string
}) {
  const { scanner, shown, issuer } = given
  const t = useText()
  const { lang } = useAppState()
  const { ref, batch } = shown
  const facts =
    batch === null
      ? []
      : [
          { label: t(W.product), text: batch.product },
          ...(batch.producer === null ? [] : [{ label: t(W.producer), text: batch.producer }]),
          { label: t(W.lot), text: `${batch.lot} · ${ref}` },
          ...(batch.packedOn === null
            ? []
            : [{ label: t(W.packedOn), text: formatOn(batch.packedOn, lang) }]),
          ...(batch.expiresOn === null
            ? []
            : [{ label: t(W.expiresOn), text: formatOn(batch.expiresOn, lang) }]),
        ]
  return (
    <Band band="typed" issuer={issuer}>
      <p>
        <code>{ref}</code> {t(batch === null ? W.refUnknown : W.refKnown)}
      </p>
      <FactList facts={facts} />
      <p>
        <a href={scanner.records ? `/portal/scan?code=${ref}` : `/b/${ref}`}>{t(W.openBatch)}</a>
      </p>
    </Band>
  )
}

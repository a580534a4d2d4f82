import { SCAN_APP_COPY as W } from '../../../../worker/copy/app/scan.ts'
import { fill } from '../../../../worker/copy/fill.ts'
import { formatAt, formatOn } from '../../../../worker/copy/format.ts'
import { marketName } from '../../../../worker/copy/markets.ts'
import { codeStatusName } from '../../../../worker/copy/names.ts'
import { SCAN_COPY } from '../../../../worker/copy/scan.ts'
import { HEADLINES } from '../../../../worker/copy/status.ts'
import { foreignCode } from '../../../../worker/domain/label/foreign-code.ts'
import { Button } from '../../parts/button.tsx'
import { FactList } from '../../parts/fact-list.tsx'
import { useText } from '../../parts/use-text.ts'
import { useAppState } from '../../state/app-context.ts'
import type { ShownCode, ShownLabel } from '../judge/shown-label.ts'
import type { Scanner } from '../session/scanner.ts'
import type { Shown } from '../session/scanner-state.ts'
import { Band } from './band.tsx'

/** A label: what is said of it, by what, and what to hold against the goods. */
export function LabelCard(given: {
  readonly scanner: Scanner
  readonly shown: Extract<Shown, { kind: 'label' }>
  readonly issuer: string
}) {
  const { scanner, shown, issuer } = given
  const { label, text, againAt, beside } = shown
  const t = useText()
  const { lang } = useAppState()
  return (
    <>
      <Band band={label.band} issuer={issuer} {...titleOf(label, t)}>
        {COMPARED.has(label.band) ? <p>{compareText(label, { t, lang })}</p> : null}
        {label.why.length === 0 ? null : (
          <ul class="band-why">
            {label.why.map((why) => (
              <li key={why.vi}>{t(why)}</li>
            ))}
          </ul>
        )}
        <p class="band-basis">{basisText(shown, { t, lang })}</p>
      </Band>
      {againAt === null ? null : (
        <div class="line warn">
          <p>{fill(t(W.again), { at: formatAt(againAt, lang) })}</p>
          {scanner.records ? (
            <Button look="text-button" text={W.countAgain} onPress={() => scanner.countAgain()} />
          ) : null}
        </div>
      )}
      {beside.map((code) => (
        <p class="hint" key={code}>
          {fill(t(W.beside), { code: besideText(code) })}
        </p>
      ))}
      <Facts label={label} />
      {scanner.records ? (
        <p>
          <a href={`/portal/scan?code=${encodeURIComponent(text)}`}>{t(W.openDossier)}</a>
        </p>
      ) : null}
    </>
  )
}

/** Goods that may be sold are held against what the label says of them. */
const COMPARED: ReadonlySet<string> = new Set(['clear', 'notice'])

/** The cause first, then what not to do. */
function titleOf({ band, cause }: ShownLabel, t: ReturnType<typeof useText>) {
  return band === 'stop' && cause !== null ? { title: `${t(cause)} ${t(HEADLINES.stop)}` } : {}
}

function compareText(
  { product, producer, packedOn }: ShownLabel,
  { t, lang }: { readonly t: ReturnType<typeof useText>; readonly lang: 'vi' | 'en' | 'zh' },
): string {
  const packed =
    packedOn === null ? null : fill(t(SCAN_COPY.comparePacked), { date: formatOn(packedOn, lang) })
  const facts = [product, producer, packed].filter((fact) => fact !== null && fact !== '')
  return facts.length === 0 ? '' : fill(t(SCAN_COPY.compare), { facts: facts.join(', ') })
}

function basisText(
  { label, checkedAt }: Extract<Shown, { kind: 'label' }>,
  { t, lang }: { readonly t: ReturnType<typeof useText>; readonly lang: 'vi' | 'en' | 'zh' },
): string {
  if (label.mode === 'online') return fill(t(W.online), { at: formatAt(checkedAt, lang) })
  const { listIssuedAt } = label
  return listIssuedAt === null
    ? t(W.offlineBare)
    : fill(t(W.offline), { at: formatAt(listIssuedAt, lang) })
}

function Facts({ label }: { readonly label: ShownLabel }) {
  const t = useText()
  const { lang } = useAppState()
  const { product, producer, lot, ref, serial, packedOn, expiresOn, registerAsOf } = label
  const facts = [
    ...(product === null ? [] : [{ label: t(W.product), text: product }]),
    ...(producer === null || producer === '' ? [] : [{ label: t(W.producer), text: producer }]),
    ...(ref === null ? [] : [{ label: t(W.lot), text: lot === null ? ref : `${lot} · ${ref}` }]),
    ...(serial === null
      ? []
      : [{ label: t(W.serial), text: serial === 0 ? t(W.wholeBatch) : String(serial) }]),
    ...(packedOn === null ? [] : [{ label: t(W.packedOn), text: formatOn(packedOn, lang) }]),
    ...(expiresOn === null ? [] : [{ label: t(W.expiresOn), text: formatOn(expiresOn, lang) }]),
  ]
  return (
    <>
      <FactList facts={facts} />
      {label.codes.map((code) => (
        <CodeLine key={`${code.slot} ${code.code}`} code={code} />
      ))}
      {registerAsOf === null ? null : (
        <p class={label.isRegisterOld ? 'line warn' : 'hint'}>
          {fill(t(label.isRegisterOld ? W.registerOld : W.registerAsOf), {
            at: formatAt(registerAsOf, lang),
          })}
        </p>
      )}
    </>
  )
}

/** A code, large enough to be compared with the label, and what holds of it today in each market. */
function CodeLine({ code }: { readonly code: ShownCode }) {
  const t = useText()
  const { lang } = useAppState()
  const { slot, statuses } = code
  const says = statuses.map(
    ({ market, status }) => `${marketName(market, lang)}: ${codeStatusName(status, lang)}`,
  )
  return (
    <div class="code-line">
      <span class="hint">{t(W[slot])}</span>
      <code>{code.code}</code>
      <span>{says.length === 0 ? t(W.noStatus) : says.join('; ')}</span>
    </div>
  )
}

/** Somebody else's code by where it leads; never the whole address. */
function besideText(code: string): string {
  const foreign = foreignCode(code)
  if (foreign === null) return code.slice(0, 40)
  return foreign.kind === 'barcode' ? foreign.digits : foreign.host
}

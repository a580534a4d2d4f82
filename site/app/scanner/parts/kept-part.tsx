import { SCAN_KEPT_COPY as W } from '../../../../worker/copy/app/scan-kept.ts'
import { LIST_FAULT_NAMES } from '../../../../worker/copy/app/scan-offline.ts'
import { fill } from '../../../../worker/copy/fill.ts'
import { formatAt, formatNumber } from '../../../../worker/copy/format.ts'
import { Button } from '../../parts/button.tsx'
import { useText } from '../../parts/use-text.ts'
import { useApp, useAppState } from '../../state/app-context.ts'
import { trueNow } from '../../state/true-now.ts'
import type { Scanner } from '../session/scanner.ts'
import type { ScannerState } from '../session/scanner-state.ts'

/** What is on the device for want of a network, how old it is, and fetching it anew. */
export function KeptPart(given: { readonly scanner: Scanner; readonly state: ScannerState }) {
  const { scanner, state } = given
  const { isRefreshing, refreshed, isPrepared } = state
  const t = useText()
  return (
    <div class="kept-part">
      <h2>{t(W.kept)}</h2>
      <Ages state={state} />
      {refreshed?.status === 'offline' ? <p class="line">{t(W.refreshOffline)}</p> : null}
      {(refreshed?.faults ?? []).slice(0, 1).map(({ kid, fault }) => (
        <p key={kid} class="line warn" role="alert">
          {fill(t(W.listRefused), { why: t(LIST_FAULT_NAMES[fault]) })}
        </p>
      ))}
      {isPrepared ? (
        <p class="told" role="status">
          {t(W.prepared)}
        </p>
      ) : null}
      <Button
        text={isRefreshing ? W.preparing : W.prepare}
        isOff={isRefreshing}
        onPress={() => scanner.refresh({ whole: true })}
      />
    </div>
  )
}

function Ages({ state }: { readonly state: ScannerState }) {
  const t = useText()
  const app = useApp()
  const { lang, clock } = useAppState()
  const { sources } = state
  if (sources === null) return null
  const { lists, register, registerAsOf, isRegisterCut } = sources
  const isOver = lists !== null && trueNow(app.now(), clock) >= lists.expiresAt
  return (
    <>
      {lists === null ? <p class="line warn">{t(W.noLists)}</p> : null}
      {lists === null ? null : (
        <p class={isOver ? 'line warn' : 'hint'}>
          {fill(t(isOver ? W.listsOver : W.listsAsOf), {
            at: formatAt(lists.issuedAt, lang),
            until: formatAt(lists.expiresAt, lang),
          })}
        </p>
      )}
      {register === null || registerAsOf === null ? null : (
        <p class="hint">
          {fill(t(W.registerOf), {
            n: formatNumber(register.size, lang),
            at: formatAt(registerAsOf, lang),
          })}{' '}
          {isRegisterCut ? t(W.registerCut) : ''}
        </p>
      )}
    </>
  )
}

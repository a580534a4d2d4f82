import { useEffect, useMemo, useState } from 'preact/hooks'
import { SCAN_APP_COPY } from '../../../worker/copy/app/scan.ts'
import { SCAN_ENTRY_COPY as W } from '../../../worker/copy/app/scan-entry.ts'
import type { DeviceAccount } from '../device/device.ts'
import { LineState } from '../parts/line-state.tsx'
import { useText } from '../parts/use-text.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import type { LookedAt } from './camera/watch-camera.ts'
import { wasmReader } from './decode/wasm-reader.ts'
import { openIndexedScanStore } from './keep/indexed-scan-store.ts'
import { memoryScanStore } from './keep/memory-scan-store.ts'
import { AboutRound } from './parts/about-round.tsx'
import { CameraView } from './parts/camera-view.tsx'
import { KeptPart } from './parts/kept-part.tsx'
import { OtherWays } from './parts/other-ways.tsx'
import { ShownCard } from './parts/shown-card.tsx'
import { Tally } from './parts/tally.tsx'
import { openScanner, type Scanner } from './session/scanner.ts'
import { NO_SCANNER } from './session/scanner-state.ts'

/** One buzz is no alarm, three are. */
const BUZZ = { genuine: [60], other: [120, 80, 120, 80, 120] }

/** The scanner: camera, what it says, what was counted, and what is kept for want of a network. */
export function ScannerView({ account }: { readonly account: DeviceAccount }) {
  const t = useText()
  const scanner = useScanner(account)
  const state = useScannerState(scanner)
  const wasm = useMemo(wasmReader, [])
  useEffect(() => () => wasm.close(), [wasm])
  if (scanner === null) return <p class="line">{t(W.loading)}</p>
  const onCode = (text: string, beside: readonly string[], looked?: LookedAt) =>
    void lookAndBuzz(scanner, { text, beside, looked })
  return (
    <section class="scanner">
      <h1 class="sr">{t(W.scan)}</h1>
      <CameraView {...{ wasm, onCode }} />
      {state.isFull ? (
        <p class="line warn" role="alert">
          {t(SCAN_APP_COPY.full)}
        </p>
      ) : null}
      <ShownCard {...{ scanner, state }} />
      <Tally {...{ scanner }} checks={state.checks} />
      <LineState account={account} />
      <OtherWays {...{ wasm, onCode }} />
      {scanner.records ? <AboutRound scanner={scanner} accountId={account.id} /> : null}
      <KeptPart {...{ scanner, state }} />
    </section>
  )
}

async function lookAndBuzz(
  scanner: Scanner,
  seen: {
    readonly text: string
    readonly beside: readonly string[]
    readonly looked: LookedAt | undefined
  },
): Promise<void> {
  const { text, beside, looked } = seen
  await scanner.look(text, beside)
  const { shown } = scanner.get()
  // Measured: from the picture of the camera to what is said of it.
  if (looked !== undefined) {
    performance.measure('verdict', { start: looked.at, detail: { readMs: looked.readMs } })
  }
  const isFine = shown?.kind === 'label' && ['clear', 'notice'].includes(shown.label.band)
  navigator.vibrate?.(isFine ? BUZZ.genuine : BUZZ.other)
}

/** Opens it for the account, and shuts it with the screen: what waits is handed over then. */
function useScanner(account: DeviceAccount): Scanner | null {
  const app = useApp()
  const { session, isOnline } = useAppState()
  const [scanner, setScanner] = useState<Scanner | null>(null)
  // An account is another object whenever its kit was asked for again.
  useEffect(() => {
    let isOver = false
    let opened: Scanner | null = null
    const open = async () => {
      const store = app.device.keeps
        ? await openIndexedScanStore().catch(memoryScanStore)
        : memoryScanStore()
      opened = await openScanner({ app, account, store })
      if (isOver) return opened.close()
      setScanner(opened)
    }
    void open()
    const hide = () => {
      if (document.visibilityState === 'hidden') void opened?.send()
    }
    document.addEventListener('visibilitychange', hide)
    return () => {
      isOver = true
      document.removeEventListener('visibilitychange', hide)
      opened?.close()
    }
  }, [app, account.id])
  useEffect(() => {
    // The register comes with the session, which may be known a moment later.
    if (isOnline && session.kind !== 'unknown') void scanner?.refresh({ whole: false })
  }, [scanner, session.kind, isOnline])
  return scanner
}

function useScannerState(scanner: Scanner | null) {
  const [state, setState] = useState(scanner?.get() ?? NO_SCANNER)
  useEffect(() => {
    if (scanner === null) return
    setState(scanner.get())
    return scanner.subscribe(() => setState(scanner.get()))
  }, [scanner])
  return state
}

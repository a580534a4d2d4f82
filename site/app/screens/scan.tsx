import type { FunctionComponent } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { FRAME_COPY } from '../../../worker/copy/app/frame.ts'
import { SCAN_ENTRY_COPY as W } from '../../../worker/copy/app/scan-entry.ts'
import type { DeviceAccount } from '../device/device.ts'
import { Button } from '../parts/button.tsx'
import { useText } from '../parts/use-text.ts'

type View = FunctionComponent<{ readonly account: DeviceAccount }>

/** The scanner, which is fetched by whoever opens it and no one else. */
export function Scan({ account }: { readonly account: DeviceAccount }) {
  const t = useText()
  const [view, setView] = useState<{ readonly Is: View } | 'loading' | 'missing'>('loading')
  const load = () => {
    setView('loading')
    import('../scanner/scanner-view.tsx').then(
      ({ ScannerView }) => setView({ Is: ScannerView }),
      () => setView('missing'),
    )
  }
  useEffect(load, [])
  if (view === 'loading') return <p class="line">{t(W.loading)}</p>
  if (view === 'missing') {
    return (
      <section>
        <h1>{t(W.scan)}</h1>
        <p class="line warn" role="alert">
          {t(W.notHere)}
        </p>
        <Button text={FRAME_COPY.reload} onPress={load} />
      </section>
    )
  }
  return <view.Is account={account} />
}

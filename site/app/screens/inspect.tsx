import { useEffect, useState } from 'preact/hooks'
import { INSPECT_COPY as W } from '../../../worker/copy/app/inspection.ts'
import type { DeviceAccount } from '../device/device.ts'
import { useText } from '../parts/use-text.ts'

type Screen = typeof import('../inspect/inspect-screen.tsx')['InspectScreen']

/** What inspectors work with, fetched when it is first opened: most who keep a diary never need it. */
export function Inspect({ account }: { readonly account: DeviceAccount }) {
  const t = useText()
  const [loaded, setLoaded] = useState<{ readonly Screen: Screen } | 'failed' | null>(null)
  useEffect(() => {
    import('../inspect/inspect-screen.tsx')
      .then(({ InspectScreen }) => setLoaded({ Screen: InspectScreen }))
      .catch(() => setLoaded('failed'))
  }, [])
  if (loaded === 'failed') return <p class="line">{t(W.notLoaded)}</p>
  if (loaded === null) return <p role="status">{t(W.loading)}</p>
  return <loaded.Screen account={account} />
}

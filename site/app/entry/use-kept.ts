import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { useApp } from '../state/app-context.ts'

/** What is typed is on the phone after so long at the latest. */
const KEPT_AFTER_MS = 400

/** Something half-written, kept on the phone as it is written by `keep`. */
export function useKept<D extends { readonly touchedAt: number }>(
  initial: D,
  {
    keep: write,
    drop,
  }: {
    readonly keep: (draft: D) => Promise<void>
    readonly drop: (draft: D) => Promise<void>
  },
): {
  readonly draft: D
  readonly change: (part: Partial<D>) => void
  /** Forgets it: it was saved, or its writer wants it no more. */
  readonly forget: () => Promise<void>
} {
  const app = useApp()
  const [draft, setDraft] = useState(initial)
  const latest = useRef(initial)
  const timer = useRef<number | null>(null)
  // What comes after, a position that took its time, must not bring it back.
  const isGone = useRef(false)
  const keep = useCallback(() => {
    if (timer.current === null) return
    clearTimeout(timer.current)
    timer.current = null
    void write(latest.current)
  }, [write])
  const change = useCallback(
    (part: Partial<D>) => {
      if (isGone.current) return
      latest.current = { ...latest.current, ...part, touchedAt: app.now() }
      setDraft(latest.current)
      timer.current ??= window.setTimeout(keep, KEPT_AFTER_MS)
    },
    [app, keep],
  )
  useEffect(() => {
    // A phone that is laid aside may end the page without another word.
    document.addEventListener('visibilitychange', keep)
    return () => {
      document.removeEventListener('visibilitychange', keep)
      keep()
    }
  }, [keep])
  const forget = useCallback(async () => {
    isGone.current = true
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    await drop(latest.current)
  }, [drop])
  return { draft, change, forget }
}

import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { type App, useApp } from '../state/app-context.ts'
import type { Draft } from './draft.ts'

/** What is typed is on the phone after so long at the latest. */
const KEPT_AFTER_MS = 400

/** The draft of a form, kept on the phone as it is written. */
export function useDraft(initial: Draft): {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  /** Forgets it: it was saved, or its writer wants it no more. */
  readonly forget: () => Promise<void>
} {
  const app = useApp()
  const [draft, setDraft] = useState(initial)
  const latest = useRef(initial)
  const timer = useRef<number | null>(null)
  const keep = useCallback(() => {
    if (timer.current === null) return
    clearTimeout(timer.current)
    timer.current = null
    void keepDraft(app, latest.current)
  }, [app])
  const change = useCallback(
    (part: Partial<Draft>) => {
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
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    await app.device.dropDraft(latest.current)
    await readDrafts(app, latest.current.accountId)
  }, [app])
  return { draft, change, forget }
}

/** Reads anew what is half-written, for the home screen. */
export async function readDrafts(app: App, accountId: string): Promise<void> {
  app.store.set({ drafts: await app.device.drafts(accountId) })
}

async function keepDraft(app: App, draft: Draft): Promise<void> {
  try {
    await app.device.keepDraft(draft)
  } catch {
    // No room for its photos: better the words alone than nothing of it.
    await app.device.keepDraft({ ...draft, photos: [] }).catch(() => undefined)
  }
  await readDrafts(app, draft.accountId)
}

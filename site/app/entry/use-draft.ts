import { useMemo } from 'preact/hooks'
import { type App, useApp } from '../state/app-context.ts'
import type { Draft } from './draft.ts'
import { useKept } from './use-kept.ts'

/** The draft of a form, kept on the phone as it is written. */
export function useDraft(initial: Draft) {
  const app = useApp()
  const how = useMemo(
    () => ({
      keep: (draft: Draft) => keepDraft(app, draft),
      drop: async (draft: Draft) => {
        await app.device.dropDraft(draft)
        await readDrafts(app, draft.accountId)
      },
    }),
    [app],
  )
  return useKept(initial, how)
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

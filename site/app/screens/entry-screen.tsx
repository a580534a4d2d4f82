import { useEffect, useMemo, useState } from 'preact/hooks'
import type { DeviceAccount } from '../device/device.ts'
import type { Draft } from '../entry/draft.ts'
import { pastEntries } from '../entry/past-entries.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import { EntryWriter } from './entry-writer.tsx'

/** A form that goes on where it was left, else begins as `begin` says. */
export function EntryScreen(given: {
  readonly account: DeviceAccount
  readonly draftKey: string
  readonly begin: () => Promise<Draft | null>
  /** Where there is nothing to write for. */
  readonly none: () => preact.ComponentChildren
}) {
  const { account, draftKey, begin, none } = given
  const app = useApp()
  const { queue } = useAppState()
  const [draft, setDraft] = useState<Draft | null | 'loading'>('loading')
  const { kit } = account
  const past = useMemo(() => pastEntries({ kit, queue }), [kit, queue])
  useEffect(() => {
    let isGone = false
    const open = async () => {
      const kept = (await app.device.drafts(account.id)).find(({ key }) => key === draftKey)
      const opened = kept ?? (await begin())
      if (!isGone) setDraft(opened)
    }
    void open()
    return () => {
      isGone = true
    }
    // What it begins with is asked once, when the form is opened.
  }, [draftKey, account.id])
  if (draft === 'loading') return null
  if (draft === null) return <>{none()}</>
  return <EntryWriter key={draft.key} {...{ account, past }} initial={draft} />
}

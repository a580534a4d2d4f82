import { useMemo, useRef, useState } from 'preact/hooks'
import { ENTRY_COPY as W } from '../../../worker/copy/app/entry.ts'
import { QUEUE_COPY } from '../../../worker/copy/app/queue.ts'
import { fill } from '../../../worker/copy/fill.ts'
import type { DeviceAccount } from '../device/device.ts'
import type { Draft } from '../entry/draft.ts'
import type { EntryForm } from '../entry/entry-form.ts'
import { entryTitle } from '../entry/entry-title.ts'
import { faultsOf } from '../entry/faults-of.ts'
import { sitesFor } from '../entry/new-draft.ts'
import type { PastEntry } from '../entry/past-entries.ts'
import { readDraft } from '../entry/read-draft.ts'
import { saveDraft } from '../entry/save-draft.ts'
import { savedText } from '../entry/saved-text.ts'
import { useDraft } from '../entry/use-draft.ts'
import { Alert } from '../parts/alert.tsx'
import { useText } from '../parts/use-text.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import { go } from '../state/navigate.ts'
import { sync } from '../state/sync.ts'
import { todayOf } from '../state/today-of.ts'
import { EntryFormView } from './entry-form-view.tsx'
import { EntryReview } from './entry-review.tsx'

/** Writes an entry: the form, then a look at all of it, then it is kept. */
export function EntryWriter(given: {
  readonly account: DeviceAccount
  readonly initial: Draft
  readonly past: readonly PastEntry[]
}) {
  const app = useApp()
  const { path, lang } = useAppState()
  const t = useText()
  const { kit } = given.account
  const { draft, change, forget } = useDraft(given.initial)
  const [hasLooked, setLooked] = useState(false)
  const [told, setTold] = useState<string | null>(null)
  const isSaving = useRef(false)
  const reading = useMemo(() => readDraft(draft), [draft])
  const faults = useMemo(() => faultsOf(draft, reading), [draft, reading])
  const sites = sitesFor(kit, draft.kind)
  const today = todayOf(app)
  const form: EntryForm = {
    ...{ draft, sites, today, change, past: given.past, ownName: given.account.name },
    site: sites.find(({ id }) => id === draft.siteId) ?? null,
    changeValue: (name, value, how = 'typed') => {
      const spoken = draft.spoken.filter((each) => each !== name)
      const values = { ...draft.values, [name]: value }
      change({ values, spoken: how === 'spoken' ? [...spoken, name] : spoken })
    },
    faults: hasLooked ? faults : new Map(),
    questions: reading.ok && draft.takesBack !== true ? reading.questions : [],
  }
  const base = path.replace(/\/review$/, '')
  const isReview = path.endsWith('/review') && faults.size === 0
  const save = async () => {
    if (isSaving.current) return
    isSaving.current = true
    try {
      const outcome = await saveDraft(app, draft)
      if (outcome.status === 'full') return setTold(t(W.full))
      if (outcome.status === 'unsettled') return setTold(t(QUEUE_COPY.unsettled))
      const said = savedText(draft, reading)
      await forget()
      go(app, '/', 'replace')
      app.store.set({ told: said[lang] })
      void sync(app, { force: false })
    } finally {
      isSaving.current = false
    }
  }
  const look = () => {
    setLooked(true)
    setTold(null)
    if (faults.size > 0) return showFirstFault()
    go(app, `${base}/review`)
  }
  return (
    <section>
      <h1>{t(entryTitle(draft))}</h1>
      {hasLooked && faults.size > 0 && !isReview ? (
        <Alert text={fill(t(W.faults), { n: faults.size })} />
      ) : null}
      {isReview ? (
        <EntryReview {...{ form, reading, told }} onSave={save} />
      ) : (
        <EntryFormView {...{ form }} onLook={look} />
      )}
    </section>
  )
}

function showFirstFault(): void {
  requestAnimationFrame(() => {
    document.querySelector('.field .fault')?.parentElement?.scrollIntoView({ block: 'center' })
  })
}

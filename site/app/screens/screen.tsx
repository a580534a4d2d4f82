import { ENTRY_COPY } from '../../../worker/copy/app/entry.ts'
import { QUEUE_COPY } from '../../../worker/copy/app/queue.ts'
import type { EntryKind } from '../../../worker/domain/diary/entry-kinds/entry-kind.ts'
import { ENTRY_KINDS } from '../../../worker/domain/diary/entry-kinds/entry-kinds.ts'
import { uuidV7 } from '../../../worker/lib/ids/uuid-v7.ts'
import type { DeviceAccount } from '../device/device.ts'
import { type DraftAim, draftKey } from '../entry/draft.ts'
import { draftOfRecord } from '../entry/draft-of-record.ts'
import { newDraft } from '../entry/new-draft.ts'
import { pastEntries } from '../entry/past-entries.ts'
import { useText } from '../parts/use-text.ts'
import { queuedEntry } from '../queue/queued-entry.ts'
import { type App, useApp, useAppState } from '../state/app-context.ts'
import { go } from '../state/navigate.ts'
import { todayOf } from '../state/today-of.ts'
import { EntryScreen } from './entry-screen.tsx'
import { Home } from './home.tsx'
import { Inspect } from './inspect.tsx'
import { Menu } from './menu.tsx'
import { NewPin } from './new-pin.tsx'
import { OtherKinds } from './other-kinds.tsx'
import { Queue } from './queue.tsx'
import { RecordScreen } from './record.tsx'
import { Scan } from './scan.tsx'
import { Visits } from './visits.tsx'

/** The screen that the address asks for; the home screen for any other. */
export function Screen({ account }: { readonly account: DeviceAccount }) {
  const app = useApp()
  const { path } = useAppState()
  const [, name = '', id = ''] = path.split('/')
  switch (name) {
    case 'new': {
      const kind = kindOf(id)
      return kind === null ? <Home {...{ account }} /> : <NewEntry {...{ account, kind }} />
    }
    case 'mend':
      return <RecordEntry {...{ account, recordId: id, does: 'mend' }} />
    case 'correct':
      return <RecordEntry {...{ account, recordId: id, does: 'correct' }} />
    case 'record':
      return <OneRecord {...{ account, id }} />
    case 'visits':
      return <Visits {...{ account }} />
    case 'other':
      return <OtherKinds {...{ account }} />
    case 'inspect':
      return <Inspect {...{ account }} />
    case 'scan':
      return <Scan {...{ account }} />
    case 'queue':
      return <Queue {...{ account }} />
    case 'menu':
      return <Menu {...{ account }} />
    case 'pin':
      return <NewPin accountId={account.id} onDone={() => go(app, '/', 'replace')} />
    default:
      return <Home {...{ account }} />
  }
}

function kindOf(text: string): EntryKind | null {
  return (Object.keys(ENTRY_KINDS) as EntryKind[]).find((kind) => kind === text) ?? null
}

function newId(app: App): string {
  return uuidV7({ now: app.now(), random: crypto.getRandomValues(new Uint8Array(10)) })
}

function NewEntry(given: { readonly account: DeviceAccount; readonly kind: EntryKind }) {
  const { account, kind } = given
  const app = useApp()
  const t = useText()
  const begin = async () => {
    const past = pastEntries({ kit: account.kit, queue: app.store.get().queue })
    return newDraft({ kit: account.kit, kind, past, today: todayOf(app), id: newId(app) })
  }
  return (
    <EntryScreen
      key={kind}
      {...{ account, begin }}
      draftKey={draftKey({ does: 'new' }, kind)}
      none={() => <p class="line">{t(ENTRY_COPY.noSites)}</p>}
    />
  )
}

/** A record of the queue in a form: one that was refused, or one that is stored and was wrong. */
function RecordEntry(given: {
  readonly account: DeviceAccount
  readonly recordId: string
  readonly does: 'mend' | 'correct'
}) {
  const { account, recordId, does } = given
  const app = useApp()
  const t = useText()
  const aim: DraftAim = does === 'mend' ? { does, recordId } : { does, entryId: recordId }
  const begin = async () => {
    const queue = await app.outboxOf(account.id).list()
    const record = queue.find(({ id }) => id === recordId)
    if (record === undefined) return null
    const of = queuedEntry(record, queue)
    const draft = draftOfRecord({ record, aim, of, id: newId(app) })
    return draft === null || does === 'mend' ? draft : { ...draft, confirm: [], onBehalfOf: null }
  }
  // Its kind does not matter to the key of such a draft.
  const key = draftKey(aim, 'other')
  return (
    <EntryScreen
      key={key}
      {...{ account, begin }}
      draftKey={key}
      none={() => <p class="line">{t(QUEUE_COPY.empty)}</p>}
    />
  )
}

function OneRecord({ account, id }: { readonly account: DeviceAccount; readonly id: string }) {
  const t = useText()
  const { queue } = useAppState()
  const record = queue.find((each) => each.id === id)
  if (record === undefined) return <p class="line">{t(QUEUE_COPY.empty)}</p>
  return <RecordScreen {...{ account, record }} />
}

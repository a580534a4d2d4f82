import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { ENTRY_COPY as W } from '../../../worker/copy/app/entry.ts'
import { FRAME_COPY } from '../../../worker/copy/app/frame.ts'
import { GATE_COPY } from '../../../worker/copy/app/gate.ts'
import { INSPECT_COPY } from '../../../worker/copy/app/inspection.ts'
import { QUEUE_COPY } from '../../../worker/copy/app/queue.ts'
import { SCAN_ENTRY_COPY } from '../../../worker/copy/app/scan-entry.ts'
import { fill } from '../../../worker/copy/fill.ts'
import { VISITS_COPY } from '../../../worker/copy/visits.ts'
import { reachOf } from '../../../worker/domain/access/permissions.ts'
import type { EntryKind } from '../../../worker/domain/diary/entry-kinds/entry-kind.ts'
import { entryKindName } from '../../../worker/domain/diary/parse-entry-body.ts'
import type { LocalText } from '../../../worker/lib/text/local-text.ts'
import type { DeviceAccount } from '../device/device.ts'
import { draftPath } from '../entry/draft-path.ts'
import { entryTitle } from '../entry/entry-title.ts'
import { homeKinds } from '../entry/home-kinds.ts'
import { readDrafts } from '../entry/use-draft.ts'
import { Button } from '../parts/button.tsx'
import { Icon, type IconName, kindIcon } from '../parts/icon.tsx'
import { LineState } from '../parts/line-state.tsx'
import { useText } from '../parts/use-text.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import { go } from '../state/navigate.ts'
import { todayOf } from '../state/today-of.ts'

/** Four big buttons, and what waits. */
export function Home({ account }: { readonly account: DeviceAccount }) {
  const { told } = useAppState()
  const t = useText()
  const { big, rest } = homeKinds(account.kit)
  const isEmpty = account.kit.sites.length === 0
  const inspects = account.kit.inspection !== undefined
  const checks = reachOf(account.kit.account.role, 'labels.check') !== null
  return (
    <section class="home">
      <h1 class="sr">{t(FRAME_COPY.home)}</h1>
      {told === null ? null : (
        <p class="told" role="status">
          <Icon name="check" /> {told}
        </p>
      )}
      <LineState account={account} />
      <VisitsLine account={account} />
      {isEmpty && !inspects && !checks ? (
        <p class="line">{t(writesDiary(account) ? W.noSites : GATE_COPY.noKit)}</p>
      ) : null}
      {isEmpty ? (
        <div class="big-buttons">
          {inspects ? (
            <BigButton path="/inspect" icon="check" text={t(INSPECT_COPY.title)} />
          ) : null}
          <ScanButton />
        </div>
      ) : (
        <div class="big-buttons">
          {big.map((kind) => (
            <BigButton
              key={kind}
              path={`/new/${kind}`}
              icon={kindIcon(kind)}
              text={t(shortName(kind))}
            />
          ))}
          {rest.length === 0 ? null : <BigButton path="/other" icon="more" text={t(W.other)} />}
        </div>
      )}
      <Drafts account={account} />
      {isEmpty ? null : <ScanLine />}
      <QueueLine />
      <PinOffer account={account} />
    </section>
  )
}

/** How many visits there are today; the way to them. */
function VisitsLine({ account }: { readonly account: DeviceAccount }) {
  const app = useApp()
  const t = useText()
  const { visits } = account.kit
  if (visits === undefined) return null
  const today = todayOf(app)
  const count = visits.filter(({ plannedOn }) => plannedOn <= today).length
  return (
    <HomeRow look="queue-line" path="/visits" icon="check" title={VISITS_COPY.today}>
      <br />
      {count === 0 ? t(VISITS_COPY.none) : count}
    </HomeRow>
  )
}

/** The main thing for whoever keeps no diary. */
function ScanButton() {
  const t = useText()
  return <BigButton path="/scan" icon="scan" text={t(SCAN_ENTRY_COPY.scan)} />
}

/** A thing on the side for whoever does. */
function ScanLine() {
  return <HomeRow look="scan-line" path="/scan" icon="scan" title={SCAN_ENTRY_COPY.scan} />
}

/** A way to another screen, with what there is to say of it. */
function HomeRow(given: {
  readonly look: string
  readonly path: string
  readonly icon: IconName
  readonly title: LocalText
  readonly children?: ComponentChildren
}) {
  const { look, path, icon, title, children } = given
  const app = useApp()
  const t = useText()
  return (
    <button type="button" class={`row ${look}`} onClick={() => go(app, path)}>
      <Icon name={icon} />
      <span>
        <strong>{t(title)}</strong>
        {children}
      </span>
    </button>
  )
}

function writesDiary({ kit }: DeviceAccount): boolean {
  return reachOf(kit.account.role, 'diary.write') !== null
}

/** On a button as people say it; elsewhere by its whole name. */
function shortName(kind: EntryKind): LocalText {
  return SHORT[kind] ?? entryKindName(kind)
}

const SHORT: Readonly<Partial<Record<EntryKind, LocalText>>> = {
  plant_protection: W.spray,
  fertiliser: W.fertilise,
  harvest: W.harvest,
}

function BigButton(given: {
  readonly path: string
  readonly icon: IconName
  readonly text: string
}) {
  const app = useApp()
  return (
    <button type="button" class="big" onClick={() => go(app, given.path)}>
      <Icon name={given.icon} />
      <span>{given.text}</span>
    </button>
  )
}

/** What is half-written, to go on with or to let go. */
function Drafts({ account }: { readonly account: DeviceAccount }) {
  const app = useApp()
  const t = useText()
  const { drafts } = useAppState()
  const discard = async (key: string) => {
    await app.device.dropDraft({ accountId: account.id, key })
    await readDrafts(app, account.id)
  }
  return (
    <>
      {drafts.map((draft) => (
        <div class="card" key={draft.key}>
          <p>{fill(t(W.draft), { work: t(entryTitle(draft)) })}</p>
          <div class="card-buttons">
            <Button text={W.goOn} onPress={() => go(app, draftPath(draft))} />
            <Button look="quiet" text={W.discard} onPress={() => discard(draft.key)} />
          </div>
        </div>
      ))}
    </>
  )
}

/** How many wait and how many were not accepted; the way to the queue. */
function QueueLine() {
  const t = useText()
  const { queue } = useAppState()
  const count = (...states: readonly string[]) =>
    queue.filter(({ state }) => states.includes(state)).length
  const [waiting, refused] = [count('waiting', 'mended', 'sending'), count('refused')]
  const says = [
    ...(refused === 0 ? [] : [fill(t(FRAME_COPY.refused), { n: refused })]),
    ...(waiting === 0 ? [] : [fill(t(FRAME_COPY.waiting), { n: waiting })]),
  ]
  const text =
    says.length > 0 ? says.join(' · ') : t(queue.length > 0 ? FRAME_COPY.allSent : QUEUE_COPY.empty)
  return (
    <HomeRow
      look={refused > 0 ? 'queue-line attention' : 'queue-line'}
      path="/queue"
      icon={refused > 0 ? 'warn' : 'queue'}
      title={QUEUE_COPY.title}
    >
      <br />
      {text}
    </HomeRow>
  )
}

/** Offered once on a phone of one's own; the menu has it for later. */
function PinOffer({ account }: { readonly account: DeviceAccount }) {
  const app = useApp()
  const t = useText()
  const [isGone, setGone] = useState(false)
  const { queue } = useAppState()
  if (account.pin !== null || isGone || queue.length > 0) return null
  return (
    <div class="card">
      <p>{t(GATE_COPY.offer)}</p>
      <div class="card-buttons">
        <Button text={GATE_COPY.newPin} onPress={() => go(app, '/pin')} />
        <Button look="quiet" text={FRAME_COPY.close} onPress={() => setGone(true)} />
      </div>
    </div>
  )
}

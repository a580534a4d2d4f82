import { reachOf } from '../../../../worker/domain/access/permissions.ts'
import { uuidV7 } from '../../../../worker/lib/ids/uuid-v7.ts'
import { vietnamDateOf } from '../../../../worker/lib/time/vietnam-date-of.ts'
import type { DeviceAccount } from '../../device/device.ts'
import { StorageFull } from '../../outbox/storage.ts'
import type { App } from '../../state/app-context.ts'
import { createStore, type Store } from '../../state/store.ts'
import { sync } from '../../state/sync.ts'
import { trueNow } from '../../state/true-now.ts'
import { scannedText } from '../judge/scanned-text.ts'
import { type ShownLabel, shownOnline } from '../judge/shown-label.ts'
import { keepScannerFiles } from '../keep/keep-scanner-files.ts'
import { type RefreshOutcome, refreshSources } from '../keep/refresh-sources.ts'
import type { CheckBody, KeptCheck, ScanStore } from '../keep/scan-store.ts'
import { type AskOnline, askOnline } from './ask-online.ts'
import { handOver } from './hand-over.ts'
import { openSources } from './open-sources.ts'
import { NO_SCANNER, type ScannerState, type Shown } from './scanner-state.ts'

/** The scanner of one account on this device, as long as its screen is open. */
export type Scanner = Pick<Store<ScannerState>, 'get' | 'subscribe'> & {
  /** True where checks are put down and sent. */
  readonly records: boolean
  /** Looks at a text that was scanned or typed, and puts a label down. */
  readonly look: (text: string, beside?: readonly string[]) => Promise<void>
  /** Counts a label that was scanned before once more, as being on another pack. */
  readonly countAgain: () => Promise<void>
  readonly undo: (id: string) => Promise<void>
  /** Hands what waits to the queue, and sends it. */
  readonly send: () => Promise<void>
  readonly startAnew: () => Promise<void>
  readonly refresh: (how: { readonly whole: boolean }) => Promise<void>
  /** What is put down with each check from now on. */
  readonly setAbout: (about: Partial<Pick<CheckBody, 'place' | 'note'>>) => void
  readonly close: () => void
}

/** As many as may wait before they go; until then each can be taken back. */
const MOST_WAITING = 50
/** And so long after the last. */
const IDLE_MS = 60_000
/** Newer lists are asked for by themselves after so long. */
const FRESH_MS = 10 * 60_000

type Desk = {
  readonly app: App
  readonly account: DeviceAccount
  readonly store: ScanStore
  readonly state: Store<ScannerState>
  readonly online: AskOnline
  readonly records: boolean
  readonly now: () => number
  about: Pick<CheckBody, 'place' | 'note'>
  looks: number
  timer: ReturnType<typeof setTimeout> | undefined
}

export async function openScanner(given: {
  readonly app: App
  readonly account: DeviceAccount
  readonly store: ScanStore
}): Promise<Scanner> {
  const { app, account, store } = given
  const asked = (...of: Parameters<typeof fetch>) => fetch(...of)
  const desk: Desk = {
    ...given,
    state: createStore(NO_SCANNER),
    online: askOnline({ fetch: asked, now: app.now, isOnline: () => navigator.onLine }),
    records: reachOf(account.kit.account.role, 'labels.check') !== null,
    now: () => trueNow(app.now(), app.store.get().clock),
    about: { place: null, note: null },
    looks: 0,
    timer: undefined,
  }
  await store.forgetHanded(account.id, vietnamDateOf(desk.now()))
  await readChecks(desk)
  await readSources(desk)
  // What waited when the page was shut goes now.
  if (desk.state.get().checks.some(({ isHanded }) => !isHanded)) void send(desk)
  return {
    get: desk.state.get,
    subscribe: desk.state.subscribe,
    records: desk.records,
    look: (text, beside = []) => look(desk, { text, beside }),
    countAgain: () => countAgain(desk),
    undo: async (id) => {
      await store.undo(account.id, id)
      await readChecks(desk)
    },
    send: () => send(desk),
    startAnew: async () => {
      await send(desk)
      await store.forgetHanded(account.id, null)
      desk.state.set({ shown: null })
      await readChecks(desk)
    },
    refresh: (how) => refresh(desk, how),
    setAbout: (about) => {
      desk.about = { ...desk.about, ...about }
    },
    close: () => {
      clearTimeout(desk.timer)
      void send(desk)
    },
  }
}

async function look(
  desk: Desk,
  { text, beside }: { readonly text: string; readonly beside: readonly string[] },
): Promise<void> {
  const { state } = desk
  const turn = ++desk.looks
  // What was scanned since is what is in view.
  const show = (shown: Shown) => {
    if (turn === desk.looks) state.set({ shown })
  }
  const { sources } = state.get()
  const what = scannedText(text, sources?.hosts ?? [location.host])
  if (what.kind === 'ref') {
    return show({ kind: 'ref', ref: what.ref, batch: sources?.register?.batch(what.ref) ?? null })
  }
  if (what.kind !== 'label') return show(what)
  show({ kind: 'working' })
  const label = await judge(desk, text)
  if (label === null) return show({ kind: 'unreadable' })
  const checkedAt = desk.app.now()
  // All packs of a batch may bear one label: only a unit’s own is a second sight of the same pack.
  const before =
    what.serial === 0 ? undefined : state.get().checks.findLast(({ body }) => body.scanned === text)
  const againAt = before?.body.checkedAt ?? null
  show({ kind: 'label', text, label, checkedAt, againAt, beside })
  if (againAt === null) await putDown(desk, { text, label, checkedAt })
}

async function judge(desk: Desk, text: string): Promise<ShownLabel | null> {
  const { online, state } = desk
  if (online.isWorthAsking()) {
    const verdict = await online.verdict(text)
    const shown = verdict === null ? null : shownOnline(verdict)
    if (shown !== null) return shown
  }
  return (await state.get().sources?.judge(text)) ?? null
}

async function countAgain(desk: Desk): Promise<void> {
  const { shown } = desk.state.get()
  if (shown?.kind !== 'label' || shown.againAt === null) return
  desk.state.set({ shown: { ...shown, againAt: null } })
  const { text, label } = shown
  await putDown(desk, { text, label, checkedAt: desk.app.now() })
}

/** Puts a check down on the device before it counts. */
async function putDown(
  desk: Desk,
  seen: { readonly text: string; readonly label: ShownLabel; readonly checkedAt: number },
): Promise<void> {
  if (!desk.records) return
  const { store, state } = desk
  try {
    await store.addCheck(checkOf(desk, seen))
    state.set({ isFull: false })
  } catch (error) {
    if (!(error instanceof StorageFull)) throw error
    state.set({ isFull: true })
  }
  await readChecks(desk)
  // A hand that scans does not touch the screen; it is at the phone all the same.
  dispatchEvent(new Event('input'))
  clearTimeout(desk.timer)
  const waiting = state.get().checks.filter(({ group }) => group === null).length
  if (waiting >= MOST_WAITING) return send(desk)
  desk.timer = setTimeout(() => void send(desk), IDLE_MS)
}

function checkOf(
  desk: Desk,
  seen: { readonly text: string; readonly label: ShownLabel; readonly checkedAt: number },
): KeptCheck {
  const { text, label, checkedAt } = seen
  const { authenticity, standing, mode, listIssuedAt } = label
  // What a forged label says it is of is all there is to call it by.
  const said = scannedText(text, [])
  const printed = said.kind === 'label' ? said : { ref: null, serial: null }
  return {
    accountId: desk.account.id,
    id: newId(desk),
    on: vietnamDateOf(desk.now()),
    title: label.product ?? printed.ref ?? '',
    serial: printed.serial,
    body: { scanned: text, authenticity, standing, mode, listIssuedAt, checkedAt, ...desk.about },
    ...{ group: null, isHanded: false },
  }
}

async function send(desk: Desk): Promise<void> {
  const { app, account, store, state } = desk
  clearTimeout(desk.timer)
  if (!desk.records) return
  const outbox = app.outboxOf(account.id)
  try {
    const { status } = await handOver({ store, outbox, newId: () => newId(desk) })
    state.set({ isFull: status === 'full' })
  } catch (error) {
    if (!(error instanceof StorageFull)) throw error
    state.set({ isFull: true })
  }
  await readChecks(desk)
  void sync(app, { force: false })
}

async function refresh(desk: Desk, { whole }: { readonly whole: boolean }): Promise<void> {
  const { app, account, store, state } = desk
  const { sources, isRefreshing } = state.get()
  const { session } = app.store.get()
  const isTheirs = session.kind === 'account' && session.accountId === account.id
  const wantsRegister = isTheirs && reachOf(account.kit.account.role, 'labels.register') !== null
  const isFresh = desk.now() - (sources?.lists?.issuedAt ?? 0) < FRESH_MS
  const lacksRegister = wantsRegister && sources?.register == null
  if (isRefreshing || (!whole && isFresh && !lacksRegister)) return
  state.set({ isRefreshing: true, isPrepared: false })
  const refreshed: RefreshOutcome = await refreshSources({
    ...{ store, accountId: account.id, now: desk.now, wantsRegister },
    fetch: (...of) => fetch(...of),
  })
  await readSources(desk)
  const isWanted = refreshed.status === 'done' && (desk.records || whole)
  const hasFiles = isWanted && (await keepScannerFiles())
  state.set({
    ...{ isRefreshing: false, refreshed, isFull: refreshed.status === 'full' },
    isPrepared: whole && hasFiles,
  })
}

async function readChecks({ store, account, state }: Desk): Promise<void> {
  state.set({ checks: await store.checks(account.id) })
}

async function readSources({ store, account, state, now }: Desk): Promise<void> {
  const kept = await store.sources(account.id)
  const heardAt = account.kit.serverNow
  state.set({ sources: await openSources(kept, { now, host: location.host, heardAt }) })
}

function newId({ app }: Desk): string {
  return uuidV7({ now: app.now(), random: crypto.getRandomValues(new Uint8Array(10)) })
}

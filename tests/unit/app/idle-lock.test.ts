import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { memoryDevice } from '../../../site/app/device/memory-device.ts'
import type { App } from '../../../site/app/state/app-context.ts'
import { initialState } from '../../../site/app/state/app-state.ts'
import { createStore } from '../../../site/app/state/store.ts'
import { choosePin, unlock } from '../../../site/app/state/unlock.ts'
import { IDLE_MS, readUnlocked } from '../../../site/app/state/unlocked.ts'
import { watchIdle } from '../../../site/app/state/watch-idle.ts'
import { tabStorage } from '../../support/tab-storage.ts'

const PIN = '2580'
const LOOK_MS = 10_000

let page: EventTarget
let shown: EventTarget

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  page = new EventTarget()
  shown = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('document', shown)
  vi.stubGlobal('sessionStorage', tabStorage())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Somebody’s phone, open, with or without a PIN. */
async function openPhone({ pin }: { readonly pin: string | null }): Promise<App> {
  const device = memoryDevice()
  const account = await device.changeAccount('a', () => ({
    ...{ id: 'a', name: 'Tư', pin: null, lockedOut: null, kitAt: 0, failures: 0 },
    kit: {
      ...{ version: 1, serverNow: 0, organisations: [], sites: [], last: [], kinds: [] },
      ...{ isCut: false, account: { id: 'a', name: 'Tư', role: 'producer' } },
    },
  }))
  const app: App = {
    store: createStore(initialState({ lang: 'vi', path: '/', isOnline: true })),
    device,
    outboxOf: () => {
      throw new Error('nothing is sent here')
    },
    noteServerTime: async () => undefined,
    now: Date.now,
  }
  app.store.set({ accounts: [account], unlockedId: 'a' })
  if (pin !== null) await choosePin(app, 'a', pin)
  watchIdle(app)
  return app
}

const isOpen = (app: App) => app.store.get().unlockedId === 'a'

it('locks after five minutes without a touch, and not before', async () => {
  const app = await openPhone({ pin: PIN })
  vi.advanceTimersByTime(IDLE_MS - LOOK_MS)
  expect(isOpen(app)).toBe(true)
  vi.advanceTimersByTime(2 * LOOK_MS)
  expect(isOpen(app)).toBe(false)
})

it.each(['pointerdown', 'keydown', 'input'])('stays open while it is used: %s', async (name) => {
  const app = await openPhone({ pin: PIN })
  for (let minute = 0; minute < 20; minute++) {
    vi.advanceTimersByTime(60_000)
    page.dispatchEvent(new Event(name))
  }
  expect(isOpen(app)).toBe(true)
  // A page that is opened anew has it open too.
  expect(readUnlocked(Date.now())).toBe('a')
})

it('locks at once when it is taken up again after it slept: no timer ran then', async () => {
  const app = await openPhone({ pin: PIN })
  vi.setSystemTime(Date.now() + IDLE_MS)
  shown.dispatchEvent(new Event('visibilitychange'))
  expect(isOpen(app)).toBe(false)
  expect(readUnlocked(Date.now())).toBeNull()
})

it('is locked by the first touch after it slept, where nothing else told of that', async () => {
  const app = await openPhone({ pin: PIN })
  vi.setSystemTime(Date.now() + IDLE_MS)
  page.dispatchEvent(new Event('pointerdown'))
  expect(isOpen(app)).toBe(false)
})

it('shows nothing of whoever had it open, and opens by the PIN alone', async () => {
  const app = await openPhone({ pin: PIN })
  app.store.set({ told: 'Đã lưu' })
  vi.advanceTimersByTime(IDLE_MS + LOOK_MS)
  expect(app.store.get()).toMatchObject({ queue: [], drafts: [], told: null, chosenId: 'a' })
  expect(await unlock(app, 'a', '0000')).toMatchObject({ right: false })
  expect(isOpen(app)).toBe(false)
  expect(await unlock(app, 'a', PIN)).toEqual({ right: true })
  expect(isOpen(app)).toBe(true)
})

it('never locks a phone without a PIN: nobody could open it in the field', async () => {
  const app = await openPhone({ pin: null })
  vi.advanceTimersByTime(24 * 60 * 60_000)
  expect(isOpen(app)).toBe(true)
})

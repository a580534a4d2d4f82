import 'fake-indexeddb/auto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openIndexedDevice } from '../../../site/app/device/indexed-device.ts'
import { memoryDevice } from '../../../site/app/device/memory-device.ts'
import { openStorage } from '../../../site/app/device/open-storage.ts'
import { createOutbox } from '../../../site/app/outbox/outbox.ts'
import { initialState } from '../../../site/app/state/app-state.ts'
import { updateNow, watchUpdates } from '../../../site/app/state/app-update.ts'
import { createStore } from '../../../site/app/state/store.ts'
import { keepUnlocked, readUnlocked } from '../../../site/app/state/unlocked.ts'
import { modelServer } from '../../support/outbox/model-server.ts'

const denied = () => {
  throw new DOMException('denied', 'SecurityError')
}

afterEach(() => vi.unstubAllGlobals())

describe('a browser that keeps nothing', () => {
  it.each([
    ['has no database', undefined],
    ['lets none be opened', { open: denied }],
  ])(
    '%s: what is written is sent from the page, which knows that it keeps nothing',
    async (_, given) => {
      vi.stubGlobal('indexedDB', given)
      const device = await openIndexedDevice().catch(memoryDevice)
      // By this the line at the top says so.
      expect(device.keeps).toBe(false)
      expect(await device.accounts()).toEqual([])
      const server = modelServer()
      const outbox = createOutbox({
        accountId: 'a',
        storage: openStorage(device.keeps),
        transport: server.transport,
        alone: (_name, work) => work(),
        version: 1,
        now: () => Date.UTC(2026, 10, 30, 8),
        randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
      })
      await outbox.add({ kind: 'diary_entry', happenedOn: '2026-11-30', body: { kind: 'other' } })
      await outbox.send()
      expect(server.stored).toHaveLength(1)
      expect((await outbox.list()).map(({ state }) => state)).toEqual(['stored'])
    },
  )

  it('is told from one that keeps', async () => {
    expect((await openIndexedDevice()).keeps).toBe(true)
  })

  it('asks for the PIN again where a tab may not note who has it open', () => {
    vi.stubGlobal('sessionStorage', { getItem: denied, setItem: denied, removeItem: denied })
    keepUnlocked('a', 1)
    expect(readUnlocked(2)).toBeNull()
  })
})

describe('a browser without a service worker', () => {
  const refusing = {
    register: async () => denied(),
    getRegistration: async () => undefined,
  }

  it.each([
    ['knows none', undefined],
    ['refuses it', refusing],
  ])('%s: the app is an ordinary page, which never says that an update waits', async (_, given) => {
    vi.stubGlobal('navigator', { onLine: true, serviceWorker: given })
    const store = createStore(initialState({ lang: 'vi', path: '/', isOnline: true }))
    await expect(watchUpdates({ store })).resolves.toBeUndefined()
    await expect(updateNow()).resolves.toBeUndefined()
    expect(store.get().hasUpdate).toBe(false)
  })
})

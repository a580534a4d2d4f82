import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Device, DeviceAccount, KeptDraft } from './device.ts'
import { entriesAmong, inspectionsAmong } from './sorted-drafts.ts'

interface Schema extends DBSchema {
  accounts: { key: string; value: DeviceAccount }
  drafts: { key: [string, string]; value: KeptDraft; indexes: { account: string } }
}

const NAME = 'goc-app'
const VERSION = 1

/** What the phone keeps, in IndexedDB. Rejects where the browser has none or lets nothing be kept. */
export async function openIndexedDevice(): Promise<Device> {
  const db: IDBPDatabase<Schema> = await openDB<Schema>(NAME, VERSION, {
    upgrade: (made) => {
      made.createObjectStore('accounts', { keyPath: 'id' })
      const drafts = made.createObjectStore('drafts', { keyPath: ['accountId', 'key'] })
      drafts.createIndex('account', 'accountId')
    },
    // A newer version in another tab must not wait for this one.
    blocking: () => db.close(),
  })
  const of = (accountId: string) => db.getAllFromIndex('drafts', 'account', accountId)
  return {
    keeps: true,
    accounts: () => db.getAll('accounts'),
    changeAccount: async (id, to) => {
      const write = db.transaction('accounts', 'readwrite')
      const account = to((await write.store.get(id)) ?? null)
      await write.store.put(account)
      await write.done
      return account
    },
    drafts: async (accountId) => entriesAmong(await of(accountId)),
    inspections: async (accountId) => inspectionsAmong(await of(accountId)),
    keepDraft: async (draft) => void (await db.put('drafts', draft)),
    dropDraft: ({ accountId, key }) => db.delete('drafts', [accountId, key]),
  }
}

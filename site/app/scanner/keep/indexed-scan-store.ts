import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { orStorageFull } from '../../outbox/storage.ts'
import { type KeptCheck, type KeptPart, type ScanStore, toGroup } from './scan-store.ts'

interface Schema extends DBSchema {
  parts: {
    key: [accountId: string, name: string]
    value: KeptPart & { accountId: string }
    indexes: { account: string }
  }
  checks: { key: [accountId: string, id: string]; value: KeptCheck; indexes: { account: string } }
}

type Database = IDBPDatabase<Schema>

/** On the disk before it answers, as the queue itself. */
const DURABLE = { durability: 'strict' } as const

/** What the scanner keeps, in a database of its own: a register that does not fit leaves the queue its room. */
export async function openIndexedScanStore(name = 'goc-scanner'): Promise<ScanStore> {
  const db: Database = await openDB<Schema>(name, 1, {
    upgrade: (made) => {
      const parts = made.createObjectStore('parts', { keyPath: ['accountId', 'name'] })
      parts.createIndex('account', 'accountId')
      const checks = made.createObjectStore('checks', { keyPath: ['accountId', 'id'] })
      checks.createIndex('account', 'accountId')
    },
    // A newer version in another tab must not wait for this one.
    blocking: () => db.close(),
  })
  const write = async (work: () => Promise<unknown>): Promise<void> => {
    await orStorageFull(work)
  }
  return {
    sources: async (accountId) => {
      const parts = await db.getAllFromIndex('parts', 'account', accountId)
      return {
        keys: parts.find((part) => part.name === 'keys')?.value ?? null,
        lists: parts.flatMap((part) => (isList(part) ? [part.value] : [])),
        register: parts.find((part) => part.name === 'register')?.value ?? null,
      }
    },
    put: (accountId, part) => write(() => db.put('parts', { ...part, accountId })),
    drop: (accountId, name_) => db.delete('parts', [accountId, name_]),
    checks: (accountId) => db.getAllFromIndex('checks', 'account', accountId),
    addCheck: (check) =>
      write(async () => {
        const adding = db.transaction('checks', 'readwrite', DURABLE)
        await Promise.all([adding.store.put(check), adding.done])
      }),
    undo: async (accountId, id) => {
      const taking = db.transaction('checks', 'readwrite', DURABLE)
      const check = await taking.store.get([accountId, id])
      const isOpen = check !== undefined && check.group === null
      if (isOpen) await taking.store.delete([accountId, id])
      await taking.done
      return isOpen
    },
    group: (accountId, { id, most }) =>
      write(() =>
        changeAll(db, accountId, (all) =>
          toGroup(all, most).map((each) => ({ ...each, group: id })),
        ),
      ),
    noteHanded: (accountId, group) =>
      write(() =>
        changeAll(db, accountId, (all) =>
          all.filter((each) => each.group === group).map((each) => ({ ...each, isHanded: true })),
        ),
      ),
    forgetHanded: async (accountId, before) => {
      const forgetting = db.transaction('checks', 'readwrite')
      const all = await forgetting.store.index('account').getAll(accountId)
      const old = all.filter(({ isHanded, on }) => isHanded && (before === null || on < before))
      await Promise.all(old.map(({ id }) => forgetting.store.delete([accountId, id])))
      await forgetting.done
    },
  }
}

function isList(part: KeptPart): part is Extract<KeptPart, { name: `list:${string}` }> {
  return part.name.startsWith('list:')
}

/** Changes some checks of an account as they stand at this moment. */
async function changeAll(
  db: Database,
  accountId: string,
  to: (all: readonly KeptCheck[]) => readonly KeptCheck[],
): Promise<void> {
  const changing = db.transaction('checks', 'readwrite', DURABLE)
  const changed = to(await changing.store.index('account').getAll(accountId))
  await Promise.all(changed.map((check) => changing.store.put(check)))
  await changing.done
}

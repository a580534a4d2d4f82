import type { Draft } from '../entry/draft.ts'
import type { Device, DeviceAccount } from './device.ts'

/** What a page keeps as long as it is open, where the browser keeps nothing. */
export function memoryDevice(): Device {
  const accounts = new Map<string, DeviceAccount>()
  const drafts = new Map<string, Draft>()
  const keyOf = ({ accountId, key }: Pick<Draft, 'accountId' | 'key'>) => `${accountId}/${key}`
  return {
    keeps: false,
    accounts: async () => [...accounts.values()],
    changeAccount: async (id, to) => {
      const account = to(accounts.get(id) ?? null)
      accounts.set(id, account)
      return account
    },
    drafts: async (accountId) =>
      [...drafts.values()]
        .filter((draft) => draft.accountId === accountId)
        .sort((a, b) => b.touchedAt - a.touchedAt),
    keepDraft: async (draft) => void drafts.set(keyOf(draft), draft),
    dropDraft: async (draft) => void drafts.delete(keyOf(draft)),
  }
}

import type { Device, DeviceAccount, KeptDraft } from './device.ts'
import { entriesAmong, inspectionsAmong } from './sorted-drafts.ts'

/** What a page keeps as long as it is open, where the browser keeps nothing. */
export function memoryDevice(): Device {
  const accounts = new Map<string, DeviceAccount>()
  const drafts = new Map<string, KeptDraft>()
  const keyOf = ({ accountId, key }: Pick<KeptDraft, 'accountId' | 'key'>) => `${accountId}/${key}`
  const of = (accountId: string) =>
    [...drafts.values()].filter((draft) => draft.accountId === accountId)
  return {
    keeps: false,
    accounts: async () => [...accounts.values()],
    changeAccount: async (id, to) => {
      const account = to(accounts.get(id) ?? null)
      accounts.set(id, account)
      return account
    },
    drafts: async (accountId) => entriesAmong(of(accountId)),
    inspections: async (accountId) => inspectionsAmong(of(accountId)),
    keepDraft: async (draft) => void drafts.set(keyOf(draft), draft),
    dropDraft: async (draft) => void drafts.delete(keyOf(draft)),
  }
}

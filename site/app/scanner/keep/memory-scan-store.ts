import {
  type KeptCheck,
  type KeptList,
  type KeptPart,
  type KeptSources,
  type ScanStore,
  toGroup,
} from './scan-store.ts'

/** What a page keeps as long as it is open, where the browser keeps nothing. */
export function memoryScanStore(): ScanStore {
  const parts = new Map<string, KeptPart['value']>()
  let all: readonly KeptCheck[] = []
  const of = (accountId: string) => all.filter((check) => check.accountId === accountId)
  const mark = (marked: readonly KeptCheck[], as: Partial<KeptCheck>) => {
    all = all.map((check) => (marked.includes(check) ? { ...check, ...as } : check))
  }
  return {
    sources: async (accountId) => {
      const part = <T>(name: string) => (parts.get(`${accountId} ${name}`) ?? null) as T
      const lists = [...parts].filter(([key]) => key.startsWith(`${accountId} list:`))
      return {
        keys: part<KeptSources['keys']>('keys'),
        lists: lists.map(([, list]) => list as KeptList),
        register: part<KeptSources['register']>('register'),
      }
    },
    put: async (accountId, { name, value }) => void parts.set(`${accountId} ${name}`, value),
    drop: async (accountId, name) => void parts.delete(`${accountId} ${name}`),
    checks: async (accountId) => of(accountId),
    addCheck: async (check) => {
      all = [...all, check]
    },
    undo: async (accountId, id) => {
      const found = of(accountId).find((check) => check.id === id && check.group === null)
      all = all.filter((check) => check !== found)
      return found !== undefined
    },
    group: async (accountId, { id, most }) => mark(toGroup(of(accountId), most), { group: id }),
    noteHanded: async (accountId, group) =>
      mark(
        of(accountId).filter((check) => check.group === group),
        { isHanded: true },
      ),
    forgetHanded: async (accountId, before) => {
      const old = of(accountId).filter(
        ({ isHanded, on }) => isHanded && (before === null || on < before),
      )
      all = all.filter((check) => !old.includes(check))
    },
  }
}

import { mergeRegister } from '../../../../worker/domain/scan-register/merge-register.ts'
import type { RegisterAnswer } from '../../../../worker/domain/scan-register/scan-register.ts'
import type { LabelKeys, ListFault, StatusKeys } from '../../../public/verify.js'
import { StorageFull } from '../../outbox/storage.ts'
import { acceptList } from './accept-list.ts'
import type { KeptKeys, KeptSources, ScanStore } from './scan-store.ts'

/** What asking for newer keys, lists and register came to. Whatever failed leaves what was kept as it is. */
export type RefreshOutcome = {
  readonly status: 'done' | 'offline' | 'full'
  /** Lists that were refused, by label key. */
  readonly faults: readonly { readonly kid: string; readonly fault: ListFault | 'of_another_key' }[]
  /** The register was not handed out: nobody is signed in, or not in a role that keeps it. */
  readonly isRegisterRefused: boolean
}

export type RefreshDeps = {
  readonly store: ScanStore
  readonly fetch: typeof fetch
  /** By the server's clock, as far as it is known. */
  readonly now: () => number
  readonly accountId: string
  /** The account's role keeps a register. */
  readonly wantsRegister: boolean
}

type Notice = { readonly kid: string; readonly issuedAt: string }

const PATIENCE_MS = 20_000
/** Lists of more keys than this are no place's. */
const MOST_LISTS = 200
/** All of the register is taken anew after so long, whatever changes were told. */
const WHOLE_AFTER_MS = 6 * 24 * 3_600_000
const WELL_KNOWN = '/.well-known'

/** Fetches what is newer than what is kept: keys, the lists that were made since, and what changed in the register. */
export async function refreshSources(deps: RefreshDeps): Promise<RefreshOutcome> {
  const faults: RefreshOutcome['faults'][number][] = []
  let isRegisterRefused = false
  const outcome = (status: RefreshOutcome['status']) => ({ status, faults, isRegisterRefused })
  try {
    const kept = await deps.store.sources(deps.accountId)
    const keys = await refreshKeys(deps)
    if (keys === null) return outcome('offline')
    faults.push(...(await refreshLists(deps, { kept, keys })))
    if (deps.wantsRegister) isRegisterRefused = !(await refreshRegister(deps, kept))
    return outcome('done')
  } catch (error) {
    if (error instanceof StorageFull) return outcome('full')
    return outcome('offline')
  }
}

async function refreshKeys(deps: RefreshDeps): Promise<KeptKeys | null> {
  const [jwks, statusJwks] = await Promise.all([
    readJson<LabelKeys>(deps, `${WELL_KNOWN}/jwks.json`),
    readJson<StatusKeys>(deps, `${WELL_KNOWN}/status-jwks.json`),
  ])
  // What stands between (a hotel's page) may say anything.
  if (!Array.isArray(jwks?.keys) || !Array.isArray(statusJwks?.keys)) return null
  const keys = { jwks, statusJwks, at: deps.now() }
  await deps.store.put(deps.accountId, { name: 'keys', value: keys })
  return keys
}

async function refreshLists(
  deps: RefreshDeps,
  { kept, keys }: { readonly kept: KeptSources; readonly keys: KeptKeys },
): Promise<RefreshOutcome['faults']> {
  const { store, accountId } = deps
  const index = await readJson<{ readonly lists?: readonly Notice[] }>(
    deps,
    `${WELL_KNOWN}/label-status.json`,
  )
  if (!Array.isArray(index?.lists)) return []
  const notices = index.lists.slice(0, MOST_LISTS)
  const faults: RefreshOutcome['faults'][number][] = []
  for (const { kid, issuedAt } of notices) {
    const held = kept.lists.find((list) => list.kid === kid) ?? null
    if (held !== null && held.issuedAt >= Date.parse(issuedAt)) continue
    const token = await readText(deps, `${WELL_KNOWN}/label-status/${encodeURIComponent(kid)}`)
    if (token === null) continue
    const accepted = await acceptList({ kid, token, kept: held, keys })
    if (accepted.ok) await store.put(accountId, { name: `list:${kid}`, value: accepted.list })
    else faults.push({ kid, fault: accepted.fault })
  }
  // Of a key that is trusted no more there is no list.
  for (const { kid } of kept.lists) {
    if (!notices.some((notice) => notice.kid === kid)) await store.drop(accountId, `list:${kid}`)
  }
  return faults
}

/** False where the server gives none to whoever is signed in. */
async function refreshRegister(deps: RefreshDeps, { register }: KeptSources): Promise<boolean> {
  const { store, accountId } = deps
  const isFresh = register !== null && deps.now() - register.wholeAt < WHOLE_AFTER_MS
  const since = isFresh
    ? `?${new URLSearchParams({ since: String(register.asOf), scope: register.scope })}`
    : ''
  const answer = await ask(deps, `/app/register${since}`)
  if (answer.status === 401 || answer.status === 403) return false
  const told = answer.ok ? await bodyOf<RegisterAnswer>(answer) : null
  if (told?.version !== 1 || told.register?.version !== 1) return true
  // Somebody else signed in meanwhile.
  if (told.accountId !== accountId) return false
  const { asOf, scope, isCut, hosts, issuer, whole } = told
  if (!whole && register === null) return true
  await store.put(accountId, {
    name: 'register',
    value: {
      ...{ asOf, scope, hosts, issuer },
      isCut: isCut || (!whole && register?.isCut === true),
      wholeAt: whole ? asOf : (register?.wholeAt ?? asOf),
      register: register === null ? told.register : mergeRegister(register.register, told),
    },
  })
  return true
}

function ask({ fetch }: RefreshDeps, path: string): Promise<Response> {
  return fetch(path, {
    ...{ cache: 'no-cache', redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) },
    headers: { accept: 'application/json, application/statuslist+jwt' },
  })
}

async function readText(deps: RefreshDeps, path: string): Promise<string | null> {
  const answer = await ask(deps, path)
  return answer.ok ? answer.text() : null
}

async function readJson<T>(deps: RefreshDeps, path: string): Promise<T | null> {
  const answer = await ask(deps, path)
  return answer.ok ? bodyOf<T>(answer) : null
}

/** Looked at by its parts where it is used. */
async function bodyOf<T>(answer: Response): Promise<T | null> {
  const body: unknown = await answer.json().catch(() => null)
  return typeof body === 'object' && body !== null ? (body as T) : null
}

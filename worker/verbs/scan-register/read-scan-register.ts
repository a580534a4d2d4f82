import {
  type BatchPosition,
  listAnnulledRefs,
  listChangedBatches,
  listChangedCodes,
  listCodesNamed,
  listHolders,
  listRegisterBatches,
  listRegisterCodes,
  type RegisterBatchRow,
  type RegisterCodeRow,
} from '../../../db/queries/scan-register.ts'
import type { Bounds } from '../../domain/access/bounds.ts'
import { packRegister } from '../../domain/scan-register/pack-register.ts'
import {
  REGISTER_LIFE_MS,
  type RegisterAnswer,
  type RegisterBatch,
  type RegisterCode,
} from '../../domain/scan-register/scan-register.ts'
import { sha256Hex } from '../../lib/files/sha256-hex.ts'
import type { VerbContext } from '../context.ts'
import { boundsOf } from '../guard/authorise.ts'

/** More than a province has; a national register is cut, and says so. */
const MOST_HOLDERS = 10_000
const MOST_BATCHES = 30_000
const MOST_CODES = 20_000
/** More changes than these are told as a whole. */
const MOST_CHANGES = 2_000
const PAGE = 2_000
/** Goods older than this are no longer met in a market. */
const KEPT_MS = 730 * 24 * 3_600_000
/** Two writers' clocks, and one that took its time: what changed shortly before is told once more. */
const OVERLAP_MS = 5 * 60_000

type Reading = Pick<VerbContext, 'db' | 'now' | 'actor' | 'giveWay'>

/** What a device kept: as of when, and whose register. */
export type KeptRegister = { readonly since: number; readonly scope: string }

type Found = {
  readonly batches: readonly RegisterBatchRow[]
  readonly codes: readonly RegisterCodeRow[]
  readonly goneBatches: readonly string[]
  readonly isCut: boolean
}

/**
 * What a device keeps to check labels without signal: batches with labels of holders who are in the
 * actor's place or hold one there, and the codes of places there or that those batches bear. Only what changed, where the device
 * names what it has; whole where that is of another place, a week old, or too much changed.
 */
export async function readScanRegister(
  ctx: Reading,
  kept: KeptRegister | null,
): Promise<Omit<RegisterAnswer, 'accountId' | 'hosts' | 'issuer'>> {
  const bounds = boundsOf(ctx, 'labels.register')
  const asOf = ctx.now()
  const listed = await listHolders(ctx.db, { bounds, limit: MOST_HOLDERS + 1 })
  const holderIds = listed.slice(0, MOST_HOLDERS)
  const scope = (await sha256Hex(JSON.stringify([bounds, holderIds]))).slice(0, 16)
  const where = { bounds, holderIds }
  const isKnown = kept !== null && kept.scope === scope && isRecent(kept.since, asOf)
  const changed = isKnown ? await readChanges(ctx, { ...where, since: kept.since }) : null
  const found = changed ?? (await readWhole(ctx, { ...where, asOf }))
  const gone = found.codes.filter(({ isGone }) => isGone).map(({ code }) => code)
  return {
    version: 1,
    asOf,
    scope,
    whole: changed === null,
    isCut: found.isCut || listed.length > MOST_HOLDERS,
    register: packRegister({
      batches: found.batches.map(toBatch),
      codes: found.codes.filter(({ isGone }) => !isGone).map(toCode),
    }),
    gone: { batches: found.goneBatches, codes: gone },
  }
}

function isRecent(since: number, now: number): boolean {
  return since <= now && now - since < REGISTER_LIFE_MS
}

type Where = { readonly bounds: Bounds; readonly holderIds: readonly string[] }

/** Null where so much changed that the whole is told sooner. */
async function readChanges(
  { db }: Reading,
  { bounds, holderIds, since }: Where & { readonly since: number },
): Promise<Found | null> {
  const asked = { holderIds, since: since - OVERLAP_MS, limit: MOST_CHANGES + 1 }
  const [batches, goneBatches, codes] = await Promise.all([
    listChangedBatches(db, asked),
    listAnnulledRefs(db, asked),
    listChangedCodes(db, { ...asked, bounds }),
  ])
  if ([batches, goneBatches, codes].some(({ length }) => length > MOST_CHANGES)) return null
  return { batches, goneBatches, codes: await withNamed(db, { codes, batches }), isCut: false }
}

async function readWhole(
  ctx: Reading,
  { bounds, holderIds, asOf }: Where & { readonly asOf: number },
): Promise<Found> {
  const { db } = ctx
  const batches: RegisterBatchRow[] = []
  let after: BatchPosition | null = null
  do {
    const page: RegisterBatchRow[] = await listRegisterBatches(db, {
      ...{ holderIds, createdFrom: asOf - KEPT_MS, after, limit: PAGE },
    })
    batches.push(...page)
    after = page.length < PAGE ? null : (page.at(-1) ?? null)
    await ctx.giveWay()
  } while (after !== null && batches.length <= MOST_BATCHES)
  const codes: RegisterCodeRow[] = []
  let afterId: string | null = ''
  while (afterId !== null && codes.length <= MOST_CODES) {
    const page: RegisterCodeRow[] = await listRegisterCodes(db, { bounds, afterId, limit: PAGE })
    codes.push(...page)
    afterId = page.length < PAGE ? null : (page.at(-1)?.id ?? null)
    await ctx.giveWay()
  }
  const shown = batches.slice(0, MOST_BATCHES)
  return {
    batches: shown,
    codes: await withNamed(db, { codes: codes.slice(0, MOST_CODES), batches: shown }),
    goneBatches: [],
    isCut: batches.length > MOST_BATCHES || codes.length > MOST_CODES,
  }
}

/** With the codes that batches bear and that lie elsewhere. */
async function withNamed(
  db: Reading['db'],
  found: Pick<Found, 'batches' | 'codes'>,
): Promise<readonly RegisterCodeRow[]> {
  const known = new Set(found.codes.map(({ code }) => code))
  const named = found.batches.flatMap(({ codes }) => codes.map(([, code]) => code))
  const missing = [...new Set(named)].filter((code) => !known.has(code)).slice(0, MOST_CODES)
  return missing.length === 0
    ? found.codes
    : [...found.codes, ...(await listCodesNamed(db, missing))]
}

function toBatch(row: RegisterBatchRow): RegisterBatch {
  const { ref, lot, product, producer, packedOn, expiresOn, codes } = row
  return {
    ...{ ref, lot, product, producer, packedOn, expiresOn },
    areas: codes.flatMap(([slot, code]) => (slot === 'growing_area' ? [code] : [])),
    house: codes.find(([slot]) => slot === 'packing_house')?.[1] ?? null,
  }
}

function toCode({ code, kind, decisions }: RegisterCodeRow): RegisterCode {
  return { code, kind, decisions: decisions ?? [] }
}

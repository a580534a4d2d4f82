import type {
  RegisterCode,
  RegisterEvent,
  RegisterMarket,
  RegisterSite,
} from '../../../../db/queries/code-register.ts'
import type { CodeRest, SiteRest, UndoRegister } from '../../../../db/queries/undo-imports.ts'
import type { Bounds } from '../../../domain/access/bounds.ts'

export type UndoEvent = RegisterEvent

type UndoCrop = UndoRegister['crops'][number]

/** The register as changes are being taken back, one after the other. */
export type UndoModel = {
  readonly importId: string
  readonly bounds: Bounds
  readonly newId: () => string
  /** Epoch milliseconds. */
  readonly now: number
  readonly codes: Map<string, RegisterCode>
  readonly sites: Map<string, RegisterSite>
  /** By site and folded name. */
  readonly crops: Map<string, UndoCrop>
  /** By code and market. */
  readonly markets: Map<string, RegisterMarket>
  /** By code and market, in the order recorded. */
  readonly events: Map<string, UndoEvent[]>
  /** Codes in force by site. */
  readonly liveCodes: Map<string, Set<string>>
  readonly codeRests: ReadonlyMap<string, CodeRest>
  readonly siteRests: ReadonlyMap<string, SiteRest>
  /** Codes that the import added or brought back; places that it added. */
  readonly madeCodeIds: ReadonlySet<string>
  readonly newSiteIds: ReadonlySet<string>
}

export function createUndoModel(
  register: UndoRegister,
  rest: Pick<UndoModel, 'importId' | 'bounds' | 'newId' | 'now'>,
): UndoModel {
  const byId = <T extends { readonly id: string }>(rows: readonly T[]) =>
    new Map(rows.map((row) => [row.id, row]))
  const events = new Map<string, UndoEvent[]>()
  for (const event of register.events) {
    const key = twoKey(event.codeId, event.market)
    events.set(key, [...(events.get(key) ?? []), event])
  }
  const liveCodes = new Map<string, Set<string>>()
  for (const { id, siteId } of register.liveCodes) {
    liveCodes.set(siteId, (liveCodes.get(siteId) ?? new Set()).add(id))
  }
  return {
    ...rest,
    codes: byId(register.codes),
    sites: byId(register.sites),
    crops: new Map(register.crops.map((row) => [twoKey(row.siteId, row.cropFolded), row])),
    markets: new Map(register.markets.map((row) => [twoKey(row.codeId, row.market), row])),
    events,
    liveCodes,
    codeRests: byId(register.codeRests),
    siteRests: byId(register.siteRests),
    madeCodeIds: register.madeCodeIds,
    newSiteIds: register.newSiteIds,
  }
}

export function twoKey(first: string, second: string): string {
  return `${first}\n${second}`
}

import type {
  RegisterCode,
  RegisterCrop,
  RegisterEvent,
  RegisterMarket,
  RegisterOrganisation,
  RegisterRows,
  RegisterSite,
} from '../../../db/queries/code-register.ts'
import { countedDecisions } from '../../domain/decisions/history.ts'

/**
 * The register as rows are being decided: what the database holds, and what earlier rows of the same
 * list add to it.
 */
export type RegisterModel = {
  readonly organisations: Map<string, RegisterOrganisation>
  readonly organisationsByName: Map<string, RegisterOrganisation[]>
  readonly sites: Map<string, RegisterSite>
  readonly sitesByKey: Map<string, RegisterSite>
  readonly crops: Map<string, Map<string, RegisterCrop>>
  readonly codes: Map<string, RegisterCode>
  readonly codesBySite: Map<string, RegisterCode[]>
  readonly markets: Map<string, RegisterMarket>
  /** By code id and market, in the order recorded. */
  readonly events: Map<string, RegisterEvent[]>
  /** Codes with a decision that stands in the database, corrected by none and not taken back. */
  readonly decided: Set<string>
  /** Codes whose decisions the database was asked for. */
  readonly read: Set<string>
}

export function createRegisterModel(): RegisterModel {
  return {
    organisations: new Map(),
    organisationsByName: new Map(),
    sites: new Map(),
    sitesByKey: new Map(),
    crops: new Map(),
    codes: new Map(),
    codesBySite: new Map(),
    markets: new Map(),
    events: new Map(),
    decided: new Set(),
    read: new Set(),
  }
}

/**
 * Takes up what the database holds of some rows of a list. What the model has already stays as it is:
 * earlier rows may have changed it.
 */
export function takeUpRegister(model: RegisterModel, rows: RegisterRows): void {
  for (const row of rows.organisations) {
    if (!model.organisations.has(row.id)) addOrganisation(model, row)
  }
  const newSites = rows.sites.filter(({ id }) => !model.sites.has(id))
  const newSiteIds = new Set(newSites.map(({ id }) => id))
  for (const row of newSites) takeUpSite(model, row)
  for (const row of rows.crops) if (newSiteIds.has(row.siteId)) putCrop(model, row)
  for (const row of rows.codes) if (!model.codes.has(row.code)) putCode(model, row)
  for (const row of rows.markets) {
    const key = pairKey(row.codeId, row.market)
    if (!model.markets.has(key)) model.markets.set(key, row)
  }
  // All decisions on a code are read together.
  const news = rows.events.filter(({ codeId }) => !model.read.has(codeId))
  for (const row of news) addEvent(model, row)
  for (const codeId of decidedCodes(news)) model.decided.add(codeId)
  for (const { codeId } of news) model.read.add(codeId)
}

/** Of two alike the one in force is found, not one that was taken back. */
function takeUpSite(model: RegisterModel, row: RegisterSite): void {
  const key = siteKey(row)
  const same = model.sitesByKey.get(key)
  model.sites.set(row.id, row)
  if (same === undefined || same.withdrawnAt !== null || row.withdrawnAt === null) {
    model.sitesByKey.set(key, row)
  }
}

function decidedCodes(events: readonly RegisterEvent[]): Set<string> {
  return new Set(countedDecisions(events).map(({ codeId }) => codeId))
}

export function addOrganisation(model: RegisterModel, row: RegisterOrganisation): void {
  model.organisations.set(row.id, row)
  const same = model.organisationsByName.get(row.nameFolded)
  if (same === undefined) model.organisationsByName.set(row.nameFolded, [row])
  else same.push(row)
}

/** Adds a site or puts its new figures in the place of the old ones. */
export function putSite(model: RegisterModel, row: RegisterSite): void {
  model.sites.set(row.id, row)
  model.sitesByKey.set(siteKey(row), row)
}

export function putCrop(model: RegisterModel, row: RegisterCrop): void {
  const crops = model.crops.get(row.siteId)
  if (crops === undefined) model.crops.set(row.siteId, new Map([[row.cropFolded, row]]))
  else crops.set(row.cropFolded, row)
}

/** Adds a code or puts its filled-in fields in the place of the old ones. */
export function putCode(model: RegisterModel, row: RegisterCode): void {
  const before = model.codes.get(row.code)
  if (before !== undefined && before.siteId !== row.siteId) {
    const left = (model.codesBySite.get(before.siteId) ?? []).filter(({ id }) => id !== row.id)
    model.codesBySite.set(before.siteId, left)
  }
  model.codes.set(row.code, row)
  const others = (model.codesBySite.get(row.siteId) ?? []).filter(({ id }) => id !== row.id)
  model.codesBySite.set(row.siteId, [...others, row])
}

export function addEvent(model: RegisterModel, row: RegisterEvent): void {
  const key = pairKey(row.codeId, row.market)
  const events = model.events.get(key)
  if (events === undefined) model.events.set(key, [row])
  else events.push(row)
}

/** Two rows speak of one site when its holder, kind, name and commune are the same. */
export function siteKey(
  site: Pick<RegisterSite, 'organisationId' | 'kind' | 'nameFolded' | 'communeCode'>,
): string {
  return [site.organisationId, site.kind, site.nameFolded, site.communeCode ?? ''].join('\n')
}

export function pairKey(codeId: string, market: string): string {
  return `${codeId}\n${market}`
}

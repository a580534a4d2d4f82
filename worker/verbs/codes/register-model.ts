import type {
  RegisterCode,
  RegisterCrop,
  RegisterEvent,
  RegisterMarket,
  RegisterOrganisation,
  RegisterRows,
  RegisterSite,
} from '../../../db/queries/code-register.ts'

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
  readonly decided: ReadonlySet<string>
}

export function createRegisterModel(rows: RegisterRows): RegisterModel {
  const model: RegisterModel = {
    organisations: new Map(),
    organisationsByName: new Map(),
    sites: new Map(),
    sitesByKey: new Map(),
    crops: new Map(),
    codes: new Map(),
    codesBySite: new Map(),
    markets: new Map(),
    events: new Map(),
    decided: decidedCodes(rows.events),
  }
  for (const row of rows.organisations) addOrganisation(model, row)
  // Those taken back come first, so that of two alike the one in force is found.
  for (const row of rows.sites) putSite(model, row)
  for (const row of rows.crops) putCrop(model, row)
  for (const row of rows.codes) putCode(model, row)
  for (const row of rows.markets) model.markets.set(pairKey(row.codeId, row.market), row)
  for (const row of rows.events) addEvent(model, row)
  return model
}

function decidedCodes(events: readonly RegisterEvent[]): Set<string> {
  const amended = new Set(events.map(({ amendsId }) => amendsId))
  const standing = events.filter(({ id, status }) => status !== 'none' && !amended.has(id))
  return new Set(standing.map(({ codeId }) => codeId))
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

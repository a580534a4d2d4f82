import type { RegisterSite } from '../../../../db/queries/code-register.ts'
import type { ChangedEntity, StoredChange } from '../../../../db/queries/import-changes.ts'
import { fill } from '../../../copy/fill.ts'
import { UNDO_FIELDS, UNDO_REPORT } from '../../../copy/reports/undo.ts'
import { countedDecisions } from '../../../domain/decisions/history.ts'
import { withoutBrackets } from '../../../lib/text/without-brackets.ts'
import { isWithin } from '../../codes/code-bounds.ts'
import { SITE_CHANGE_NAMES } from '../../codes/site-change-names.ts'
import { undoEvent } from './undo-event.ts'
import { twoKey, type UndoEvent, type UndoModel } from './undo-model.ts'
import { restOfCode, restOfSite } from './undo-rests.ts'

/** What taking back some changes writes, and what of them stays with the reason. */
export type UndoPlan = {
  readonly siteIds: Set<string>
  readonly codeIds: Set<string>
  /** Sites and codes that leave the lists. */
  readonly withdrawnSiteIds: Set<string>
  readonly withdrawnCodeIds: Set<string>
  readonly events: UndoEvent[]
  /** By site and folded name; by code and market. */
  readonly crops: Map<string, { readonly siteId: string; readonly cropFolded: string }>
  readonly markets: Map<string, { readonly codeId: string; readonly market: string }>
  /** In Vietnamese. */
  readonly kept: string[]
}

/**
 * Takes changes back, newest first. What was changed since stays as it is now; what something came
 * to rest on stays whole. The model holds the outcome.
 */
export function planUndo(model: UndoModel, changes: readonly StoredChange[]): UndoPlan {
  const plan: UndoPlan = {
    ...{ siteIds: new Set(), codeIds: new Set(), events: [], kept: [] },
    ...{ withdrawnSiteIds: new Set(), withdrawnCodeIds: new Set() },
    ...{ crops: new Map(), markets: new Map() },
  }
  for (const change of changes) undoChange(model, plan, change)
  return plan
}

function undoChange(model: UndoModel, plan: UndoPlan, change: StoredChange): void {
  UNDO[change.entity](model, plan, change)
}

type Undo = (model: UndoModel, plan: UndoPlan, change: StoredChange) => void

const UNDO: Readonly<Record<ChangedEntity, Undo>> = {
  // A holder without places is seen by nobody, and the next list finds it again.
  organisation: () => undefined,
  site: undoSite,
  site_crop: undoCrop,
  code: undoCode,
  code_market: undoMarket,
  code_status_event: undoDecision,
}

function undoDecision(model: UndoModel, plan: UndoPlan, change: StoredChange): void {
  const { codeId } = change.after as { codeId: string }
  if (!mayUndoCode(model, codeId)) return
  const event = undoEvent(model, change)
  if (event === null) return
  if (typeof event === 'string') {
    plan.kept.push(event)
    return
  }
  plan.events.push(event)
  plan.codeIds.add(codeId)
}

function undoSite(model: UndoModel, plan: UndoPlan, change: StoredChange): void {
  const site = model.sites.get(change.entityId)
  if (site === undefined) return
  if (!isWithin(model, site)) {
    plan.kept.push(fill(UNDO_REPORT.siteElsewhere, { name: site.name }))
    return
  }
  const { before } = change
  const rest = restOfSite(model, site)
  if (before === null) {
    if (rest !== null) plan.kept.push(fill(UNDO_REPORT.siteRests, { name: site.name, rest }))
    else withdrawSite(model, plan, site)
    return
  }
  // What later rows said of a new place goes, or stays, with it.
  if (model.newSiteIds.has(site.id)) return
  const isBack = 'withdrawnAt' in before
  const fields = isBack && rest !== null ? without(before, 'withdrawnAt') : before
  const { row, kept } = restoreFields(site, fields, change.after)
  for (const field of kept) {
    plan.kept.push(fill(UNDO_REPORT.siteFieldChanged, { name: site.name, field: fieldName(field) }))
  }
  putSite(model, plan, row)
}

/** Its crops go at once, so that a corrected list does not find those of the wrong one. */
function withdrawSite(model: UndoModel, plan: UndoPlan, site: RegisterSite): void {
  putSite(model, plan, { ...site, withdrawnAt: model.now })
  for (const [key, { siteId, cropFolded }] of model.crops) {
    if (siteId !== site.id) continue
    model.crops.delete(key)
    plan.crops.set(key, { siteId, cropFolded })
  }
}

function putSite(model: UndoModel, plan: UndoPlan, row: RegisterSite): void {
  const before = model.sites.get(row.id)
  model.sites.set(row.id, row)
  plan.siteIds.add(row.id)
  if (row.withdrawnAt !== null && before?.withdrawnAt === null) plan.withdrawnSiteIds.add(row.id)
}

function undoCrop(model: UndoModel, plan: UndoPlan, change: StoredChange): void {
  const { entityId: siteId, before, after } = change
  const site = model.sites.get(siteId)
  const { cropFolded, crop: name } = after as { cropFolded: string; crop: string }
  const key = twoKey(siteId, cropFolded)
  const crop = model.crops.get(key)
  if (site === undefined || !isWithin(model, site)) return
  if (model.newSiteIds.has(siteId)) return
  if (crop === undefined || crop.plantedAreaHa !== after['plantedAreaHa']) {
    plan.kept.push(fill(UNDO_REPORT.cropChanged, { site: site.name, crop: name }))
    return
  }
  if (before === null) model.crops.delete(key)
  else {
    const { plantedAreaHa } = before as { plantedAreaHa: number | null }
    model.crops.set(key, { ...crop, plantedAreaHa })
  }
  plan.crops.set(key, { siteId, cropFolded })
  plan.siteIds.add(siteId)
}

function undoCode(model: UndoModel, plan: UndoPlan, change: StoredChange): void {
  const code = model.codes.get(change.entityId)
  const site = code === undefined ? undefined : model.sites.get(code.siteId)
  if (code === undefined || site === undefined) return
  if (!isWithin(model, site)) {
    plan.kept.push(fill(UNDO_REPORT.codeElsewhere, { code: code.code }))
    return
  }
  const { before } = change
  const made = before === null || 'withdrawnAt' in before
  const rest = made ? restOfCode(model, code.id) : null
  if (rest !== null) {
    plan.kept.push(fill(UNDO_REPORT.codeRests, { code: code.code, rest }))
    return
  }
  if (!made && !mayUndoCode(model, code.id)) return
  const { row, kept } =
    before === null
      ? { row: { ...code, withdrawnAt: model.now }, kept: [] }
      : restoreFields(code, before, change.after)
  for (const field of kept) {
    plan.kept.push(fill(UNDO_REPORT.codeFieldChanged, { code: code.code, field: fieldName(field) }))
  }
  model.codes.set(code.id, row)
  plan.codeIds.add(code.id)
  if (row.withdrawnAt === null) return
  plan.withdrawnCodeIds.add(code.id)
  model.liveCodes.get(code.siteId)?.delete(code.id)
}

function undoMarket(model: UndoModel, plan: UndoPlan, change: StoredChange): void {
  const { entityId: codeId, before, after } = change
  const { market } = after as { market: string }
  const key = twoKey(codeId, market)
  const row = model.markets.get(key)
  if (row === undefined || !mayUndoCode(model, codeId)) return
  if (before === null) {
    // Decisions of others in the market stand on their own.
    if (countedDecisions(model.events.get(key) ?? []).length > 0) return
    model.markets.delete(key)
  } else {
    const { row: restored, kept } = restoreFields(row, before, after)
    const code = model.codes.get(codeId)?.code ?? ''
    for (const field of kept) {
      plan.kept.push(fill(UNDO_REPORT.codeFieldChanged, { code, field: fieldName(field) }))
    }
    model.markets.set(key, restored)
  }
  plan.markets.set(key, { codeId, market })
  plan.codeIds.add(codeId)
}

/** Not where the code lies outside the officer's place, nor where it is new and something rests on it. */
function mayUndoCode(model: UndoModel, codeId: string): boolean {
  const code = model.codes.get(codeId)
  const site = code === undefined ? undefined : model.sites.get(code.siteId)
  if (site === undefined || !isWithin(model, site)) return false
  return !model.madeCodeIds.has(codeId) || restOfCode(model, codeId) === null
}

/** Puts fields back that still hold what the import wrote; names the others. */
function restoreFields<T extends object>(
  row: T,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): { row: T; kept: string[] } {
  const now = new Map<string, unknown>(Object.entries(row))
  const names = Object.keys(before)
  const kept = names.filter((name) => now.get(name) !== after[name])
  const back = names.filter((name) => !kept.includes(name)).map((name) => [name, before[name]])
  return { row: { ...row, ...Object.fromEntries(back) }, kept }
}

/** A column that has no name there is told as it is called. */
function fieldName(field: string): string {
  return FIELDS[field] ?? field
}

function without(fields: Readonly<Record<string, unknown>>, name: string) {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name))
}

/** Fields in a sentence; what stays as it is has no unit. */
const FIELDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(SITE_CHANGE_NAMES).map(([name, text]) => [name, withoutBrackets(text)]),
  ),
  ...UNDO_FIELDS,
}

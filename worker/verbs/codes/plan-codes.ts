import type { CodeRecord } from '../../domain/lists/records/code-records.ts'
import type { ImportedRecord } from '../../domain/lists/records/import-result.ts'
import type { SheetWarning } from '../../lib/sheet/workbook.ts'
import { type PlannedRow, rowWarning } from '../imports/planned-row.ts'
import { checkRow } from './check-row.ts'
import { changedFields, describeChange } from './code-change-text.ts'
import { recordDecisions, refusalOf } from './code-decisions.ts'
import type { CodeListState, Warn } from './code-list-state.ts'
import { describeSite } from './code-site.ts'
import { type CodeWrite, emptyCodeWrite } from './code-write.ts'
import { askCode } from './near-known.ts'
import { addOrganisation } from './register-model.ts'
import { stateOfItsOwn } from './state-of-its-own.ts'
import { writeCode } from './write-code.ts'
import { writeMarket } from './write-market.ts'

/** Decides rows in order; the state's model takes up what they add, so that later rows see it. */
export function planCodes(
  state: CodeListState,
  records: readonly ImportedRecord<CodeRecord>[],
): PlannedRow<CodeWrite>[] {
  return records.map((imported) => planAsked(state, imported))
}

/** A code spelled otherwise than on record is asked about where the row has anything new to say of it. */
function planAsked(
  state: CodeListState,
  imported: ImportedRecord<CodeRecord>,
): PlannedRow<CodeWrite> {
  const question = askCode(state.near, imported)
  if (question === null) return planRow(state, imported)
  const alone = planRow(stateOfItsOwn(state, imported.record), imported)
  if (alone.outcome === 'unchanged') return alone
  const others = alone.outcome === 'refused' ? alone.issues : []
  return { outcome: 'refused', issues: [question, ...others] }
}

function planRow(
  state: CodeListState,
  imported: ImportedRecord<CodeRecord>,
): PlannedRow<CodeWrite> {
  const { record, row } = imported
  const warnings: SheetWarning[] = []
  const warn: Warn = (code, message) => warnings.push(rowWarning(imported, code, message))
  const write = emptyCodeWrite()
  const checked = checkRow(state, { imported, warn })
  if (!checked.ok) return { outcome: 'refused', issues: checked.issues }
  const { found } = checked
  if (found.isNewHolder && found.holder !== null) {
    const { id, name } = found.holder
    addOrganisation(state.model, found.holder)
    write.organisations.push(found.holder)
    write.changes.push({ entity: 'organisation', entityId: id, before: null, after: { name } })
  }
  const { site, place, isNew } = found
  describeSite(state, { record, row, site, isNew, place, write, warn })
  const code = writeCode(state, { record, siteId: site.id, write, warn })
  const markets = record.markets.filter((market) => {
    const keepsTerm = refusalOf(state, { record, market, part: 'term' }) !== null
    return writeMarket(state, { record, code, market, keepsTerm, write })
  })
  const decisions = record.markets.map((market) => ({
    market,
    ...recordDecisions(state, { record, code, market, write, warn }),
  }))
  return outcomeOf({ record, write, markets, decisions, warnings })
}

function outcomeOf(input: {
  record: CodeRecord
  write: CodeWrite
  markets: readonly string[]
  decisions: Parameters<typeof describeChange>[0]['decisions']
  warnings: readonly SheetWarning[]
}): PlannedRow<CodeWrite> {
  const { record, write, markets, decisions, warnings } = input
  if (Object.values(write).every((list) => list.length === 0))
    return { outcome: 'unchanged', warnings }
  const isBack = write.changes.some(
    ({ entity, after }) => entity === 'code' && 'withdrawnAt' in after,
  )
  const isAdded = write.codes.length > 0 || markets.length > 0 || isBack
  const outcome = isAdded ? 'added' : 'changed'
  const change = describeChange({ record, write, decisions })
  const fields = write.codes.length > 0 ? [] : changedFields({ write, decisions })
  return { outcome, change, fields, write, warnings }
}

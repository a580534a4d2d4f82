import { isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { countSitesIn, listOffices } from '../../../db/queries/place-moves.ts'
import { runBatch, type Statement } from '../../../db/queries/run-batch.ts'
import { countOutlines, succeedStatements } from '../../../db/queries/unit-successions.ts'
import type { UnitChanges } from '../../domain/places/change-units.ts'
import type { SplitUnit } from '../../domain/places/moves-of-day.ts'
import type { SuccessionDay } from '../../domain/places/plan-successions.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { auditStatement } from '../audit/audit-statement.ts'
import type { VerbContext } from '../context.ts'
import { tooBusy } from '../guard/refusals.ts'
import { notifyStatement } from '../notifications/notify-statement.ts'
import { splitMessage } from './split-message.ts'

export type StoredDay = { readonly outlinesRemoved: number }

/** Stores what a day does to the units, in one batch with its audit rows and messages. */
export async function storeDay(
  ctx: VerbContext,
  { day, dryRun }: { readonly day: SuccessionDay; readonly dryRun: boolean },
): Promise<StoredDay> {
  const { on, changes, moves } = day
  if (changes === null) return { outlinesRemoved: 0 }
  const outlinesRemoved = await countOutlines(ctx.db, changes.redrawn)
  if (dryRun) return { outlinesRemoved }
  const told = await tellOffices(ctx, { ...changes, on, splits: moves.splits })
  try {
    await runBatch(ctx.db, [
      ...succeedStatements(ctx.db, { on, ...rowsOf(changes, on), redrawn: changes.redrawn }),
      ...auditRows(ctx, changes, on),
      ...told,
    ])
  } catch (error) {
    throw isGuardRefusal(error) ? tooBusy() : error
  }
  return { outlinesRemoved }
}

function rowsOf({ ended, begun, successions }: UnitChanges, on: SuccessionDay['on']) {
  return {
    ended,
    begun: begun.map((unit) => ({ ...unit, nameFolded: foldVietnamese(unit.name) })),
    successions: successions.map(({ old, oldProvinceName, newCode, follows }) => ({
      ...{ level: old.level, oldCode: old.code, newCode, effectiveOn: on, oldProvinceName },
      follows,
      ...{ oldName: old.name, oldNameFolded: foldVietnamese(old.name) },
    })),
  }
}

/** One row an old unit: what it became, by which decree. */
function auditRows(ctx: VerbContext, changes: UnitChanges, on: string): Statement[] {
  const { rows, ended } = changes
  const olds = new Map(rows.map((row) => [`${row.level}/${row.oldCode}`, row]))
  return [...olds].map(([key, { level, oldCode, document }]) => {
    const unit = ended.find((each) => each.level === level && each.code === oldCode)
    const into = rows.filter((row) => row.level === level && row.oldCode === oldCode)
    return auditStatement(ctx, {
      action: 'units.succession',
      entity: 'administrative_unit',
      entityId: key,
      before: { name: unit?.name, provinceCode: unit?.parentCode ?? undefined },
      after: {
        effectiveOn: on,
        into: into.map((row) => ({ code: row.newCode, name: row.newName })),
      },
      reason: document,
    })
  })
}

/** A commune was divided: who answers for it is told how many places wait. */
async function tellOffices(
  ctx: VerbContext,
  { rows, splits, on }: UnitChanges & { splits: readonly SplitUnit[]; on: string },
): Promise<Statement[]> {
  const told: Statement[] = []
  for (const split of splits) {
    const { level, code, provinceCode, into } = split
    const row = rows.find((each) => each.level === level && each.oldCode === code)
    if (level !== 'commune' || provinceCode === null || row === undefined) continue
    const count = await countSitesIn(ctx.db, { provinceCode, communeCode: code })
    if (count === 0) continue
    const communeCodes = [code, ...into.map((unit) => unit.code)]
    const message = splitMessage(split, { on, count, document: row.document })
    for (const organisationId of await listOffices(ctx.db, { provinceCode, communeCodes })) {
      told.push(notifyStatement(ctx, { organisationId, kind: 'site', ...message }))
    }
  }
  return told
}

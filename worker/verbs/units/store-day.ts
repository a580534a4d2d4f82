import { countSitesIn, listOffices } from '../../../db/queries/place-moves.ts'
import { countOutlines, succeedStatements } from '../../../db/queries/unit-successions.ts'
import type { UnitChanges } from '../../domain/places/change-units.ts'
import type { SplitUnit } from '../../domain/places/moves-of-day.ts'
import type { SuccessionDay } from '../../domain/places/plan-successions.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { type AuditEntry, change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import type { Message } from '../notifications/notify-statement.ts'
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
  await change(ctx, {
    may: 'organisations.write',
    target: null,
    statements: succeedStatements(ctx.db, {
      on,
      ...rowsOf(changes, on),
      redrawn: changes.redrawn,
    }),
    audit: auditRows(changes, on),
    tell: await messagesTo(ctx, { ...changes, on, splits: moves.splits }),
  })
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
function auditRows(changes: UnitChanges, on: string): AuditEntry[] {
  const { rows, ended } = changes
  const olds = new Map(rows.map((row) => [`${row.level}/${row.oldCode}`, row]))
  return [...olds].map(([key, { level, oldCode, document }]) => {
    const unit = ended.find((each) => each.level === level && each.code === oldCode)
    const into = rows.filter((row) => row.level === level && row.oldCode === oldCode)
    return {
      action: 'units.succession',
      entityId: key,
      before: { name: unit?.name, provinceCode: unit?.parentCode ?? undefined },
      after: {
        effectiveOn: on,
        into: into.map((row) => ({ code: row.newCode, name: row.newName })),
      },
      reason: document,
    }
  })
}

/** A commune was divided: who answers for it is told how many places wait. */
async function messagesTo(
  ctx: VerbContext,
  { rows, splits, on }: UnitChanges & { splits: readonly SplitUnit[]; on: string },
): Promise<Message[]> {
  const told: Message[] = []
  for (const split of splits) {
    const { level, code, provinceCode, into } = split
    const row = rows.find((each) => each.level === level && each.oldCode === code)
    if (level !== 'commune' || provinceCode === null || row === undefined) continue
    const count = await countSitesIn(ctx.db, { provinceCode, communeCode: code })
    if (count === 0) continue
    const communeCodes = [code, ...into.map((unit) => unit.code)]
    const message = splitMessage(split, { on, count, document: row.document })
    for (const organisationId of await listOffices(ctx.db, { provinceCode, communeCodes })) {
      told.push({ organisationId, kind: 'site', ...message })
    }
  }
  return told
}

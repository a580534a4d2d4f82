import type { OrganisationRow } from '../../../db/queries/organisations.ts'
import { noOtherPeriod } from '../../../db/queries/purchase-facts.ts'
import {
  type PurchaseLineRow,
  type PurchaseReportItem,
  type PurchaseReportRow,
  reportStands,
  storeVersion,
} from '../../../db/queries/purchase-reports.ts'
import { fillAll } from '../../copy/fill.ts'
import type { AuditAction } from '../../copy/portal/audit-names.ts'
import { periodName } from '../../copy/portal/period-name.ts'
import { PURCHASES_COPY as P } from '../../copy/portal/purchases.ts'
import { PURCHASE_REFUSALS as R } from '../../copy/refusals/purchases.ts'
import type { JudgedLine } from '../../domain/purchases/judge-lines.ts'
import type { Days } from '../../domain/purchases/periods.ts'
import { PURCHASE_REPORT } from '../../resources/purchase.ts'
import { actorText, type VerbContext } from '../context.ts'
import { conflict } from '../guard/refusals.ts'
import type { Message } from '../notifications/notify-statement.ts'

/** A version that is to be stored. */
export type NewVersion = {
  readonly reporter: OrganisationRow
  readonly days: Days
  readonly before: Pick<PurchaseReportItem, 'id' | 'version' | 'boughtKg' | 'soldKg'> | null
  readonly lines: readonly JudgedLine[]
  readonly reason: string | null
  readonly isWithdrawn: boolean
}

/** A version as it is written: its guards, rows, entry of the log and what holders are told. */
export function versionOf(ctx: VerbContext, said: NewVersion & { readonly action: AuditAction }) {
  const { reporter, days, before, lines, reason, isWithdrawn, action } = said
  const { id: organisationId } = reporter
  const row: PurchaseReportRow = {
    ...{ id: ctx.newId(), organisationId, fromOn: days.fromOn, toOn: days.toOn },
    ...{ version: (before?.version ?? 0) + 1, isWithdrawn, reason, recordedAt: ctx.now() },
    ...{ actor: actorText(ctx.actor), typedById: officeOf(ctx, organisationId), replacedBy: null },
  }
  const codeIds = lines.map(({ codeId }) => codeId)
  const free = noOtherPeriod({ codeIds, organisationId, days })
  return {
    id: row.id,
    guards: [
      ...(before === null
        ? []
        : [{ holds: reportStands(before.id), refusal: () => conflict(R.gone) }]),
      ...(lines.length === 0 ? [] : [{ holds: free, refusal: () => conflict(R.gone) }]),
    ],
    statements: storeVersion(ctx.db, {
      row,
      lines: lines.map((line, position) => lineRow(ctx, { line, position, row })),
      replaces: before?.id ?? null,
    }),
    audit: {
      action,
      entity: PURCHASE_REPORT.entity,
      entityId: row.id,
      ...(before === null ? {} : { before: { boughtKg: before.boughtKg, soldKg: before.soldKg } }),
      after: {
        ...{ fromOn: days.fromOn, toOn: days.toOn, count: lines.length },
        boughtKg: sum(lines.map(({ boughtKg }) => boughtKg)),
        soldKg: sum(lines.map(({ soldKg }) => soldKg)),
      },
      ...(reason === null ? {} : { reason }),
    },
    tell: messagesTo(reporter, { days, lines }),
  }
}

function lineRow(
  ctx: VerbContext,
  given: { readonly line: JudgedLine; readonly position: number; readonly row: PurchaseReportRow },
): PurchaseLineRow {
  const { line, position, row } = given
  const { place: _, code: __, holderId: ___, ...said } = line
  const { id: reportId, fromOn, toOn } = row
  return { ...said, id: ctx.newId(), reportId, position, fromOn, toOn }
}

/** The office that typed it in for somebody; null where they did so themselves. */
function officeOf({ actor }: VerbContext, organisationId: string): string | null {
  if (actor.kind !== 'user' || actor.organisationId === organisationId) return null
  return actor.organisationId
}

/** Holders hear of goods bought through their codes by somebody they did not let use them. */
function messagesTo(
  reporter: OrganisationRow,
  said: { readonly days: Days; readonly lines: readonly JudgedLine[] },
): readonly Message[] {
  const odd = said.lines.filter(({ flags }) => flags.includes('no_authorisation'))
  const holders = [...new Set(odd.map(({ holderId }) => holderId))]
  return holders.map((organisationId): Message => {
    const own = odd.filter(({ holderId }) => holderId === organisationId)
    const codes = [...new Set(own.map(({ code }) => code))].join(', ')
    const told = { reporter: reporter.name, codes, period: periodName(said.days) }
    return {
      ...{ organisationId, kind: 'code', href: '/portal/my-codes/purchases' },
      title: fillAll(P.toldTitle, told),
      body: fillAll(P.toldBody, told),
    }
  })
}

function sum(kilograms: readonly (number | null)[]): number {
  return kilograms.reduce<number>((all, kg) => all + (kg ?? 0), 0)
}

import { isUniqueViolation } from '../../../db/errors.ts'
import { readBatchPlace } from '../../../db/queries/allowances.ts'
import { listAuthorities } from '../../../db/queries/authorities.ts'
import { readBatchByRef } from '../../../db/queries/batches.ts'
import { insertReport, readPlaceOfCode, readReportByReceipt } from '../../../db/queries/reports.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { REPORT_MESSAGES } from '../../copy/portal/report-messages.ts'
import { REPORT_REFUSALS } from '../../copy/refusals/reports.ts'
import { authoritiesOf } from '../../domain/reports/authority-of.ts'
import type { ReportDoubt } from '../../domain/reports/judge-report.ts'
import type { Language } from '../../lib/text/local-text.ts'
import type { PROBLEM_REPORT } from '../../resources/problem-report.ts'
import type { ValuesOf } from '../../resources/resource.ts'
import { change } from '../change.ts'
import { actorText, type VerbContext } from '../context.ts'
import { conflict } from '../guard/refusals.ts'
import { messageUnlessUnread } from '../notifications/message-unless-unread.ts'
import type { KeptPhoto } from './keep-report-photo.ts'
import type { ReportedLabel } from './reported-label.ts'

const DAY_MS = 86_400_000
/** Reports of the same within so long are one line of a queue. */
const JOIN_DAYS = 30

/** A report as it was sent, everything in it read and judged. */
export type NewReport = ValuesOf<typeof PROBLEM_REPORT.fields> & {
  readonly receiptHash: string
  /** Of all that was sent: the same again is the same report. */
  readonly requestHash: string
  readonly lang: Language
  readonly label: ReportedLabel | null
  readonly photo: KeptPhoto | null
  readonly doubts: readonly ReportDoubt[]
  readonly setAside: boolean
}

/**
 * Stores what somebody reports, once a receipt, and tells the officers of the place and (without how
 * to reach its sender) the producer. The same sent again is stored already; another report under the
 * same receipt is refused.
 */
export async function makeReport(
  ctx: VerbContext,
  input: NewReport,
): Promise<'stored' | 'already'> {
  if (await isThere(ctx, input)) return 'already'
  const { label, photo, setAside } = input
  const owner = await ownerOf(ctx, input)
  const now = ctx.now()
  const row = {
    id: ctx.newId(),
    ...{ receiptHash: input.receiptHash, requestHash: input.requestHash },
    ...{ createdAt: now, actor: actorText(ctx.actor), lang: input.lang },
    ...{ reason: input.reason, details: input.details, shop: input.shop, address: input.address },
    toldProvinceCode: input.provinceCode,
    contact: input.contact,
    ...{ labelText: label?.text ?? null, verdict: label?.verdict ?? null },
    joinKey: joinKeyOf(input),
    serial: label?.serial ?? null,
    ...owner,
    ...{ photoKey: photo?.photoKey ?? null, photoType: photo?.photoType ?? null },
    doubts: input.doubts,
    state: setAside ? ('set_aside' as const) : ('new' as const),
  }
  const told = setAside ? [] : await toldOf(ctx, owner)
  try {
    await change(ctx, {
      may: 'reports.make',
      target: null,
      statements: [insertReport(ctx.db, { row, joinSince: now - JOIN_DAYS * DAY_MS }), ...told],
      // The row is its own record, and whoever may write one without an account may write many.
      audit: [],
      receipt: { id: row.id },
    })
    return 'stored'
  } catch (error) {
    // The same form, sent twice at one moment.
    if (isUniqueViolation(error) && (await isThere(ctx, input))) return 'already'
    throw error
  }
}

/** What reports of one label for one reason have in common; null without a label. */
export function joinKeyOf({ reason, label }: Pick<NewReport, 'reason' | 'label'>): string | null {
  return label === null ? null : `${reason} ${label.key}`
}

async function isThere(ctx: VerbContext, input: NewReport): Promise<boolean> {
  const there = await readReportByReceipt(ctx.db, input.receiptHash)
  if (there === null) return false
  if (there.requestHash === input.requestHash) return true
  throw conflict(REPORT_REFUSALS.sent)
}

type Owner = {
  readonly batchId: string | null
  readonly organisationId: string | null
  readonly provinceCode: string | null
  readonly communeCode: string | null
}

/** Whose goods they are, and whose officers answer: of where they come from, else of the place told. */
async function ownerOf({ db }: VerbContext, input: NewReport): Promise<Owner> {
  const { label, provinceCode } = input
  const told = { batchId: null, organisationId: null, provinceCode, communeCode: null }
  if (label === null) return told
  if (label.ref !== null) {
    const batch = await readBatchByRef(db, label.ref)
    return batch === null ? told : { batchId: batch.id, ...(await readBatchPlace(db, batch)) }
  }
  const place = label.code === null ? null : await readPlaceOfCode(db, label.code)
  return place === null ? told : { batchId: null, ...place }
}

/** One unread message each, however many reports come. */
async function toldOf(ctx: VerbContext, owner: Owner): Promise<Statement[]> {
  const bodies = authoritiesOf(await listAuthorities(ctx.db), owner)
  const { toOfficers, toProducer } = REPORT_MESSAGES
  const href = '/portal/reports' as const
  return [
    ...bodies.map(({ id }) =>
      messageUnlessUnread(ctx, { organisationId: id, kind: 'report', ...toOfficers, href }),
    ),
    ...(owner.organisationId === null
      ? []
      : [
          messageUnlessUnread(ctx, {
            ...{ organisationId: owner.organisationId, kind: 'report' as const },
            ...{ ...toProducer, href },
          }),
        ]),
  ]
}

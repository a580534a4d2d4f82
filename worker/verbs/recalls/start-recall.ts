import { listOfficesOf } from '../../../db/queries/certification-reminders.ts'
import { readDaysOff } from '../../../db/queries/days-off.ts'
import {
  insertCase,
  type listSales,
  type RecallCaseRow,
  type ReceiverRow,
} from '../../../db/queries/recall-cases.ts'
import { fill, fillAll } from '../../copy/fill.ts'
import { formatOn } from '../../copy/format.ts'
import { inEach } from '../../copy/in-each.ts'
import { RECALL_LETTER, RECALL_COPY as W } from '../../copy/portal/recall.ts'
import { addWorkingDays } from '../../domain/calendar/working-days.ts'
import { REPORT_WORKING_DAYS } from '../../domain/recalls/handling.ts'
import type { RecallScope } from '../../domain/recalls/recall-scope.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { hashSecret, newSecret } from '../accounts/link-secret.ts'
import { change } from '../change.ts'
import { actorText, type Call, type VerbContext } from '../context.ts'
import { conflict } from '../guard/refusals.ts'
import { newException, roomForException } from '../labels/new-exception.ts'
import { secretLetterStatements } from '../mail/letter-statements.ts'
import { previewRecall, type RecallPreview } from './preview-recall.ts'

type Given = {
  readonly organisationId: string
  readonly scope: RecallScope
  readonly wording: LocalText
  readonly documentNo: string | null
}

/**
 * Recalls every batch that is found, those made of them included, in one atomic batch: their labels
 * say so within a minute, and everybody goods of them went to is written a letter with a link of
 * their own to answer by. `seen` is what was looked at before; where more has come since, that is
 * told and nothing is done.
 */
export async function startRecall({
  ctx,
  input,
}: Call<Given & { readonly seen: string }>): Promise<{ id: string }> {
  const preview = await previewRecall(ctx, input)
  if (preview.seen !== input.seen) throw conflict(W.changedSince)
  const { wording, documentNo, scope } = input
  const recall = await newRecall(ctx, input)
  const batches = preview.batches.map((row) => ({
    row,
    exceptionId: row.recalledBy ?? ctx.newId(),
    isNew: row.recalledBy === null,
  }))
  const fresh = batches.filter(({ isNew }) => isNew)
  const refs = batches.map(({ row }) => row.ref)
  const reached = await Promise.all(
    preview.sales.map((sold) => reach(ctx, { sold, recall, preview })),
  )
  const offices = await listOfficesOf(ctx.db, preview.owner)
  return change(ctx, {
    may: 'recalls.write',
    target: preview.target,
    guards: fresh.map(({ row }) => roomForException(row)),
    statements: [
      ...fresh.map(({ row, exceptionId }) =>
        newException(ctx, {
          ...{ id: exceptionId, kind: 'recalled', batchId: row.id },
          ...{ reason: wording.vi, documentNo, wording },
        }),
      ),
      ...insertCase(ctx.db, {
        recall,
        batches: batches.map(({ row, exceptionId }) => ({
          caseId: recall.id,
          batchId: row.id,
          exceptionId,
        })),
        receivers: reached.map(({ receiver }) => receiver),
      }),
      ...reached.flatMap(({ letters }) => letters),
    ],
    audit: {
      action: 'recall.start',
      entityId: recall.id,
      after: { ...scope, refs, receivers: reached.length, documentNo },
      reason: wording.vi,
    },
    tell: toldOf(recall, { offices, producer: preview.owner.name, batches: batches.length }),
    receipt: { id: recall.id },
  })
}

async function newRecall(ctx: VerbContext, given: Given): Promise<RecallCaseRow> {
  const { organisationId, scope, wording, documentNo } = given
  const today = vietnamDateOf(ctx.now())
  return {
    id: ctx.newId(),
    organisationId,
    scope,
    wording,
    documentNo,
    startedAt: ctx.now(),
    startedBy: actorText(ctx.actor),
    reportDueOn: addWorkingDays(today, REPORT_WORKING_DAYS, await readDaysOff(ctx.db)),
    reportedAt: null,
    handling: null,
    closingNote: null,
    closedAt: null,
  }
}

/** What the offices of its place and its producer are told: how many batches, and by when to report. */
function toldOf(
  { id, organisationId, wording, reportDueOn }: RecallCaseRow,
  of: {
    readonly offices: Awaited<ReturnType<typeof listOfficesOf>>
    readonly producer: string
    readonly batches: number
  },
) {
  const { offices, producer, batches } = of
  const day = inEach((lang) => formatOn(reportDueOn, lang))
  const about = { kind: 'batch' as const, href: `/portal/recalls/${id}` as const }
  return [
    ...offices.map((recipients) => ({
      ...about,
      recipients,
      title: fillAll(W.officeTold, { producer }),
      body: fillAll(W.officeBody, { batches, reason: wording, day }),
    })),
    { ...about, organisationId, title: W.told, body: fillAll(W.toldBody, { batches, day }) },
  ]
}

type Sold = Awaited<ReturnType<typeof listSales>>[number]

/** Somebody goods went to, with a link of their own; a letter where an address is known. */
async function reach(
  ctx: VerbContext,
  given: {
    readonly sold: Sold
    readonly recall: RecallCaseRow
    readonly preview: RecallPreview
  },
) {
  const { sold, recall, preview } = given
  const { sale, lot } = sold
  const secret = newSecret()
  const receiver: ReceiverRow = {
    ...{ id: ctx.newId(), caseId: recall.id, saleId: sale.id },
    secretHash: await hashSecret(secret),
    toldAt: sale.email === null ? null : ctx.now(),
    ...{ confirmedAt: null, foundKg: null, returnedKg: null, note: null, byProducer: false },
  }
  if (sale.email === null) return { receiver, letters: [] }
  const product = preview.batches.find(({ id }) => id === sale.batchId)?.product ?? ''
  const letters = await secretLetterStatements(ctx, {
    to: sale.email,
    subject: fill(RECALL_LETTER.subject, { lot }),
    body: fill(RECALL_LETTER.body, {
      ...{ buyer: sale.buyer, product, lot, reason: recall.wording.vi },
      producer: preview.owner.name,
      soldOn: formatOn(sale.soldOn, 'vi'),
      link: `${ctx.labelOrigin.toLowerCase()}/portal/recall-answers/${secret}`,
    }),
  })
  return { receiver, letters }
}

import * as z from 'zod'
import { isUniqueViolation } from '../../../db/errors.ts'
import { batchSourcesVersion } from '../../../db/queries/batch-sources.ts'
import type { BatchRow } from '../../../db/queries/batches.ts'
import { insertCodeUses } from '../../../db/queries/code-use.ts'
import { guardStatement, isGuardRefusal } from '../../../db/queries/guard-statement.ts'
import { isAsRead } from '../../../db/queries/is-as-read.ts'
import {
  hasRoomFor,
  hasRoomForRun,
  insertRun,
  keyIsActive,
  type RunRow,
  readRun,
  sealBatch,
} from '../../../db/queries/runs.ts'
import { fillAll } from '../../copy/fill.ts'
import { LABEL_REFUSALS } from '../../copy/refusals/labels.ts'
import { BATCH_PROFILES } from '../../domain/label/subject.ts'
import { unitSpaceOf } from '../../domain/label/unit-space.ts'
import { told } from '../../resources/told.ts'
import { type BuiltDocument, buildBatchDocument } from '../batches/build-batch-document.ts'
import { documentStatement } from '../batches/document-statement.ts'
import { loadBatch } from '../batches/load-batch.ts'
import { noteWaiting } from '../batches/note-waiting.ts'
import { figuresOf, type Told } from '../batches/told.ts'
import { type Change, change } from '../change.ts'
import { actorText, type Call, type VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import { requireAny } from '../guard/authorise.ts'
import { parseInput } from '../guard/parse-input.ts'
import { tooBusy } from '../guard/refusals.ts'
import { loadSigningKey } from '../keys/load-signing-key.ts'
import { type Cleared, requireChecks } from '../pre-shipment/require-checks.ts'
import { checkPackingDay } from './check-packing-day.ts'
import { chooseProfile, type Fallback } from './choose-profile.ts'
import { codesOf } from './codes-of.ts'
import { judgeSealing } from './judge-sealing.ts'
import { labelSubject } from './label-subject.ts'
import { checkRoom, LARGEST_SERIAL, largestSerial } from './serial-room.ts'
import { standingForIssue, standingStop } from './standing-for-issue.ts'

const ATTEMPTS = 8
export const MOST_COPIES = 1_000_000

export const issueInput = z
  .object({
    ref: z.string(),
    /** Units to number on; with `wholeBatch` absent. */
    count: z.int().min(1, told(LABEL_REFUSALS.atLeastOne)).max(LARGEST_SERIAL).optional(),
    /** Labels of the whole batch: copies of serial 0, which share one URL. */
    wholeBatch: z.literal(true).optional(),
    profile: z.enum(BATCH_PROFILES, told(LABEL_REFUSALS.profile)).default('full'),
    copies: z.int().min(1).max(MOST_COPIES).default(1),
    /** A PIN under a scratch layer on each unit's label. */
    pin: z.boolean().default(false),
    authority: z.string().optional(),
    /** Codes of what was asked and is meant: see `judgeSealing`. */
    confirm: z.array(z.string().max(60)).max(20).default([]),
  })
  .refine((input) => (input.count === undefined) !== (input.wholeBatch === undefined), {
    ...told(LABEL_REFUSALS.countOrBatch),
    path: ['count'],
  })
  .refine((input) => !input.pin || input.wholeBatch === undefined, {
    ...told(LABEL_REFUSALS.pinOfUnits),
    path: ['pin'],
  })

/** What an answer is made of again: a run never changes, so its id is enough. */
export type IssueReceipt = {
  readonly run: Pick<RunRow, 'id'>
  /** Set when the labels are of another profile than the one asked for. */
  readonly fallback: Fallback | null
  /** What is told of the figures; nothing in receipts from before it was. */
  readonly warnings?: readonly Told[]
}

export type IssuedRun = IssueReceipt & {
  readonly run: RunRow
  readonly ref: string
  readonly warnings: readonly Told[]
}

/**
 * Issues a run of labels: numbers it after the last one, seals the batch if it is the first, and
 * stores the batch's document, all in one atomic batch that fails when anything it was decided from
 * has changed meanwhile (and is then decided again). Refused without a product and packing day, for
 * goods that may not be sold or lack a check of their market, and for `gs1` without a GTIN.
 */
export async function issueLabels({
  ctx,
  input,
}: Call<z.input<typeof issueInput>>): Promise<IssuedRun> {
  requireAny(ctx, 'labels.issue')
  const asked = parseInput(issueInput, input)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const batch = await loadBatch(ctx, asked.ref, 'labels.issue')
    const built = await buildBatchDocument(ctx.db, batch.id)
    if (built === null) throw incomplete(batch)
    if (batch.sealedAt === null) checkPackingDay(ctx, built.document)
    const decision = await standingForIssue(ctx, built)
    if (decision.standing === 'stop') {
      await noteWaiting(ctx, { batch, built })
      throw standingStop(batch.ref, decision)
    }
    const cleared = await requireChecks(ctx, batch)
    const plan = planRun(ctx, { batch, built, asked })
    const labels = asked.count ?? asked.copies
    const judged = await judgeSealing(ctx, { batch, built, labels, confirmed: asked.confirm })
    await checkRoom(ctx, { batch, ...plan })
    const key = await loadSigningKey({
      ctx,
      input: { purpose: 'new_run', may: 'labels.issue', ...authorityOf(asked) },
    })
    try {
      const { fallback } = plan
      const warnings = [...judged.warnings, ...cleared.warnings]
      const told = warnings.length === 0 ? {} : { warnings }
      const receipt: IssueReceipt = { run: { id: plan.id }, fallback, ...told }
      const decided = { batch, built, plan, kid: key.kid, judged, cleared }
      await change(ctx, { ...runChange(ctx, decided), receipt })
      const stored = await readRun(ctx.db, plan.id)
      if (stored === null) throw new Error('a run was stored and is not there')
      return { run: stored.run, ref: batch.ref, fallback, warnings }
    } catch (error) {
      if (!isGuardRefusal(error) && !isUniqueViolation(error)) throw error
    }
  }
  throw tooBusy()
}

type Asked = z.output<typeof issueInput>
type RunPlan = Omit<RunRow, 'batchId' | 'fromSerial' | 'toSerial' | 'kid' | 'organisationId'> & {
  readonly count: number
  readonly largest: number
  readonly fallback: Fallback | null
}

function planRun(
  ctx: VerbContext,
  { batch, built, asked }: { batch: BatchRow; built: BuiltDocument; asked: Asked },
): RunPlan {
  const codes = codesOf(built.document)
  const { gtin } = built.document.provenance.product
  const { profile, fallback } = chooseProfile(asked.profile, codes)
  if (profile === 'gs1' && gtin === null) throw noGtin(batch.ref)
  const count = asked.count ?? 0
  const serial = count === 0 ? 0 : 1
  const subject = labelSubject({ profile, ref: batch.ref, serial, gtin, codes })
  return {
    id: ctx.newId(),
    profile,
    unitSpace: unitSpaceOf(subject),
    copies: asked.copies,
    createdAt: ctx.now(),
    actor: actorText(ctx.actor),
    hasPin: asked.pin,
    count,
    largest: largestSerial(profile),
    fallback,
  }
}

/** Where a guard refuses, the database's own word is thrown: the caller decides anew. */
function runChange(
  ctx: VerbContext,
  input: {
    batch: BatchRow
    built: BuiltDocument
    plan: RunPlan
    kid: string
    judged: Awaited<ReturnType<typeof judgeSealing>>
    cleared: Cleared
  },
): Change {
  const { db } = ctx
  const { batch, built, plan, kid, judged, cleared } = input
  const { count, largest, fallback, ...run } = plan
  const held = [
    isAsRead(batchSourcesVersion(batch.id), built.version),
    keyIsActive(kid),
    hasRoomForRun(batch.id),
    hasRoomFor({ unitSpace: run.unitSpace, count, largest }),
    ...cleared.holds,
  ]
  return {
    may: 'labels.issue',
    target: { organisationId: batch.organisationId, place: null },
    statements: [
      ...held.map((holds) => guardStatement(db, holds)),
      insertRun(db, { ...run, batchId: batch.id, kid, count }),
      // Before it is sealed: of what is sealed without any, the database keeps its own.
      ...insertCodeUses(
        db,
        built.uses.map((use) => ({ ...use, sealedAt: run.createdAt, annulledAt: null })),
      ),
      sealBatch(db, { batchId: batch.id, at: run.createdAt }),
      documentStatement(db, { document: built.document, now: run.createdAt }),
      ...cleared.statements,
    ],
    audit: [
      {
        action: 'labels.issue',
        entity: 'label_run',
        entityId: run.id,
        after: {
          ref: batch.ref,
          profile: run.profile,
          kid,
          count,
          copies: run.copies,
          pin: run.hasPin,
          fallback: fallback?.to ?? null,
          ...figuresOf('explained', judged.explained),
          ...figuresOf('warnings', [...judged.warnings, ...cleared.warnings]),
          ...(cleared.allowed.length === 0 ? {} : { allowedChecks: cleared.allowed }),
        },
      },
    ],
    otherwise: () => null,
  }
}

function authorityOf({ authority }: Asked): { authority?: string } {
  return authority === undefined ? {} : { authority }
}

function incomplete(batch: BatchRow): Problem {
  return new Problem({
    code: 'batch_incomplete',
    text: fillAll(LABEL_REFUSALS.noPackingDay, { ref: batch.ref }),
    errors: [{ path: 'packedOn', text: LABEL_REFUSALS.packingDayMissing }],
  })
}

function noGtin(ref: string): Problem {
  return new Problem({
    code: 'batch_incomplete',
    text: fillAll(LABEL_REFUSALS.noGtin, { ref }),
    errors: [{ path: 'gtin', text: LABEL_REFUSALS.gtinMissing }],
  })
}

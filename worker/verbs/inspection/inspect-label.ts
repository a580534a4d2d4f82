import { readBatchPlace } from '../../../db/queries/allowances.ts'
import { type BatchRow, readBatchByRef } from '../../../db/queries/batches.ts'
import { listCasesAbout } from '../../../db/queries/cases.ts'
import { readCodeUseFacts } from '../../../db/queries/code-use.ts'
import type { UnitLabel } from '../../../db/queries/copies.ts'
import { listStandingExceptions } from '../../../db/queries/exceptions.ts'
import { listFindingsAbout } from '../../../db/queries/findings.ts'
import { readAroundBatch } from '../../../db/queries/inspection.ts'
import { listChecksOfBatch } from '../../../db/queries/label-checks.ts'
import { readConfirmation } from '../../../db/queries/label-confirmations.ts'
import { organisationNames } from '../../../db/queries/organisation-names.ts'
import { listReportsOfBatch } from '../../../db/queries/reports.ts'
import { listRuns, type RunRow } from '../../../db/queries/runs.ts'
import { readScansOfBatch } from '../../../db/queries/scan-desk.ts'
import { labelPath, readLabelText } from '../../domain/label/parse-label.ts'
import { readTypedRef } from '../../domain/label/ref.ts'
import { wayOf } from '../batches/trace-batch.ts'
import { change } from '../change.ts'
import { targetOf } from '../codes/target-of.ts'
import type { VerbContext } from '../context.ts'
import { boundsOf, mayDo, ownTarget, requireAny } from '../guard/authorise.ts'
import type { KeyRing } from '../scan/key-ring.ts'
import { pinnedLabel } from '../scan/pinned-label.ts'
import type { Resolution, ScanDeps } from '../scan/resolution.ts'
import { resolveTypedRef } from '../scan/resolve.ts'
import { resolveText } from '../scan/resolve-text.ts'
import { UNKEPT_FACTS } from './unkept-facts.ts'

type Deps = { readonly keys: KeyRing; readonly ownHosts: ReadonlySet<string> }

/**
 * What an inspector sees of a scanned or typed label: what it says now, by the database alone and no
 * cache; and all that is known of its batch, where the batch lies in their place. That they looked
 * stands in the log. At most six waits on the database, however large the batch.
 */
export async function inspectLabel(ctx: VerbContext, given: { deps: Deps; text: string }) {
  requireAny(ctx, 'labels.inspect')
  const { deps, text } = given
  const ref = readTypedRef(text)
  const { label } = readLabelText(text)
  const scan = freshScan(ctx, deps)
  const resolution =
    ref !== null && label === null
      ? await resolveTypedRef(scan, ref)
      : await resolveText({ ...scan, ownHosts: deps.ownHosts }, text)
  const path = label === null ? null : labelPath(label)
  const named =
    resolution?.kind === 'batch' ? resolution.facts.document.provenance.ref : refOf(label)
  const batch = named === null ? null : await readBatchByRef(ctx.db, named)
  const target = batch === null ? null : targetOf(await readBatchPlace(ctx.db, batch))
  const isTheirs = target !== null && mayDo(ctx.actor, 'labels.inspect', target)
  const pinned = resolution === null ? null : (pinnedLabel(resolution)?.unit ?? null)
  const [filed, around] = await Promise.all([
    filedAbout(ctx, { batch, path, holder: isTheirs ? target : null }),
    batch !== null && isTheirs ? aroundOf(ctx, batch, pinned) : null,
    noteLook(ctx, { shown: path ?? text.slice(0, 200), batchId: batch?.id ?? null }),
  ])
  const subject = label === null ? null : `${label.subjectText} · ${label.kid}`
  return { text, path, subject, resolution, batch, target, filed, around }
}

export type Inspected = Awaited<ReturnType<typeof inspectLabel>>
export type InspectedBatch = NonNullable<Inspected['around']>

/** Nothing kept is looked at, and nothing that is read is kept for others. */
function freshScan({ db, now }: VerbContext, { keys }: Deps): ScanDeps {
  return {
    db: () => db,
    now,
    keys,
    cache: UNKEPT_FACTS,
    waitUntil: () => undefined,
  }
}

/** What a label says of itself, also where it is forged. */
function refOf(label: ReturnType<typeof readLabelText>['label']): string | null {
  const subject = label?.subject
  return subject === undefined || subject.profile === 'certificate' ? null : subject.ref
}

async function aroundOf(ctx: VerbContext, batch: BatchRow, unit: UnitLabel | null) {
  const { db } = ctx
  const { id: batchId, packedOn } = batch
  const [up, down, use, around, runs, exceptions, scans, confirmation] = await Promise.all([
    wayOf(ctx, { batchIds: [batchId], way: 'up' }),
    wayOf(ctx, { batchIds: [batchId], way: 'down' }),
    readCodeUseFacts(db, batchId),
    readAroundBatch(db, { batchId, packedOn }),
    listRuns(db, batchId),
    listStandingExceptions(db, batchId),
    readScansOfBatch(db, batchId),
    unit === null ? null : readConfirmation(db, unit),
  ])
  const { memberships, authorisations: contracts } = use
  const ids = [
    ...memberships.flatMap(({ organisationId, memberId }) => [organisationId, memberId]),
    ...contracts.map(({ organisationId }) => organisationId),
  ]
  const names = ids.length === 0 ? new Map<string, string>() : await organisationNames(db, ids)
  const labels = { runs, exceptions, scans, hasPin: unit !== null, confirmation }
  return { ...around, ...labels, up, down, memberships, contracts, names }
}

/**
 * What was put down about the label or its batch, of that the actor may read: cases, findings,
 * reports, and checks on the spot where the batch lies in their place.
 */
async function filedAbout(
  ctx: VerbContext,
  of: {
    readonly batch: BatchRow | null
    readonly path: string | null
    /** Whose the batch is, where it lies in the actor's place. */
    readonly holder: { readonly organisationId: string | null } | null
  },
) {
  const { batch, path, holder } = of
  const organisationId = holder?.organisationId ?? null
  const label = path === null ? [] : [['label', path] as const]
  const lot = batch === null ? [] : [['batch', batch.id] as const]
  const owner = organisationId === null ? [] : [['organisation', organisationId] as const]
  const about = [...label, ...lot, ...owner]
  const [cases, findings, reports, checks] = await Promise.all([
    listCasesAbout(ctx.db, { bounds: boundsOf(ctx, 'cases.read'), about }),
    listFindingsAbout(ctx.db, { bounds: boundsOf(ctx, 'findings.read'), about }),
    batch === null
      ? []
      : listReportsOfBatch(ctx.db, { bounds: boundsOf(ctx, 'reports.read'), batchId: batch.id }),
    batch === null || holder === null ? [] : listChecksOfBatch(ctx.db, batch.ref),
  ])
  return { cases, findings, reports, checks }
}

async function noteLook(
  ctx: VerbContext,
  { shown, batchId }: { readonly shown: string; readonly batchId: string | null },
): Promise<void> {
  await change(ctx, {
    may: 'labels.inspect',
    target: ownTarget(ctx),
    audit: { action: 'label.inspect', entityId: batchId ?? 'none', after: { shown } },
  })
}

/** The run of a batch's own that holds a serial, for whoever would mark it. */
export function runHolding(
  runs: readonly RunRow[],
  resolution: Resolution | null,
): { readonly run: RunRow; readonly serial: number } | null {
  if (resolution?.kind !== 'batch' || resolution.label === null) return null
  const { subject, kid } = resolution.label
  if (subject.profile === 'certificate') return null
  const { serial, profile } = subject
  const run = runs.find(
    (each) =>
      each.kid === kid &&
      each.profile === profile &&
      each.fromSerial <= serial &&
      serial <= each.toSerial,
  )
  return run === undefined ? null : { run, serial }
}

import type { CaseEventRow, Filed } from '../../../db/queries/case-events.ts'
import { insertCaseEvent } from '../../../db/queries/case-events.ts'
import {
  type EvidenceRow,
  hasRoomForEvidence,
  insertEvidence,
  listEvidence,
  MOST_EVIDENCE,
  readEvidence,
} from '../../../db/queries/evidence.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { CASE_REFUSALS as R } from '../../copy/refusals/cases.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { type MediaType, mediaTypeOf } from '../../lib/files/media-type-of.ts'
import { sha256Hex } from '../../lib/files/sha256-hex.ts'
import type { FileStore } from '../../platform/file-store.ts'
import { type AuditEntry, change, type Guard, type Right } from '../change.ts'
import { actorText, type Call, type Lookup, type VerbContext } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'
import { conflict, notFound } from '../guard/refusals.ts'
import { acceptPaper, type HandedIn } from '../papers/accept-paper.ts'
import { keepFile } from '../papers/keep-file.ts'
import { keepFiles } from '../papers/keep-files.ts'

const KINDS: readonly MediaType[] = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp']

/** The thing a file is evidence of, opened by whoever hands it in. */
export type EvidenceOwner = Filed & { readonly right: Right; readonly guards: readonly Guard[] }

/** A file as it will stand among the evidence of a thing. */
export type PreparedEvidence = { readonly row: EvidenceRow; readonly bytes: Uint8Array }

/**
 * Seals a file into a case or finding: the bytes as they came, with their hash in the log. It is never
 * taken out again.
 */
export async function addEvidence({
  ctx,
  files,
  owner,
  input,
}: Call<GivenEvidence> & { readonly files: FileStore; readonly owner: EvidenceOwner }): Promise<{
  id: string
}> {
  const prepared = await prepareEvidence(ctx, owner, input)
  const { row } = prepared
  const { right, guards } = owner
  return keepFile(files, { storeKey: row.storeKey, bytes: prepared.bytes }, () =>
    change(ctx, {
      ...right,
      guards: [...guards, roomForEvidence(owner)],
      statements: evidenceStatements(ctx, row),
      audit: evidenceAudit(row),
      taken: () => invalidField('file', R.evidenceThere),
      receipt: { id: row.id },
    }),
  )
}

type GivenEvidence = HandedIn & { readonly title: string; readonly byHolder?: boolean }

/** Judges a file that is to be evidence; throws `invalid_input` on `file` for what is not kept. */
async function prepareEvidence(
  ctx: VerbContext,
  { entity, entityId }: Filed,
  given: GivenEvidence,
): Promise<PreparedEvidence> {
  // Judged as any paper is; what is kept are the bytes as they came, for place and time prove too.
  const { fileName, mediaType } = await acceptPaper(given, {
    kinds: KINDS,
    otherwise: R.evidenceKind,
  })
  const { bytes, title, byHolder = false } = given
  const row: EvidenceRow = {
    ...{ id: ctx.newId(), entity, entityId, title, fileName, mediaType, byHolder },
    bytes: bytes.length,
    sha256: await sha256Hex(bytes),
    storeKey: `evidence/${ctx.newId()}`,
    addedAt: ctx.now(),
    actor: actorText(ctx.actor),
  }
  return { row, bytes }
}

/** Judges files of one thing, each once, however often it was chosen. */
export async function prepareAll(
  ctx: VerbContext,
  owner: Filed,
  given: readonly GivenEvidence[],
): Promise<PreparedEvidence[]> {
  const prepared = new Map<string, PreparedEvidence>()
  for (const file of given) {
    const each = await prepareEvidence(ctx, owner, file)
    if (!prepared.has(each.row.sha256)) prepared.set(each.row.sha256, each)
  }
  return [...prepared.values()]
}

/** Stores prepared files and the rows that promise them, or none of them. */
export function keepEvidence<Made>(
  files: FileStore,
  prepared: readonly PreparedEvidence[],
  rows: () => Promise<Made>,
): Promise<Made> {
  const kept = prepared.map(({ row: { storeKey }, bytes }) => ({ storeKey, bytes }))
  return keepFiles(files, kept, rows)
}

/** That a thing has fewer files than it may. */
export function roomForEvidence(owner: Filed): Guard {
  return {
    holds: hasRoomForEvidence(owner),
    refusal: () => conflict(R.tooMuchEvidence, { most: MOST_EVIDENCE }),
  }
}

/** Writes a file among the evidence, and that it was added. */
export function evidenceStatements(ctx: VerbContext, row: EvidenceRow): Statement[] {
  return [insertEvidence(ctx.db, row), eventOf(ctx, row)]
}

/** What the log says of a file that was added. */
export function evidenceAudit(row: EvidenceRow): AuditEntry {
  const { entity, entityId, title, fileName, sha256, bytes } = row
  return { action: 'evidence.add', entity, entityId, after: { title, fileName, sha256, bytes } }
}

function eventOf(ctx: VerbContext, row: EvidenceRow) {
  const { entity, entityId, title, sha256, actor, addedAt } = row
  const event: CaseEventRow = {
    ...{ id: ctx.newId(), entity, entityId, kind: 'evidence' },
    ...{ text: `${title} · SHA-256 ${sha256}`, at: addedAt, actor },
  }
  return insertCaseEvent(ctx.db, event)
}

/**
 * A file of the case or finding, as it was handed in; who opened it stands in the log. Throws
 * `conflict` where it is not what was sealed.
 */
export async function openEvidence({
  ctx,
  files,
  owner,
  input,
}: Call<{ readonly id: string; readonly byHolderOnly?: boolean }> & {
  readonly files: FileStore
  readonly owner: Filed & { readonly right: Right }
}): Promise<{ row: EvidenceRow; bytes: Uint8Array }> {
  const row = await readEvidence(ctx.db, owner, { id: input.id })
  if (row === null) throw notFound(THINGS.paper)
  const { fileName, sha256 } = row
  const bytes = await files.get(row.storeKey)
  const state = await stateOf(row, bytes)
  const { entity, entityId, right } = owner
  await change(ctx, {
    ...right,
    audit: { action: 'evidence.look', entity, entityId, after: { fileName, sha256, found: state } },
  })
  if (bytes === null) throw conflict(R.evidenceGone, { name: fileName })
  if (state !== 'matches' || mediaTypeOf(bytes) !== row.mediaType) {
    throw conflict(R.evidenceAltered, { name: fileName })
  }
  return { row, bytes }
}

export type EvidenceState = 'matches' | 'differs' | 'gone'
export type CheckedEvidence = Awaited<ReturnType<typeof listEvidence>>[number] & {
  readonly found: EvidenceState
}

/** Every file of a case or finding, held against its hash one after the other. */
export async function checkEvidence(
  { db }: Lookup,
  { files, owner }: { readonly files: FileStore; readonly owner: Filed },
): Promise<CheckedEvidence[]> {
  const checked: CheckedEvidence[] = []
  for (const row of await listEvidence(db, owner)) {
    checked.push({ ...row, found: await stateOf(row, await files.get(row.storeKey)) })
  }
  return checked
}

async function stateOf(
  { sha256 }: Pick<EvidenceRow, 'sha256'>,
  bytes: Uint8Array | null,
): Promise<EvidenceState> {
  if (bytes === null) return 'gone'
  return (await sha256Hex(bytes)) === sha256 ? 'matches' : 'differs'
}

import { insertCaseEvent } from '../../../db/queries/case-events.ts'
import type { EvidenceRow } from '../../../db/queries/evidence.ts'
import { type FindingRow, insertFinding } from '../../../db/queries/findings.ts'
import type { Statement } from '../../../db/queries/run-batch.ts'
import { INSPECTIONS_COPY as W } from '../../copy/portal/inspections.ts'
import { FINDING } from '../../resources/finding.ts'
import { difference } from '../../resources/resource.ts'
import type { AuditEntry } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { evidenceAudit, evidenceStatements } from '../evidence/evidence.ts'
import type { Minutes, Written } from './minutes.ts'

type Given = Minutes['record']['body']['findings'][number]

/**
 * What minutes found wrong as findings of their own: the holder heard of them on the spot and has until
 * the day named, so each waits for their answer. Photos are evidence as they were sent.
 */
export function findingStatements(ctx: VerbContext, minutes: Minutes): Written {
  const statements: Statement[] = []
  const audit: AuditEntry[] = []
  for (const given of minutes.record.body.findings) {
    const row = findingRow(ctx, minutes, given)
    const { id: entityId, text, createdAt: at, foundBy: actor } = row
    const event = { entity: 'finding', entityId, at, actor } as const
    const photos = photoRows(ctx, minutes, { given, findingId: entityId })
    statements.push(
      insertFinding(ctx.db, row),
      insertCaseEvent(ctx.db, { ...event, id: ctx.newId(), kind: 'opened', text }),
      insertCaseEvent(ctx.db, { ...event, id: ctx.newId(), kind: 'told', text: row.action }),
      ...photos.flatMap((photo) => evidenceStatements(ctx, photo)),
    )
    audit.push(
      {
        action: 'finding.add',
        entityId,
        after: { ...difference(FINDING, { before: null, after: row }).after, about: row.shown },
      },
      ...photos.map(evidenceAudit),
    )
  }
  return { statements, audit }
}

function findingRow(ctx: VerbContext, { row, site }: Minutes, given: Given): FindingRow {
  const { severity, text, action, dueOn } = given
  return {
    ...{ id: ctx.newId(), caseId: null, inspectionId: row.id, severity },
    ...{ text: text.trim(), action: action.trim(), dueOn },
    ...{ aboutKind: 'site', aboutId: site.id, shown: site.name },
    ...{ organisationId: site.organisationId, placeNote: null, foundOn: row.inspectedOn },
    ...{ provinceCode: row.provinceCode, communeCode: row.communeCode },
    ...{ authorityId: row.authorityId, foundBy: row.actor, state: 'told' },
    ...{ toldAt: row.receivedAt, answer: null, answeredAt: null },
    ...{ outcome: null, followUp: null, closedAt: null },
    ...{ createdAt: row.receivedAt, version: 1 },
  }
}

function photoRows(
  ctx: VerbContext,
  { row, record }: Minutes,
  { given, findingId }: { readonly given: Given; readonly findingId: string },
): EvidenceRow[] {
  const shown = new Set(given.photos ?? [])
  return record.photos
    .filter(({ sha256 }) => shown.has(sha256))
    .map(({ sha256, storeKey, mediaType, bytes }) => ({
      ...{ id: ctx.newId(), entity: 'finding', entityId: findingId, title: W.photoTitle.vi },
      ...{ fileName: `${sha256.slice(0, 12)}.${mediaType.slice(6)}`, mediaType, bytes, sha256 },
      ...{ storeKey, byHolder: false, addedAt: row.receivedAt, actor: row.actor },
    }))
}

import { deleteMinutesDraft, draftIs } from '../../../db/queries/minutes-drafts.ts'
import { markPhotosUsed, readOutboxPhotos } from '../../../db/queries/outbox-photos.ts'
import { SCANS } from '../../domain/inspections/page-fields.ts'
import type { PageReading } from '../../domain/inspections/read-page.ts'
import { isDrawn } from '../../domain/inspections/signature.ts'
import { actorText, type Call, type VerbContext } from '../context.ts'
import { invalidInput, parseInput } from '../guard/parse-input.ts'
import {
  type InspectionBody,
  inspectionBodySchema,
  photosOfInspection,
} from '../inspections/inspection-body-schema.ts'
import { recordInspection } from '../inspections/record-inspection.ts'
import { mayPropose } from './may-propose.ts'
import { type OpenedDraft, openDraft, readDraft } from './open-draft.ts'

/**
 * Makes minutes of a draft, the same record as a device sends and by the same way; the draft is gone with
 * the batch that stores them. Throws `invalid_input` naming each field that does not do yet.
 */
export async function finishMinutes({
  ctx,
  input,
}: Call<{ readonly id: string }>): Promise<{ id: string }> {
  const opened = await openDraft(ctx, input.id)
  const reading = readDraft(ctx, opened)
  if (reading.faults.size > 0) {
    throw invalidInput([...reading.faults].map(([path, text]) => ({ path, text })))
  }
  const { row } = opened
  const body = parseInput(inspectionBodySchema, bodyOf(ctx, opened, reading))
  const account = actorText(ctx.actor)
  const hashes = photosOfInspection(body)
  const at = ctx.now()
  await recordInspection(
    ctx,
    {
      ...{ id: row.id, v: 0, happenedOn: reading.on, madeAt: at, body },
      // It was written by our own clock.
      clock: { offsetMs: 0, measuredAt: at },
      photos: hashes.length === 0 ? [] : await readOutboxPhotos(ctx.db, { account, hashes }),
    },
    {
      guards: [{ holds: draftIs(row) }],
      statements: [
        ...markPhotosUsed(ctx.db, { account, hashes, at }),
        deleteMinutesDraft(ctx.db, row.id),
      ],
    },
  )
  return { id: row.id }
}

function bodyOf(
  ctx: VerbContext,
  { row, site }: OpenedDraft,
  reading: PageReading,
): Readonly<Record<keyof InspectionBody, unknown>> {
  const { texts, photos, kind } = row
  const said = (name: string) => {
    const text = (texts[name] ?? '').trim()
    return text === '' ? null : text
  }
  const scans = photos[SCANS] ?? []
  const { inspector, holder } = reading.signatures
  return {
    ...{ formVersionId: row.formVersionId, siteId: row.siteId, visitId: row.visitId, kind },
    rules: row.rules,
    ...{ code: null, place: null, outcome: said('outcome'), conclusion: said('conclusion') },
    answers: reading.answers,
    findings: reading.findings.map(({ key: _, ...finding }) => finding),
    followUps: reading.followUps,
    proposal: mayPropose(ctx, site) ? reading.proposal : null,
    inspector: {
      ...{ name: said('inspector.name'), position: said('inspector.position') },
      signature: inspector,
    },
    holder: {
      ...{ name: said('holder.name'), position: said('holder.position') },
      signature: isDrawn(holder) ? holder : null,
      whyUnsigned: isDrawn(holder) ? null : said('holder.whyUnsigned'),
    },
    paper: scans.length === 0 ? null : { scans },
  }
}

import type { VerbContext } from '../context.ts'
import { type PreparedEvidence, prepareEvidence } from '../evidence/evidence.ts'
import type { HandedIn } from '../papers/accept-paper.ts'

/** Photos and papers as evidence of a finding, each once, however often it was chosen. */
export async function sealedPhotos(
  ctx: VerbContext,
  given: {
    readonly findingId: string
    readonly photos: readonly HandedIn[]
    readonly title: string
    readonly byHolder?: boolean
  },
): Promise<PreparedEvidence[]> {
  const { findingId, photos, ...said } = given
  const owner = { entity: 'finding', entityId: findingId } as const
  const sealed = new Map<string, PreparedEvidence>()
  for (const photo of photos) {
    const prepared = await prepareEvidence(ctx, owner, { ...photo, ...said })
    if (!sealed.has(prepared.row.sha256)) sealed.set(prepared.row.sha256, prepared)
  }
  return [...sealed.values()]
}

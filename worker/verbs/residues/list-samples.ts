import { listResidueSamples, listSamplesOfSite } from '../../../db/queries/residues.ts'
import type { SampleState } from '../../domain/residues/kinds.ts'
import { targetOfSample } from '../../resources/residue-sample.ts'
import type { Reading } from '../context.ts'
import { listPage, type Page, type PageAsked } from '../documents/list-page.ts'
import { boundsOf, mayDo } from '../guard/authorise.ts'
import { type JudgedSample, judgeSamples } from './judge-samples.ts'
import { openSample } from './open-sample.ts'

/** Samples the actor may see, newest first, each with what it means: of their place, or taken at theirs. */
export async function readSamples(
  ctx: Reading,
  asked: PageAsked & { readonly state: SampleState | null },
): Promise<Page<JudgedSample>> {
  const bounds = boundsOf(ctx, 'residues.read')
  const { rows, nextCursor } = await listPage(asked, { createdAt: 'whole', id: 'text' }, (page) =>
    listResidueSamples(ctx.db, { bounds, state: asked.state, ...page }),
  )
  return { rows: await judgeSamples(ctx, rows), nextCursor }
}

/** The last samples taken on a site that the actor may see. */
export async function readSamplesOfSite(
  ctx: Reading,
  asked: { readonly siteId: string; readonly limit: number },
): Promise<readonly JudgedSample[]> {
  const rows = await listSamplesOfSite(ctx.db, asked)
  return judgeSamples(
    ctx,
    rows.filter((row) => mayDo(ctx.actor, 'residues.read', targetOfSample(row))),
  )
}

/** One sample, judged. */
export async function showSample(ctx: Reading, id: string): Promise<JudgedSample> {
  const { row } = await openSample(ctx, id, 'residues.read')
  const [judged] = await judgeSamples(ctx, [row])
  if (judged === undefined) throw new Error('a sample that was handed in was not judged')
  return judged
}

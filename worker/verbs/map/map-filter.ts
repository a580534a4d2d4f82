import type { MapFilter, OfDay } from '../../../db/queries/mapped-places.ts'
import type { OutlineQuestion } from '../../domain/sites/outline-question.ts'
import type { CodeStatus } from '../../domain/standing/types.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { VerbContext } from '../context.ts'
import { boundsOf, requireAny } from '../guard/authorise.ts'

/** Which coded places somebody asks for; null leaves a question open. */
export type MapQuestion = {
  readonly provinceCode: string | null
  readonly communeCode: string | null
  /** As it is written, in any spelling of its case and tones. */
  readonly crop: string | null
  readonly market: string | null
  readonly status: CodeStatus | null
  readonly outline: OutlineQuestion | null
}

/** The question within what the actor may see today. */
export function mapFilter(ctx: VerbContext, asked: MapQuestion): MapFilter & OfDay {
  requireAny(ctx, 'sites.read')
  // Which areas lie over one another is what officers look into.
  if (asked.outline === 'overlapping') requireAny(ctx, 'patterns.read')
  const { crop, ...others } = asked
  return {
    ...others,
    bounds: boundsOf(ctx, 'sites.read'),
    cropFolded: crop === null ? null : foldVietnamese(crop),
    day: vietnamDateOf(ctx.now()),
  }
}

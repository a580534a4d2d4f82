import { listPatterns, type PatternItem, readPattern } from '../../../db/queries/patterns.ts'
import { PATTERNS_COPY as W } from '../../copy/portal/patterns.ts'
import type { PatternKind, PatternState } from '../../domain/patterns/kinds.ts'
import { targetOfPlace } from '../codes/target-of.ts'
import type { Reading } from '../context.ts'
import { listPage, type Page, type PageAsked } from '../documents/list-page.ts'
import { boundsOf } from '../guard/authorise.ts'
import { type Opened, opener } from '../guard/opener.ts'

/** Patterns of the actor's place, those that changed last first. */
export async function readPatterns(
  ctx: Reading,
  asked: PageAsked & { readonly state: PatternState; readonly kind: PatternKind | null },
): Promise<Page<PatternItem>> {
  const bounds = boundsOf(ctx, 'patterns.read')
  return listPage(asked, { changedAt: 'whole', id: 'text' }, (page) =>
    listPatterns(ctx.db, { ...asked, bounds, ...page }),
  )
}

export type OpenedPattern = Opened<PatternItem>

/** One the actor may do it to; any other is simply not there. It is of its place, and nobody's. */
export const openPattern = opener({ read: readPattern, target: targetOfPlace, noun: W.noun })

import { readCodesOfSite } from '../../../db/queries/inspections.ts'
import { readSite } from '../../../db/queries/sites-rows.ts'
import { INSPECTIONS_COPY as W } from '../../copy/portal/inspections.ts'
import type { Target } from '../../domain/access/permissions.ts'
import { findRegisterCode } from '../codes/find-register-code.ts'
import { targetOf } from '../codes/target-of.ts'
import type { VerbContext } from '../context.ts'
import { mayDo } from '../guard/authorise.ts'
import { notFound } from '../guard/refusals.ts'
import type { InspectionBody } from './inspection-body-schema.ts'

/** The place that was inspected, with the code that was meant. */
export type InspectedSite = {
  readonly id: string
  readonly name: string
  /** Which kind of form it takes. */
  readonly slot: string
  readonly organisationId: string
  readonly provinceCode: string | null
  readonly communeCode: string | null
  readonly codeId: string | null
  readonly code: string | null
  readonly target: Target
}

/** The place by its id, or by a code as it was typed; one that the actor may not inspect is not there. */
export async function findSite(
  ctx: VerbContext,
  { siteId, code: typed }: Pick<InspectionBody, 'siteId' | 'code'>,
): Promise<InspectedSite> {
  const named = (typed ?? '').trim()
  const found = named === '' ? null : (await findRegisterCode(ctx.db, named)).code
  const row = await readSite(ctx.db, siteId ?? found?.siteId ?? '')
  const target = row === null ? null : targetOf(row)
  if (row === null || target === null || !mayDo(ctx.actor, 'inspections.write', target)) {
    throw notFound(W.siteNoun)
  }
  // Whoever chose a place and typed the code of another meant one of the two.
  if (found !== null && found.siteId !== row.id) throw notFound(W.codeOfSite)
  const [only, ...others] = found === null ? await readCodesOfSite(ctx.db, row.id) : [found]
  const code = others.length === 0 ? (only ?? null) : null
  return {
    ...{ id: row.id, name: row.name, slot: row.labelSlot, organisationId: row.organisationId },
    ...{ provinceCode: row.provinceCode, communeCode: row.communeCode, target },
    codeId: code?.id ?? null,
    code: code?.code ?? null,
  }
}

import { findOrganisationsLike } from '../../../db/queries/accounts-places.ts'
import { readAlikeOrganisations } from '../../../db/queries/alike-organisations.ts'
import { readOrganisation } from '../../../db/queries/organisations.ts'
import { fillAll } from '../../copy/fill.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { reachOf } from '../../domain/access/permissions.ts'
import { holderKey } from '../../domain/lists/records/holder-key.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { Lookup, Reading } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'

export type HolderChoice = { readonly id: string; readonly name: string }

/**
 * Whose place it is: producers' and packers' own organisation, whatever they ask for; for officers
 * the one typed. Throws `invalid_input` on `organisation` where it is none or could be several.
 */
export async function resolveHolder(
  ctx: Reading,
  typed: { readonly organisation: string; readonly organisationId: string },
): Promise<HolderChoice> {
  const { actor } = ctx
  if (actor.kind === 'user' && reachOf(actor.role, 'sites.write') === 'own') {
    return { id: actor.organisationId, name: actor.organisationName }
  }
  if (typed.organisationId !== '') {
    const picked = await readOrganisation(ctx.db, typed.organisationId)
    if (picked === null) throw invalidField('organisation', SITE_REFUSALS.holderGone)
    return picked
  }
  const folded = foldVietnamese(typed.organisation)
  if (folded === '') throw invalidField('organisation', SITE_REFUSALS.holderMissing)
  const choices = await begunSo(ctx, folded)
  const exact = choices.filter(({ name }) => foldVietnamese(name) === folded)
  const [only, ...others] = exact.length > 0 ? exact : choices
  if (only === undefined) {
    const alike = await alikeNames(ctx, typed.organisation)
    const { holderAlike, holderUnknown } = SITE_REFUSALS
    const text = alike.length > 0 ? holderAlike : holderUnknown
    throw invalidField('organisation', fillAll(text, { name: typed.organisation }))
  }
  if (others.length > 0) throw invalidField('organisation', SITE_REFUSALS.holderAmbiguous)
  return only
}

/** What people leave out of a name when they type it. */
const BEGINNINGS = ['', 'hop tac xa ', 'htx ', 'cong ty tnhh ', 'cong ty ', 'to hop tac ', 'ho ']

/** Organisations a typed text may mean: by the beginning of their names, or spelled almost so. */
export async function holderChoices(ctx: Lookup, text: string): Promise<readonly HolderChoice[]> {
  const begun = await begunSo(ctx, foldVietnamese(text))
  const alike = (await alikeNames(ctx, text)).filter(({ id }) =>
    begun.every((other) => other.id !== id),
  )
  return [...begun, ...alike].slice(0, MOST)
}

async function alikeNames(ctx: Lookup, text: string): Promise<readonly HolderChoice[]> {
  const key = holderKey(text)
  const found = key === '' ? [] : await readAlikeOrganisations(ctx.db, [key])
  return found.slice(0, MOST).map(({ id, name }) => ({ id, name }))
}

async function begunSo(ctx: Lookup, folded: string): Promise<readonly HolderChoice[]> {
  if (folded.length < 2) return []
  const found: HolderChoice[] = []
  for (const beginning of BEGINNINGS) {
    const like = await findOrganisationsLike(ctx.db, beginning + folded)
    found.push(...like.filter(({ id }) => found.every((other) => other.id !== id)))
    if (found.length >= MOST) break
  }
  return found.slice(0, MOST)
}

const MOST = 15

import { readPlaceNames } from '../../../db/queries/accounts-places.ts'
import { readBatchPlace } from '../../../db/queries/allowances.ts'
import { readBatchByRef } from '../../../db/queries/batches.ts'
import { readSite } from '../../../db/queries/sites-rows.ts'
import { RESIDUE_COPY as W } from '../../copy/portal/residue.ts'
import { CASE_REFUSALS as R } from '../../copy/refusals/cases.ts'
import { EVERYWHERE, type Place } from '../../domain/access/roles.ts'
import { readTypedRef } from '../../domain/label/ref.ts'
import { resolvePlace } from '../accounts/resolve-place.ts'
import { findRegisterCode } from '../codes/find-register-code.ts'
import { targetOf } from '../codes/target-of.ts'
import type { VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import { mayDo } from '../guard/authorise.ts'
import { invalidField } from '../guard/parse-input.ts'

/** Where a sample is taken and whose it is. */
export type SampledPlace = Place & {
  readonly about: string | null
  readonly communeName: string | null
  readonly siteId: string | null
  readonly batchId: string | null
  readonly organisationId: string | null
}

/**
 * What was sampled, by the code of its site, by its batch, or where neither is said by its commune.
 * Refuses, on the field, what is not there and what lies outside the actor's area.
 */
export async function sampledPlace(
  ctx: VerbContext,
  typed: { readonly about: string | null; readonly communeName: string | null },
): Promise<SampledPlace> {
  const { about, communeName } = typed
  if (about !== null) {
    const found = await thingOf(ctx, about)
    if (found === null) throw invalidField('about', W.aboutUnknown)
    if (!mayDo(ctx.actor, 'residues.write', targetOf(found)))
      throw invalidField('about', W.aboutElsewhere)
    const names = await readPlaceNames(ctx.db, found)
    return { ...found, communeName: names.communeName }
  }
  const place = await communeOf(ctx, communeName)
  if (place.communeCode === null) throw invalidField('communeName', W.communeNeeded)
  const names = await readPlaceNames(ctx.db, place)
  return {
    ...place,
    communeName: names.communeName,
    ...{ about: null, siteId: null, batchId: null, organisationId: null },
  }
}

async function thingOf(
  { db }: VerbContext,
  typed: string,
): Promise<Omit<SampledPlace, 'communeName'> | null> {
  const ref = readTypedRef(typed)
  const batch = ref === null ? null : await readBatchByRef(db, ref)
  if (batch !== null) {
    const { organisationId } = batch
    const { provinceCode, communeCode } = await readBatchPlace(db, batch)
    const about = `${batch.lot} · ${batch.ref}`
    return {
      ...{ about, provinceCode, communeCode, organisationId },
      batchId: batch.id,
      siteId: null,
    }
  }
  const code = await codeOf(db, typed)
  const site = await readSite(db, code?.siteId ?? typed)
  if (site === null) return null
  const { provinceCode, communeCode, organisationId } = site
  return {
    ...{ provinceCode, communeCode, organisationId, siteId: site.id, batchId: null },
    about: code?.code ?? site.name,
  }
}

async function codeOf(db: VerbContext['db'], typed: string) {
  try {
    return (await findRegisterCode(db, typed)).code
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') return null
    // Several codes are spelled like this one: which is told on the field.
    if (error instanceof Problem) throw invalidField('about', error.text)
    throw error
  }
}

/** The commune that was named in the actor's province; their own where none was. */
export async function communeOf(ctx: VerbContext, commune: string | null): Promise<Place> {
  const { actor } = ctx
  const own = actor.kind === 'user' && actor.role !== 'admin' ? actor.place : EVERYWHERE
  if (commune === null || own.communeCode !== null) return own
  try {
    const province = own.provinceCode ?? ''
    return await resolvePlace(ctx, { role: 'inspector', province, commune })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    throw invalidField('communeName', R.noSuchCommune)
  }
}

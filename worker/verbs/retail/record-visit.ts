import { readPlaceNames } from '../../../db/queries/accounts-places.ts'
import { insertVisit, type RetailItemRow, type RetailVisitRow } from '../../../db/queries/retail.ts'
import { RETAIL_COPY as W } from '../../copy/portal/retail.ts'
import { CASE_REFUSALS as R } from '../../copy/refusals/cases.ts'
import { EVERYWHERE, type Place } from '../../domain/access/roles.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { inputOf } from '../../resources/resource.ts'
import { MOST_ITEMS, RETAIL_VISIT, retailItemFields } from '../../resources/retail-visit.ts'
import { resolvePlace } from '../accounts/resolve-place.ts'
import { authorityOf } from '../cases/desk-place.ts'
import { change } from '../change.ts'
import { actorText, type Call, type VerbContext } from '../context.ts'
import { type FieldError, Problem } from '../errors.ts'
import { requireAny } from '../guard/authorise.ts'
import { invalidField, invalidInput, parseInput } from '../guard/parse-input.ts'
import type { Texts } from '../records/save-record.ts'

/** Puts down what was seen at a shop, market or fair: the visit with all its products. */
export async function recordVisit({
  ctx,
  input,
}: Call<{ readonly texts: Texts }>): Promise<{ id: string }> {
  requireAny(ctx, 'retail.write')
  const { commune, ...given } = parseInput(inputOf(RETAIL_VISIT), input.texts)
  if (given.visitedOn > vietnamDateOf(ctx.now())) throw invalidField('visitedOn', W.dayToCome)
  const place = await placeOf(ctx, commune)
  const id = ctx.newId()
  const items = itemsIn(input.texts, id)
  const names = await readPlaceNames(ctx.db, place)
  const row: RetailVisitRow = {
    ...given,
    ...place,
    id,
    shopFolded: foldVietnamese(given.shop),
    communeName: names.communeName,
    authorityId: authorityOf(ctx.actor),
    createdAt: ctx.now(),
    actor: actorText(ctx.actor),
  }
  return change(ctx, {
    may: 'retail.write',
    target: { organisationId: null, place },
    statements: insertVisit(ctx.db, row, items),
    audit: {
      action: 'retail.add',
      entityId: id,
      after: { shop: row.shop, visitedOn: row.visitedOn, products: items.length },
    },
    receipt: { id },
  })
}

/** The commune that was named, in the place of whoever was there; their own where none was. */
async function placeOf({ db, actor }: VerbContext, commune: string | null): Promise<Place> {
  const own = actor.kind === 'user' && actor.role !== 'admin' ? actor.place : EVERYWHERE
  if (commune === null || own.communeCode !== null) return own
  try {
    const province = own.provinceCode ?? ''
    return await resolvePlace({ db }, { role: 'inspector', province, commune })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    throw invalidField('commune', R.noSuchCommune)
  }
}

/** The products that were named, in their order. Throws naming each that lacks an answer. */
function itemsIn(texts: Texts, visitId: string): RetailItemRow[] {
  const items: RetailItemRow[] = []
  const faults: FieldError[] = []
  for (let place = 1; place <= MOST_ITEMS; place++) {
    const read = parseInput(inputOf({ fields: retailItemFields(place) }), {
      product: texts[`product${place}`],
      qr: texts[`qr${place}`],
      verdict: texts[`verdict${place}`],
      complete: texts[`complete${place}`],
      producer: texts[`producer${place}`],
    })
    if (read.product === null) continue
    if (read.qr === null) faults.push({ path: `qr${place}`, text: W.needed })
    if (read.qr === 'no' && (read.verdict ?? 'not_scanned') !== 'not_scanned') {
      faults.push({ path: `verdict${place}`, text: W.notScannable })
    }
    items.push({
      ...{ visitId, position: place, product: read.product, producer: read.producer },
      qrPresent: read.qr === 'yes',
      verdict: read.verdict ?? 'not_scanned',
      dataComplete: read.complete === null ? null : read.complete === 'yes',
      ...{ label: null, note: null },
    })
  }
  if (faults.length > 0) throw invalidInput(faults)
  if (items.length === 0) throw invalidField('product1', R.noItems)
  return items
}

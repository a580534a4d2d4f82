import { sql } from 'drizzle-orm'
import { insertRecord } from '../../../db/queries/records.ts'
import { fillAll } from '../../copy/fill.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { ORGANISATION_KINDS } from '../../domain/access/organisation-kinds.ts'
import { ORGANISATION } from '../../resources/organisation.ts'
import type { ChangePart } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { readTexts } from '../records/save-record.ts'
import type { HolderChoice } from './resolve-holder.ts'

/** A holder that is added together with its first place, and what writes it. */
export type NewHolder = HolderChoice & ChangePart

type Place = {
  readonly communeCode: string | null
  readonly communeName: string | null
  readonly provinceCode: string | null
  readonly provinceName: string | null
}

/**
 * The organisation that somebody says is new, at the place of its first site. Throws `invalid_input`
 * for what is no kind or no name; one of that name in the same province is refused as it is written.
 */
export function newHolder(
  ctx: VerbContext,
  given: { readonly name: string; readonly kind: string; readonly place: Place },
): NewHolder {
  const kind = ORGANISATION_KINDS.find((each) => each === given.kind)
  if (kind === undefined) throw invalidField('holderKind', SITE_REFUSALS.holderKindUnknown)
  const { communeCode, communeName, provinceCode, provinceName } = given.place
  const values = readTexts(ORGANISATION, { name: given.name, kind })
  const derived = ORGANISATION.derive?.(values)
  const place = { communeCode, communeName, provinceCode, provinceName }
  const row = {
    id: ctx.newId(),
    ...ORGANISATION.initial?.(ctx.now(), place),
    ...derived,
    ...values,
    ...place,
    createdAt: ctx.now(),
  }
  const { name } = values
  const taken = () => conflict(fillAll(SITE_REFUSALS.holderThere, { name }))
  return {
    id: row.id,
    name,
    guards: [
      {
        holds: sql`NOT EXISTS (SELECT 1 FROM organisation
          WHERE name_folded = ${derived?.['nameFolded'] ?? ''} AND province_code IS ${provinceCode})`,
        refusal: taken,
      },
    ],
    statements: [insertRecord(ctx.db, ORGANISATION.table, row)],
    audit: [
      {
        action: ORGANISATION.actions.add,
        entity: ORGANISATION.entity,
        entityId: row.id,
        after: { name, kind },
      },
    ],
  }
}

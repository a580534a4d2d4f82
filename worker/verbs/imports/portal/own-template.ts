import { listOwnCodes } from '../../../../db/queries/batch-choices.ts'
import { readOrganisation } from '../../../../db/queries/organisations.ts'
import { listProducts } from '../../../../db/queries/product-list.ts'
import { DIARY_KINDS } from '../../../copy/diary.ts'
import { IMPORTS_COPY as W } from '../../../copy/portal/imports.ts'
import { THINGS } from '../../../copy/refusals/things.ts'
import { UNITS } from '../../../copy/units.ts'
import { BATCH_SPEC } from '../../../domain/lists/records/batch-spec.ts'
import { DIARY_SPEC } from '../../../domain/lists/records/diary-spec.ts'
import type { TableSpec } from '../../../lib/sheet/table/table-spec.ts'
import type { VerbContext } from '../../context.ts'
import type { ListFile } from '../../exports/list-file.ts'
import { notFound } from '../../guard/refusals.ts'
import { listKindsOf, ownOrganisation } from '../own-lists.ts'

/** An empty list with what may be chosen in its columns. */
export type ListTemplate = Omit<ListFile<never>, 'format' | 'rows'>

/** More than anybody looks through in a cell. */
const MOST_CHOICES = 500

/** An own list of a kind to be filled in, with the organisation's own products and codes to choose from. */
export async function ownTemplate(ctx: VerbContext, kind: string): Promise<ListTemplate> {
  const organisationId = ownOrganisation(ctx)
  if (organisationId === null || !listKindsOf(ctx).some((each) => each === kind)) {
    throw notFound(THINGS.template)
  }
  const codes = await listOwnCodes(ctx.db, { organisationId, limit: MOST_CHOICES })
  const codesOf = (slot: string) => codes.flatMap((row) => (row.slot === slot ? [row.code] : []))
  const areas = codesOf('growing_area')
  if (kind === 'diary') {
    return template(DIARY_SPEC, {
      name: 'mau-nhat-ky',
      sheetName: W.kindDiary.vi,
      values: {
        growingAreaCode: areas,
        kind: Object.values(DIARY_KINDS).map(({ name }) => name.vi),
      },
    })
  }
  const [owner, products] = await Promise.all([
    readOrganisation(ctx.db, organisationId),
    listProducts(ctx.db, {
      ...{ bounds: null, organisationId, gtin: null, words: [], archived: false },
      ...{ after: null, limit: MOST_CHOICES },
    }),
  ])
  return template(BATCH_SPEC, {
    name: 'mau-lo-hang',
    sheetName: W.kindBatches.vi,
    values: {
      productName: products.map(({ name }) => name),
      producerName: owner === null ? [] : [owner.name],
      growingAreaCodes: areas,
      packingHouseCode: codesOf('packing_house'),
      unit: [UNITS.kg, UNITS.t, UNITS.box, UNITS.pack, UNITS.bag].map(({ vi }) => vi),
    },
  })
}

function template(
  { columns }: TableSpec,
  given: Pick<ListTemplate, 'name' | 'sheetName'> & {
    readonly values: Readonly<Record<string, readonly string[]>>
  },
): ListTemplate {
  const { name, sheetName, values } = given
  return {
    ...{ name, sheetName },
    columns: columns.map(({ label }) => ({
      ...{ heading: label, width: Math.max(14, label.length + 4), cell: () => null },
    })),
    choices: columns.flatMap(({ id }, column) => {
      const own = values[id] ?? []
      return own.length === 0 ? [] : [{ column, values: own }]
    }),
  }
}

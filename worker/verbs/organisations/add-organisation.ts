import * as z from 'zod'
import { findOrganisations } from '../../../db/queries/organisations.ts'
import { foldVietnamese } from '../../domain/codes/fold-vietnamese.ts'
import type { VerbContext } from '../context.ts'
import { Problem } from '../errors.ts'
import { requireAny } from '../guard/authorise.ts'
import { parseInput } from '../guard/parse-input.ts'
import { createOrganisation } from './create-organisation.ts'
import { organisationFields } from './organisation-input.ts'
import { placeOfOrganisation } from './place-of-organisation.ts'

const schema = organisationFields
  .omit({ communeCode: true, provinceCode: true })
  .extend({ sameNameOk: z.boolean() })

/**
 * Adds an organisation as a person types it: the place by its names. One of the very same name is
 * asked about first (`conflict` with an error on `sameNameOk`), for people do share names.
 */
export async function addOrganisation({
  ctx,
  input,
}: {
  ctx: VerbContext
  input: z.input<typeof schema>
}): Promise<{ id: string }> {
  requireAny(ctx, 'organisations.write')
  const { sameNameOk, communeName, provinceName, ...fields } = parseInput(schema, input)
  const place = await placeOfOrganisation(ctx, {
    communeName: communeName ?? null,
    provinceName: provinceName ?? null,
  })
  if (!sameNameOk) {
    const [other] = await findOrganisations(ctx.db, foldVietnamese(fields.name))
    if (other !== undefined) throw sameName(other.name)
  }
  return createOrganisation({ ctx, input: { ...fields, ...place } })
}

function sameName(name: string): Problem {
  const message = `Đã có đơn vị tên “${name}”. Nếu đây là đơn vị khác cùng tên, hãy đánh dấu ô này rồi lưu lại.`
  return new Problem({
    code: 'conflict',
    text: {
      vi: message,
      en: `There is an organisation “${name}” already. If this is another of the same name, tick the box and save again.`,
      zh: `已有名为“${name}”的单位。如确为同名的另一单位，请勾选后再保存。`,
    },
    errors: [{ path: 'sameNameOk', message }],
  })
}

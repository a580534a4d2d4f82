import { guardStatement } from '../../../../db/queries/guard-statement.ts'
import {
  areCurrent,
  readProductsBack,
  takeProductsBack,
} from '../../../../db/queries/protection.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { PROTECTION_REPORT } from '../../../copy/reports/protection.ts'
import { requirePermission } from '../../guard/authorise.ts'
import type { TakeBack } from './taken-back.ts'

/**
 * Takes the next entries of a list of plant-protection products out and puts back what they stood in
 * place of. What a later list says otherwise stays. Refused where one is replaced meanwhile.
 */
export const takeBackProducts: TakeBack = async (ctx, asked) => {
  requirePermission(ctx, 'protection.write', null)
  const { db } = ctx
  const { importId } = asked
  const rows = await readProductsBack(db, asked)
  const ids = rows.flatMap(({ id, isReplaced }) => (isReplaced ? [] : [id]))
  const replaced = rows.filter(({ isReplaced }) => isReplaced)
  return {
    looked: rows.length,
    statements: [guardStatement(db, areCurrent(ids)), ...takeProductsBack(db, { importId, ids })],
    counts: [['productsTakenBack', ids.length]],
    kept: replaced.map(({ tradeName: name, permittedFromOn }) =>
      fill(PROTECTION_REPORT.productReplaced, { name, on: formatOn(permittedFromOn, 'vi') }),
    ),
    logged: { productsTakenBack: ids.length },
  }
}

import { FIELD_FAULTS } from '../../copy/field-faults.ts'
import { fill } from '../../copy/fill.ts'
import { MINISTRY_COPY as W } from '../../copy/portal/ministry-lists.ts'
import { MINISTRY_ANSWER } from '../../resources/ministry-list.ts'
import { inputOf } from '../../resources/resource.ts'
import { previewDecisions } from '../codes/bulk/preview-decisions.ts'
import type { FileCall } from '../context.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import type { Texts } from '../records/save-record.ts'
import { openMinistryList } from './open-list.ts'

/**
 * Reads what the ministry answered to a list as decisions on its codes, to be looked at and confirmed as
 * any list of decisions is: approved ones become active, rejected ones are cancelled, codes that are
 * not on record are told. Gives the id of the preview; nothing is recorded before it is confirmed.
 */
export async function readMinistryAnswer({
  ctx,
  files,
  input,
}: FileCall<{
  readonly id: string
  readonly texts: Texts
  readonly file: { readonly bytes: Uint8Array; readonly fileName: string } | null
}>): Promise<{ id: string }> {
  const { row } = await openMinistryList(ctx, input.id, 'codes.decide')
  const { outcome, documentNo, effectiveOn, list } = parseInput(
    inputOf(MINISTRY_ANSWER),
    input.texts,
  )
  if (input.file === null && list === null) throw invalidField('list', FIELD_FAULTS.missing)
  const [market, ...others] = [...new Set(row.rows.map((each) => each.market))]
  return previewDecisions({
    ctx,
    files,
    input: {
      common: {
        // Of one market the list itself says which; of several each row does.
        market: others.length === 0 ? (market ?? '') : '',
        ...{ status: outcome, effectiveOn, documentNo, reasonCode: '' },
        reason: fill(W.answerReason.vi, { document: row.documentNo }),
      },
      source:
        input.file === null
          ? { kind: 'pasted', text: list ?? '' }
          : { kind: 'file', ...input.file },
    },
  })
}

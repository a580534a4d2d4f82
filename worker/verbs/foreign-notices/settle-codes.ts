import { type CodeTarget, readTargetsOfCodes } from '../../../db/queries/code-portal.ts'
import {
  listNamedCodes,
  type NoticeCode,
  selectItems,
} from '../../../db/queries/foreign-notice-items.ts'
import { fill } from '../../copy/fill.ts'
import { FOREIGN_COPY as W } from '../../copy/portal/foreign-notices.ts'
import { FOREIGN_REFUSALS as R } from '../../copy/refusals/foreign-notices.ts'
import { normaliseCode } from '../../domain/codes/normalise-code.ts'
import { itemAfter } from '../../domain/foreign-notices/item-workflow.ts'
import { NOTICE_REASON } from '../../resources/foreign-notice.ts'
import { inputOf } from '../../resources/resource.ts'
import type { Call, VerbContext } from '../context.ts'
import type { FieldError } from '../errors.ts'
import { invalidInput, parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import type { Texts } from '../records/save-record.ts'
import { changeItems, type Step } from './change-items.ts'
import { openItem, openNotice } from './open-notice.ts'
import { knownAs, unknownAt } from './store-notice.ts'
import { tellOffices } from './tell-offices.ts'

/** What somebody says of texts that no code was found for: by the id of the item. */
export type Settled = {
  /** The code that is meant, however it is typed. */
  readonly codes: Readonly<Record<string, string>>
  /** Those that mean no code of the register. */
  readonly leftOut: readonly string[]
}

/**
 * Settles which code each of these texts means, or that none does; what nobody says anything of
 * stays open. A code that the notice names already is named once: the text is left out, with why.
 */
export async function settleCodes({
  ctx,
  input,
}: Call<{ readonly id: string; readonly settled: Settled; readonly texts: Texts }>): Promise<{
  readonly id: string
  readonly count: number
}> {
  const { id, settled } = input
  const opened = await openNotice(ctx, id, 'foreign.decide')
  const { bounds } = opened
  const open = await selectItems(ctx.db, { noticeId: id, bounds, states: ['unmatched'] })
  const chosen = await chosenFor(ctx, open, settled)
  const items = open.filter((item) => chosen.has(item.id) || settled.leftOut.includes(item.id))
  // Wherever they lie.
  const named = new Set(await listNamedCodes(ctx.db, id))
  const first = new Map<string, string>()
  for (const item of items) {
    const target = chosen.get(item.id)
    if (target !== undefined && !named.has(target.codeId) && !first.has(target.codeId)) {
      first.set(target.codeId, item.id)
    }
  }
  const stepOf = (item: NoticeCode): Step => {
    const target = chosen.get(item.id)
    if (target === undefined) return { act: 'leave_out', kind: 'left_out', text: W.notOurs.vi }
    if (first.get(target.codeId) === item.id) {
      return { act: 'match', kind: 'matched', text: `${item.listed} → ${target.code}` }
    }
    const text = fill(W.namedTwice.vi, { code: target.code })
    return { act: 'leave_out', kind: 'left_out', text }
  }
  const matched = items.flatMap((item) => {
    const target = chosen.get(item.id)
    return target === undefined || stepOf(item).act !== 'match' ? [] : [knownAs(target)]
  })
  return changeItems(
    ctx,
    { ...opened, items },
    {
      ...{ may: 'foreign.decide', kind: 'matched', text: null },
      tell: await tellOffices(ctx, { notice: opened.row, named: matched, place: opened.row }),
      steps: (item) => [stepOf(item)],
      set: (item) => {
        const target = chosen.get(item.id)
        return target === undefined || stepOf(item).act !== 'match' ? {} : knownAs(target)
      },
      taken: () => conflict(R.namedMeanwhile),
    },
  )
}

/** Takes back that a text means a code, or that it means none. */
export async function reopenItem({
  ctx,
  input,
}: Call<{ readonly id: string; readonly item: string; readonly texts: Texts }>): Promise<{
  readonly id: string
  readonly count: number
}> {
  const { id } = input
  const asked = { noticeId: id, id: input.item }
  const { item, ...opened } = await openItem(ctx, asked, 'foreign.decide')
  const { text } = parseInput(inputOf(NOTICE_REASON), input.texts)
  const act = item.state === 'left_out' ? 'take_back' : 'unmatch'
  if (itemAfter(item, act) === null) throw conflict(R.notThatWay)
  const { provinceCode, communeCode } = opened.row
  return changeItems(
    ctx,
    { ...opened, items: [item] },
    {
      ...{ may: 'foreign.decide', kind: 'reopened', text },
      steps: () => [{ act, kind: 'reopened', text }],
      set: () => ({
        ...unknownAt({ provinceCode, communeCode }),
        ...{ assignedTo: null, toldAt: null, remindedOn: null },
      }),
    },
  )
}

/** The codes that were chosen or typed; throws `invalid_input` on those that there are none of. */
async function chosenFor(
  ctx: VerbContext,
  open: readonly NoticeCode[],
  { codes }: Settled,
): Promise<ReadonlyMap<string, CodeTarget>> {
  const wanted = open.flatMap(({ id }) => {
    const typed = codes[id]?.trim() ?? ''
    const reading = normaliseCode(typed)
    return typed === '' ? [] : [{ id, code: reading.ok ? reading.code : null }]
  })
  const targets = await readTargetsOfCodes(
    ctx.db,
    wanted.flatMap(({ code }) => code ?? []),
  )
  const byCode = new Map<string | null, CodeTarget>(targets.map((each) => [each.code, each]))
  const found = new Map<string, CodeTarget>()
  const faults: FieldError[] = []
  for (const { id, code } of wanted) {
    const target = byCode.get(code)
    if (target !== undefined && target.withdrawnAt === null) found.set(id, target)
    else faults.push({ path: `code-${id}`, text: R.noSuchCode })
  }
  if (faults.length > 0) throw invalidInput(faults)
  return found
}

import { readOtherPeriods } from '../../../db/queries/purchase-facts.ts'
import { fillAll } from '../../copy/fill.ts'
import { periodName } from '../../copy/portal/period-name.ts'
import { NOTHING_QUESTION, PURCHASE_QUESTIONS } from '../../copy/portal/purchase.ts'
import { PURCHASE_REFUSALS as R } from '../../copy/refusals/purchases.ts'
import {
  type JudgedLine,
  judgeLines,
  type LineFault,
  type TypedLine,
} from '../../domain/purchases/judge-lines.ts'
import { PURCHASE_FLAGS } from '../../domain/purchases/kinds.ts'
import type { Days } from '../../domain/purchases/periods.ts'
import type { Lookup } from '../context.ts'
import type { Question } from '../errors.ts'
import { findTradedCodes } from './report-facts.ts'

/** Holds the lines of a report against the register and what was reported before. */
export async function judgeReport(
  ctx: Lookup,
  asked: {
    readonly organisationId: string
    readonly days: Days
    readonly typed: readonly TypedLine[]
    readonly replacing: string | null
  },
) {
  const { organisationId, days, typed, replacing } = asked
  const codes = [...new Set(typed.flatMap(({ code }) => code ?? []))]
  const found = await findTradedCodes(ctx, { typed: codes, organisationId, days, replacing })
  const { lines, faults } = judgeLines(typed, { days, found })
  if (lines.length === 0) return { lines, faults }
  const codeIds = lines.map(({ codeId }) => codeId)
  const others = await readOtherPeriods(ctx.db, { codeIds, organisationId, days })
  const doubled = lines.flatMap(({ place, code, codeId }): LineFault[] => {
    const other = others.find((each) => each.codeId === codeId)
    if (other === undefined) return []
    const text = fillAll(R.otherPeriod, { code, period: periodName(other) })
    return [{ place, field: 'code', text }]
  })
  return { lines, faults: [...faults, ...doubled] }
}

/** What somebody must mean before a report is stored, one question for all lines of a kind. */
export function questionsOf(lines: readonly JudgedLine[]): readonly Question[] {
  if (lines.length === 0) return [{ code: 'nothing', text: NOTHING_QUESTION }]
  return PURCHASE_FLAGS.flatMap((flag) => {
    const odd = lines.filter(({ flags }) => flags.includes(flag))
    if (odd.length === 0) return []
    const codes = [...new Set(odd.map(({ code }) => code))].join(', ')
    return [{ code: flag, text: fillAll(PURCHASE_QUESTIONS[flag], { codes }) }]
  })
}

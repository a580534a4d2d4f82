import type { DecisionPreviewView } from '../../../../site/models/codes.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { codeStatusName } from '../../../copy/names.ts'
import { DECISION_PREVIEW_COPY as W } from '../../../copy/portal/decision-preview.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { DecisionPreview } from '../../../verbs/codes/preview-decision.ts'
import type { ShownCode } from '../../../verbs/codes/show-code.ts'

/** What a decision would do, in the reader's language: every market of the code, so that none is wondered about. */
export function decisionPreviewView(
  preview: DecisionPreview,
  shown: ShownCode,
  lang: Language,
): DecisionPreviewView {
  const { market, message, wording } = preview
  const others = shown.today.filter((each) => each.market !== market)
  return {
    rows: [decidedRow(preview, lang), ...others.map((each) => otherRow(each, lang))],
    notes: notesOf(preview, lang),
    warnings: preview.warnings.map((text) => text[lang]),
    reach: reachOf(preview, lang),
    letters: lettersOf(preview, lang),
    message: { title: message.title[lang], body: message.body[lang] },
    wording,
  }
}

function decidedRow(preview: DecisionPreview, lang: Language): TableCell[] {
  const { market, before, fromThen, effectiveOn } = preview
  const from = fill(W.fromOn[lang], { on: formatOn(effectiveOn, lang) })
  return [
    { text: marketName(market, lang) },
    { text: '', status: before },
    { text: '', status: fromThen, small: from },
  ]
}

function otherRow({ market, status }: ShownCode['today'][number], lang: Language): TableCell[] {
  return [{ text: marketName(market, lang) }, { text: '', status }, { text: W.same[lang] }]
}

function notesOf(preview: DecisionPreview, lang: Language): string[] {
  const { isAhead, isRecorded, effectiveOn, before } = preview
  const on = formatOn(effectiveOn, lang)
  const status = codeStatusName(before, lang)
  return [
    ...(isAhead ? [fill(W.ahead[lang], { on, status })] : []),
    ...(isRecorded ? [W.recorded[lang]] : []),
  ]
}

function reachOf({ reach, effectiveOn }: DecisionPreview, lang: Language): string[] {
  if (reach.batches === 0) return [W.reachNone[lang]]
  const text = fill(W.reachText[lang], {
    batches: formatNumber(reach.batches, lang),
    labels: formatNumber(reach.labels, lang),
    later: formatNumber(reach.later, lang),
    on: formatOn(effectiveOn, lang),
  })
  return reach.many ? [text, W.reachMany[lang]] : [text]
}

function lettersOf({ holderName, letters }: DecisionPreview, lang: Language): string {
  const holder = holderName ?? '–'
  const count = formatNumber(letters, lang)
  return letters === 0
    ? fill(W.lettersNone[lang], { holder })
    : fill(W.lettersText[lang], { holder, count })
}

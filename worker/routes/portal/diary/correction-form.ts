import type { DiaryEntryDetail } from '../../../../db/queries/diary-entries.ts'
import { DIARY_FIELDS, DIARY_KINDS, type DiaryKind } from '../../../copy/diary.ts'
import { formatAt, formatOn } from '../../../copy/format.ts'
import { DIARY_COPY as W } from '../../../copy/portal/diary.ts'
import { DIARY_REFUSALS } from '../../../copy/refusals/diary.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { choice, day, line, optionalLine } from '../../../resources/fields.ts'
import { optionalCount, optionalDecimal } from '../../../resources/number-fields.ts'
import { inputOf, textsOf } from '../../../resources/resource.ts'
import type { CorrectionInput } from '../../../verbs/diary/correct-diary-entry.ts'
import { wordsOfEntry } from '../../../verbs/diary/words-of-entry.ts'
import { invalidField, parseInput } from '../../../verbs/guard/parse-input.ts'
import type { Texts } from '../../../verbs/records/save-record.ts'

const KINDS = Object.fromEntries(
  Object.entries(DIARY_KINDS).map(([kind, { name }]) => [kind, name]),
) as Record<DiaryKind, (typeof DIARY_KINDS)[DiaryKind]['name']>

const F = DIARY_FIELDS
const words = (of: { readonly name: (typeof F)['dose']['name'] }) =>
  optionalLine({ max: 500, label: of.name })

export const CORRECTION = {
  fields: {
    occurredOn: day({ label: W.day }),
    kind: choice({ label: W.kind, choices: KINDS }),
    work: line({ max: 200, label: W.work, hint: W.workHint }),
    crop: words(F.crop),
    plot: words(F.plot),
    product: words(F.product),
    activeIngredient: words(F.activeIngredient),
    dose: optionalLine({ max: 500, label: F.dose.name, hint: W.doseHint }),
    quantity: optionalDecimal({ label: F.quantity.name, unit: null, row: 'quantity' }),
    unit: optionalLine({ max: 40, label: F.unit.name, row: 'quantity' }),
    targetPest: words(F.targetPest),
    intervalDays: optionalCount({ label: F.intervalDays.name, hint: W.intervalHint }),
    method: words(F.method),
    operator: words(F.operator),
    note: words(F.note),
    batch: optionalLine({ max: 60, label: W.batch, hint: W.batchHint }),
    reason: line({ max: 500, label: W.reason, hint: W.reasonHint }),
  },
}

/** What the form says before anything is mended. */
export function textsOfEntry(entry: DiaryEntryDetail): Record<string, string> {
  const said = wordsOfEntry(entry)
  return textsOf(CORRECTION, {
    occurredOn: said.occurredOn,
    kind: said.kind,
    work: said.kindText,
    crop: said.crop,
    plot: said.plot,
    product: said.productName,
    activeIngredient: said.activeIngredient,
    dose: said.dose,
    quantity: said.quantity === null ? null : Number(said.quantity.value),
    unit: said.quantity?.unit ?? null,
    targetPest: said.targetPest,
    intervalDays: said.preHarvestIntervalDays,
    method: said.method,
    operator: said.operatorRole,
    note: said.note,
    batch: said.batchRef,
    reason: '',
  })
}

/** What was sent. */
export function readCorrection(texts: Texts): Omit<CorrectionInput, 'id'> {
  const { quantity, unit, ...typed } = parseInput(inputOf(CORRECTION), texts)
  if ((quantity === null) !== (unit === null)) {
    throw invalidField('quantity', DIARY_REFUSALS.quantity)
  }
  return {
    ...typed,
    quantity: quantity === null || unit === null ? null : { value: quantity, unit },
  }
}

/** What the form says of the entry it corrects. */
export function entryFacts(entry: DiaryEntryDetail, lang: Language) {
  return [
    { label: W.place[lang], text: entry.siteName },
    { label: W.day[lang], text: formatOn(entry.occurredOn, lang) },
    { label: W.work[lang], text: entry.summary },
    { label: W.recordedAt[lang], text: formatAt(entry.recordedAt, lang) },
  ]
}

import type { BatchLinks, BatchRow } from '../../../../db/queries/batches.ts'
import type { FormView } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber, formatOn } from '../../../copy/format.ts'
import { MARKETS, marketName } from '../../../copy/markets.ts'
import { BATCH_COPY as W } from '../../../copy/portal/batch.ts'
import { unitKey } from '../../../copy/units.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { BATCH_DECLARATION } from '../../../resources/batch-declaration.ts'
import { formInputs } from '../../../resources/form.ts'
import type { Choice, FormInput } from '../../../resources/form-input.ts'
import { textsOf } from '../../../resources/resource.ts'
import type { BatchChoices } from '../../../verbs/batches/batch-choices.ts'
import { goodsInputs, SOURCE_PREFIX, textsOfGoods, typedNumber } from './goods-form.ts'

/** The questions of a batch: those described, with what there is to choose, and one for each source. */
export function batchInputs(
  choices: BatchChoices,
  { lang, form }: { readonly lang: Language; readonly form: Pick<FormView, 'values'> },
): FormInput[] {
  const offered = offeredIn(choices, lang)
  const described = formInputs(BATCH_DECLARATION, { lang }).flatMap((input): FormInput[] => {
    const known = offered[input.name]
    if (known === undefined) return [input]
    const among = withAnswers(known, form.values[input.name] ?? '')
    if (among.length === 0) return []
    return [{ ...input, type: input.type === 'checks' ? 'checks' : 'select', choices: among }]
  })
  const sources = choices.sources.map(
    ({ ref, lot, product, leftKg }): FormInput => ({
      name: `${SOURCE_PREFIX}${ref}`,
      label: fill(W.sourceOf[lang], { lot, product, left: formatNumber(leftKg, lang) }),
      inputmode: 'decimal',
      group: W.sourcesGroup[lang],
    }),
  )
  return [...described, ...goodsInputs(choices.harvests, { lang, values: form.values }), ...sources]
}

/** What stands there already is not lost, though nobody would offer it today. */
function withAnswers(known: readonly Choice[], answer: string): readonly Choice[] {
  const strange = answer
    .split('\n')
    .filter((text) => text !== '' && known.every(({ value }) => value !== text))
  return [...known, ...strange.map((value) => ({ value, text: value }))]
}

function offeredIn(
  { products, codes }: BatchChoices,
  lang: Language,
): Readonly<Record<string, readonly Choice[]>> {
  const of = (slot: string) =>
    codes
      .filter((row) => row.slot === slot)
      .map(({ code, siteName }) => ({ value: code, text: `${code} · ${siteName}` }))
  return {
    productId: products.map(({ id, name }) => ({ value: id, text: name })),
    growingAreas: of('growing_area'),
    packingHouse: of('packing_house'),
    ...marketsIn(codes, lang),
  }
}

const HOME = 'VNM'

/** At home, and where the codes are known, at once; all others folded. */
function marketsIn(codes: BatchChoices['codes'], lang: Language) {
  const near = new Set([HOME, ...codes.flatMap(({ markets }) => markets)])
  const all = [...new Set([...near, ...Object.keys(MARKETS)])].map((value) => ({
    value,
    text: marketName(value, lang),
  }))
  return {
    markets: all.filter(({ value }) => near.has(value)),
    otherMarkets: all.filter(({ value }) => !near.has(value)),
  }
}

/** What the form shows of a batch there is; codes that are not offered stand among the others. */
export function textsOfBatch(
  row: BatchRow,
  links: BatchLinks,
  offered: BatchChoices,
): Record<string, string> {
  const { codes, inputs } = links
  const known = new Set(offered.codes.map(({ code }) => code))
  const areas = codes.filter(({ slot }) => slot === 'growing_area').map(({ code }) => code)
  const house = codes.find(({ slot }) => slot === 'packing_house')?.code ?? null
  const strange = [...areas, ...(house === null ? [] : [house])].filter((code) => !known.has(code))
  const near = new Set(marketsIn(offered.codes, 'vi').markets.map(({ value }) => value))
  const texts = textsOf(BATCH_DECLARATION, {
    ...row,
    quantityUnit: unitKey(row.quantityUnit) ?? row.quantityUnit,
    // Days of the harvests it is made of come and go with them.
    harvestedOn: row.harvestedOn
      .filter((on) => !daysOf(offered.harvests).has(on))
      .map((on) => formatOn(on, 'vi')),
    markets: row.markets.filter((market) => near.has(market)),
    otherMarkets: row.markets.filter((market) => !near.has(market)),
    growingAreas: areas.filter((code) => known.has(code)),
    packingHouse: house !== null && known.has(house) ? house : null,
    otherCodes: strange,
  })
  const sources = inputs.map(({ ref, quantityKg }) => [
    `${SOURCE_PREFIX}${ref}`,
    typedNumber(quantityKg),
  ])
  return { ...texts, ...textsOfGoods(links), ...Object.fromEntries(sources) }
}

function daysOf(harvests: BatchChoices['harvests']): ReadonlySet<string> {
  return new Set(harvests.flatMap(({ isUsed, occurredOn }) => (isUsed ? [occurredOn] : [])))
}

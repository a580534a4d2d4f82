import { marketsCountingFor } from '../../lib/markets.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { PermittedProduct, RegisteredUse, SubstanceRule } from './types.ts'

/** What there is to say of a product used on a day, worst first. */
const FINDINGS = [
  'banned_in_market',
  'not_listed',
  'crop_not_registered',
  'pest_not_registered',
  'limited_in_market',
  'interval_shorter',
] as const
export type ProductFindingCode = (typeof FINDINGS)[number]

export type ProductFinding = {
  readonly code: ProductFindingCode
  /** What it rests on: a list, a rule. */
  readonly legalBasis: string | null
  readonly market: string | null
  readonly substance: string | null
  /** What a label says against what was recorded, or what a market allows. */
  readonly note: string | null
}

export type ProductJudgement = {
  /** The worst finding, else permitted; `unknown` where there is no list of that day to hold it against. */
  readonly verdict: ProductFindingCode | 'permitted' | 'unknown'
  readonly findings: readonly ProductFinding[]
  /** The entry of the list that it was held against. */
  readonly product: PermittedProduct | null
  /** What it is registered for there: interval and dose follow from it. */
  readonly use: RegisteredUse | null
}

export type ProductUse = {
  /** Entries of the list under that name, of any day. */
  readonly products: readonly PermittedProduct[]
  /** Rules of the markets the goods are for, of any day. */
  readonly rules: readonly SubstanceRule[]
  /** True where some list was in force that day: without one nothing can be said to be missing. */
  readonly hasList: boolean
  readonly name: string
  /** As recorded; the list's own where it knows the product. */
  readonly activeIngredient: string | null
  readonly on: string
  readonly crop: string | null
  readonly pest: string | null
  /** As recorded. */
  readonly intervalDays: number | null
  readonly markets: readonly string[]
}

/**
 * Holds a use of a plant-protection product against the list in force that day and the rules of the
 * markets the goods are for. It warns and never forbids: what was done is recorded as it happened.
 */
export function judgeProduct(asked: ProductUse): ProductJudgement {
  const product = productOn(asked)
  const use = product === null ? null : useFor(product, asked)
  const findings = [
    ...marketFindings(asked, product),
    ...listFindings(asked, { product, use }),
  ].sort((a, b) => FINDINGS.indexOf(a.code) - FINDINGS.indexOf(b.code))
  const [worst] = findings
  const isUnknown = product === null && !asked.hasList
  return {
    verdict: worst?.code ?? (isUnknown ? 'unknown' : 'permitted'),
    findings,
    product,
    use,
  }
}

/** The entry of that name in force on the day; of several the one whose ingredient was recorded, then the newest. */
function productOn(asked: ProductUse): PermittedProduct | null {
  const name = foldVietnamese(asked.name)
  const ingredient = asked.activeIngredient === null ? '' : foldVietnamese(asked.activeIngredient)
  const standing = asked.products.filter(
    (product) =>
      foldVietnamese(product.tradeName) === name &&
      holdsOn({ fromOn: product.permittedFromOn, toOn: product.permittedToOn }, asked.on),
  )
  const same = standing.filter(
    ({ activeIngredient }) =>
      ingredient !== '' && foldVietnamese(activeIngredient).includes(ingredient),
  )
  const [newest] = (same.length > 0 ? same : standing).toSorted((a, b) =>
    a.permittedFromOn < b.permittedFromOn ? 1 : a.permittedFromOn > b.permittedFromOn ? -1 : 0,
  )
  return newest ?? null
}

/** What it is registered for on that crop: for that pest, else for any. */
function useFor(product: PermittedProduct, asked: ProductUse): RegisteredUse | null {
  if (asked.crop === null) return null
  const onCrop = product.uses.filter(({ crop }) => sameWord(crop, asked.crop))
  const forPest = onCrop.find(({ pest }) => pest !== null && sameWord(pest, asked.pest))
  return forPest ?? onCrop.find(({ pest }) => pest === null) ?? onCrop[0] ?? null
}

function listFindings(
  asked: ProductUse,
  found: { readonly product: PermittedProduct | null; readonly use: RegisteredUse | null },
): ProductFinding[] {
  const { product, use } = found
  if (product === null) return asked.hasList ? [finding('not_listed', {})] : []
  const { legalBasis, uses } = product
  if (asked.crop === null || uses.length === 0) return []
  if (use === null) return [finding('crop_not_registered', { legalBasis, note: cropsOf(uses) })]
  const isOther = asked.pest !== null && use.pest !== null && !sameWord(use.pest, asked.pest)
  const least = use.intervalDays
  const isShort = least !== null && asked.intervalDays !== null && asked.intervalDays < least
  return [
    ...(isOther ? [finding('pest_not_registered', { legalBasis, note: use.pest })] : []),
    ...(isShort ? [finding('interval_shorter', { legalBasis, note: String(least) })] : []),
  ]
}

function marketFindings(asked: ProductUse, product: PermittedProduct | null): ProductFinding[] {
  const said = [product?.activeIngredient, asked.activeIngredient]
  const ingredients = said.flatMap((text) => (text == null ? [] : [foldVietnamese(text)]))
  return asked.markets.flatMap((market) => {
    const counting = marketsCountingFor(market)
    const rules = asked.rules.filter(
      (rule) =>
        counting.includes(rule.market) &&
        holdsOn({ fromOn: rule.fromOn, toOn: rule.toOn }, asked.on) &&
        ingredients.some((text) => namesSubstance(text, foldVietnamese(rule.substance))),
    )
    return rules.map(({ effect, substance, limitNote, legalBasis }) =>
      finding(effect === 'banned' ? 'banned_in_market' : 'limited_in_market', {
        ...{ legalBasis, market, substance },
        note: limitNote,
      }),
    )
  })
}

/** A whole word of the ingredients: `paraquat` is not in `paraquatex`. */
function namesSubstance(ingredients: string, substance: string): boolean {
  if (substance === '') return false
  for (let at = ingredients.indexOf(substance); at >= 0; ) {
    const before = ingredients[at - 1] ?? ' '
    const after = ingredients[at + substance.length] ?? ' '
    if (!isLetter(before) && !isLetter(after)) return true
    at = ingredients.indexOf(substance, at + 1)
  }
  return false
}

const isLetter = (char: string) => /[a-z0-9]/.test(char)

function holdsOn(
  { fromOn, toOn }: { readonly fromOn: string; readonly toOn: string | null },
  day: string,
): boolean {
  return fromOn <= day && (toOn === null || day <= toOn)
}

/** `bọ trĩ` and `Bọ trĩ hại hoa`: one names the other. */
function sameWord(a: string, b: string | null): boolean {
  if (b === null) return false
  const [left, right] = [foldVietnamese(a), foldVietnamese(b)]
  return left !== '' && right !== '' && (namesSubstance(left, right) || namesSubstance(right, left))
}

function cropsOf(uses: readonly RegisteredUse[]): string {
  return [...new Set(uses.map(({ crop }) => crop))].join(', ')
}

function finding(
  code: ProductFindingCode,
  rest: Partial<Omit<ProductFinding, 'code'>>,
): ProductFinding {
  return { code, legalBasis: null, market: null, substance: null, note: null, ...rest }
}

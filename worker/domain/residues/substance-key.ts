import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'

/** What laboratories, markets and farmers call one substance. Folded, the first is its key. */
const SAME: readonly (readonly string[])[] = [
  ['cadmium', 'cadimi', 'cadmi', 'cd'],
  ['lead', 'chi', 'pb'],
  ['arsenic', 'asen', 'thach tin', 'as'],
  ['mercury', 'thuy ngan', 'hg'],
  ['auramine o', 'auramine', 'auramin o', 'vang o', 'basic yellow 2', 'by2'],
  ['sulphur dioxide', 'sulfur dioxide', 'so2', 'luu huynh dioxit'],
  ['chlorpyrifos', 'chlorpyriphos', 'clorpyrifos'],
  ['nitrate', 'nitrat', 'no3'],
]

const KEYS: ReadonlyMap<string, string> = new Map(
  SAME.flatMap(([key = '', ...others]) => [key, ...others].map((name) => [name, key] as const)),
)

/** A substance as results and limits meet by it: folded, what stands in brackets left out, one name of several. */
export function substanceKeyOf(text: string): string {
  const [outside = ''] = text.split('(', 1)
  const folded = foldVietnamese(outside.trim() === '' ? text : outside)
  return KEYS.get(folded) ?? folded
}

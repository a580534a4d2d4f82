import { cropKeyOf, isCropName } from '../../worker/domain/crops/crop-key.ts'
import { isMarket } from '../../worker/lib/markets.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import type { CodeEntry } from '../models/public-common.ts'
import { handbookPath, handbookTitle } from './handbook-view.ts'

/** More are found on the handbook's own page. */
const MOST = 6

/** Pages of the handbook that concern a code: each of its crops in each of its markets. */
export function handbooksOf(
  { crops, markets }: Pick<CodeEntry, 'crops' | 'markets'>,
  lang: Language,
): readonly { readonly text: string; readonly path: string }[] {
  const keys = [...new Set(crops.map(({ name }) => cropKeyOf(name)))].filter(isCropName)
  return keys
    .flatMap((crop) => markets.map(({ market }) => ({ crop, market })))
    .filter(({ market }) => isMarket(market))
    .slice(0, MOST)
    .map((page) => ({ text: handbookTitle(page, lang), path: handbookPath(page) }))
}

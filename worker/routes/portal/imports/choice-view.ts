import type { KindChoice } from '../../../../site/models/imports.ts'
import { fill } from '../../../copy/fill.ts'
import { formatNumber } from '../../../copy/format.ts'
import { HOLDER_KIND_NAMES, SITE_KINDS } from '../../../copy/names.ts'
import { CHOICE_COPY as C } from '../../../copy/portal/import-kinds.ts'
import type { RowIssue } from '../../../domain/lists/records/import-result.ts'
import type { NearQuestion } from '../../../domain/lists/records/near-answers.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { Choice } from '../../../resources/form-input.ts'
import {
  CHOSEN_HOLDER_KINDS,
  type ChoiceAbout,
} from '../../../verbs/imports/portal/choose-for-kind.ts'
import { marketChoices } from '../codes/choices.ts'

type Given = {
  readonly action: string
  readonly provinces: readonly Choice[]
  readonly lang: Language
}

/** What can be chosen for all refused rows of one kind; null where each is to be mended. */
export function choiceForIssues(
  issues: readonly [RowIssue, ...RowIssue[]],
  given: Given & { readonly count: number },
): KindChoice | null {
  const { lang, count } = given
  const [first] = issues
  const questions = issues.flatMap(({ question }) => question ?? [])
  if (first.question !== undefined) {
    const isHolder = first.kind === 'similar_holder'
    return {
      ...choiceOf(isHolder ? 'similar_holder' : 'similar_code', given, [
        { value: 'same', text: (isHolder ? C.sameHolder : C.sameCode)[lang] },
        { value: 'new', text: (isHolder ? C.newHolder : C.newCode)[lang] },
      ]),
      legend: `${C.forAll[lang]} (${formatNumber(count, lang)})`,
      each: pairsOf(questions, lang),
    }
  }
  if (first.kind !== 'missing') return null
  switch (first.field) {
    case 'market':
      return choiceOf('market', given, marketChoices(lang))
    case 'province':
      return choiceOf('province', given, given.provinces)
    case 'kind':
      return choiceOf('siteKind', given, [
        { value: 'growing_area', text: SITE_KINDS.growing_area[lang] },
        { value: 'packing_house', text: SITE_KINDS.packing_house[lang] },
      ])
    default:
      return null
  }
}

/** What can be chosen for all rows with one kind of warning. */
export function choiceForWarnings(kind: string, given: Given): KindChoice | null {
  if (kind !== 'holder_kind_unknown') return null
  const { lang } = given
  return choiceOf(
    'holderKind',
    given,
    CHOSEN_HOLDER_KINDS.map((value) => ({ value, text: HOLDER_KIND_NAMES[value][lang] })),
  )
}

function choiceOf(about: ChoiceAbout, given: Given, options: readonly Choice[]): KindChoice {
  const { action, lang } = given
  return { action, about, options, legend: C.forAll[lang], each: [] }
}

/** Each question once, however many rows ask it. */
function pairsOf(questions: readonly NearQuestion[], lang: Language): KindChoice['each'] {
  const byKey = new Map(questions.map((question) => [question.key, question]))
  return [...byKey.values()].map(({ key, typed, known }) => ({
    key,
    text: fill(C.pair[lang], { typed, known }),
  }))
}

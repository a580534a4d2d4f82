import { CODE_PROBLEM_COPY } from '../../worker/copy/code-page.ts'
import { fill } from '../../worker/copy/fill.ts'
import { PROBLEM_COPY, PROBLEM_NOTES } from '../../worker/copy/site.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import type { ProblemPageModel, TypedCode } from '../page-models.ts'

export type ProblemText = { readonly title: string; readonly text: string; readonly todo: string }

/** What went wrong and what to do: a mistyped batch code or code of the register has its own words. */
export function problemText(model: ProblemPageModel): ProblemText {
  const { lang, status, typedRef, typedCode } = model
  if (typedCode !== null) return codeProblem(typedCode, status, lang)
  const words = PROBLEM_COPY[status === 400 && typedRef !== null ? 'ref' : status]
  const text = status === 404 && typedRef !== null ? PROBLEM_NOTES.notFoundRef : words.text
  return {
    title: words.title[lang],
    text: fill(text[lang], { ref: typedRef ?? '' }),
    todo: words.todo[lang],
  }
}

function codeProblem({ typed, candidates }: TypedCode, status: number, lang: Language) {
  const kind = status === 400 ? 'malformed' : candidates.length > 0 ? 'ambiguous' : 'unknown'
  const { title, text, todo } = CODE_PROBLEM_COPY[kind]
  return { title: title[lang], text: fill(text[lang], { code: typed }), todo: todo[lang] }
}

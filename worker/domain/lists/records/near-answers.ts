/** What a list names that may be what the register has under another spelling: nobody guesses, it is asked. */
export const NEAR_KINDS = ['similar_holder', 'similar_code'] as const
export type NearKind = (typeof NEAR_KINDS)[number]

/** It is the one on record, or really another one. */
export const NEAR_ANSWERS = ['same', 'new'] as const
export type NearAnswer = (typeof NEAR_ANSWERS)[number]

/** One answer for all of a kind, and others for some of them by the key of the question. */
export type NearAnswers = Readonly<
  Partial<
    Record<
      NearKind,
      { readonly all: NearAnswer | null; readonly each: Readonly<Record<string, NearAnswer>> }
    >
  >
>

/** A spelling in a list beside the one on record. */
export type NearQuestion = {
  readonly key: string
  readonly typed: string
  readonly known: string
}

/** What was answered; null while it is to be asked. */
export function nearAnswer(
  answers: NearAnswers,
  kind: NearKind,
  { key }: Pick<NearQuestion, 'key'>,
): NearAnswer | null {
  const given = answers[kind]
  if (given === undefined) return null
  return Object.hasOwn(given.each, key) ? (given.each[key] ?? null) : given.all
}

/** The same answer to every question. */
export function answerAll(answer: NearAnswer): NearAnswers {
  return {
    similar_holder: { all: answer, each: {} },
    similar_code: { all: answer, each: {} },
  }
}

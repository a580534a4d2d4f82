import { openUnderKek, sealUnderKek, WrongKek } from '../keys/under-kek.ts'

/**
 * Answers that no copy of the database tells: the number of a person's identity card (Law 91/2025/QH15).
 * They stand there under GOC_KEK, which is in no backup.
 */
const SEALED = ['identityNo'] as const
/** Before a sealed one; what was kept before answers were sealed has none, and is read as it stands. */
const MARK = 'jwe:'

type Answers = Readonly<Record<string, string>>

/** Answers as they are stored. */
export async function sealAnswers(kek: Uint8Array, answers: Answers): Promise<Answers> {
  return withEach(answers, async (text) =>
    text === '' ? '' : MARK + (await sealUnderKek(kek, new TextEncoder().encode(text))),
  )
}

/** Answers as they were given; one that was sealed under another key is as if it had not been answered. */
export async function openAnswers(kek: Uint8Array, answers: Answers): Promise<Answers> {
  return withEach(answers, async (text) => {
    if (!text.startsWith(MARK)) return text
    try {
      return new TextDecoder().decode(await openUnderKek(kek, text.slice(MARK.length)))
    } catch (error) {
      if (error instanceof WrongKek) return ''
      throw error
    }
  })
}

async function withEach(
  answers: Answers,
  become: (text: string) => Promise<string>,
): Promise<Answers> {
  const changed = SEALED.flatMap((name) => {
    const text = answers[name]
    return text === undefined ? [] : [become(text).then((now) => [name, now] as const)]
  })
  return { ...answers, ...Object.fromEntries(await Promise.all(changed)) }
}

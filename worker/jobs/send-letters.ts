import {
  type DueLetter,
  markLettersSent,
  putOffLetters,
  takeDueLetters,
} from '../../db/queries/mail-outbox.ts'
import { runBatch } from '../../db/queries/run-batch.ts'
import type { Deps } from '../http/app-env.ts'
import { openUnderKek } from '../verbs/keys/under-kek.ts'

const LETTERS_PER_ROUND = 50
const ROUNDS = 10
const AT_ONCE = 5
const MINUTE_MS = 60_000
const LONGEST_WAIT_MS = 12 * 60 * MINUTE_MS

type SenderDeps = Pick<Deps, 'db' | 'now' | 'mailer' | 'kek'>

export type SentLetters = { readonly sent: number; readonly failed: number }

/**
 * Sends the letters that are due. One that could not be sent is tried again after 1, 2, 4, … minutes
 * and at the latest every 12 hours; where no mail service is bound all of them wait as they are.
 * A letter may go out twice where the sender was cut off, never not at all; its id tells.
 */
export async function sendLetters(deps: SenderDeps): Promise<SentLetters> {
  const total = { sent: 0, failed: 0 }
  if (!deps.mailer.connected) return total
  for (let round = 0; round < ROUNDS; round++) {
    const now = deps.now()
    const due = await takeDueLetters(deps.db(), {
      ...{ now, limit: LETTERS_PER_ROUND, retryAt: now + MINUTE_MS },
    })
    const { sent, failed } = await sendAll(deps, due)
    total.sent += sent
    total.failed += failed
    if (due.length < LETTERS_PER_ROUND || sent === 0) break
  }
  return total
}

async function sendAll(
  deps: SenderDeps,
  due: Awaited<ReturnType<typeof takeDueLetters>>,
): Promise<SentLetters> {
  const sent: string[] = []
  const failed: { id: string; dueAt: number }[] = []
  for (let at = 0; at < due.length; at += AT_ONCE) {
    await Promise.all(
      due.slice(at, at + AT_ONCE).map(async (letter) => {
        const { id, toAddress: to, subject, attempts } = letter
        try {
          await deps.mailer.send({ id, to, subject, body: await bodyOf(letter, deps.kek) })
          sent.push(id)
        } catch {
          const waitMs = Math.min(LONGEST_WAIT_MS, MINUTE_MS * 2 ** Math.min(attempts - 1, 20))
          failed.push({ id, dueAt: deps.now() + waitMs })
        }
      }),
    )
  }
  const db = deps.db()
  await runBatch(db, [
    ...(sent.length > 0 ? [markLettersSent(db, { ids: sent, at: deps.now() })] : []),
    ...(failed.length > 0 ? [putOffLetters(db, { letters: failed })] : []),
  ])
  return { sent: sent.length, failed: failed.length }
}

/** A letter with a secret waits encrypted. */
async function bodyOf({ body, sealedBody }: DueLetter, kek: Uint8Array): Promise<string> {
  return sealedBody === null ? body : new TextDecoder().decode(await openUnderKek(kek, sealedBody))
}

/** One letter in plain text. */
export type Letter = {
  /** Unique: a letter sent twice is told by it. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly body: string
}

/** Hands letters over to whatever delivers them; throws when it would not take one. */
export type Mailer = {
  /** False where nothing delivers letters: they wait in the outbox. */
  readonly connected: boolean
  readonly send: (letter: Letter) => Promise<void>
}

/** A service that takes letters as JSON by POST: a mail gateway, or a folder on the local machine. */
type MailService = { readonly fetch: (request: Request) => Promise<Response> }

const TIMEOUT_MS = 10_000

/** The service bound as `MAIL`; without one, letters stay in the outbox and none is lost. */
export function chooseMailer(bindings: object): Mailer {
  const { MAIL } = bindings as { readonly MAIL?: MailService }
  if (MAIL === undefined) {
    return {
      connected: false,
      send: async () => {
        throw new Error('no mail service is bound')
      },
    }
  }
  return {
    connected: true,
    send: async (letter) => {
      const request = new Request('http://mail.internal/letters', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': letter.id },
        body: JSON.stringify(letter),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      const answer = await MAIL.fetch(request)
      await answer.body?.cancel()
      if (!answer.ok) throw new Error(`the mail service answered ${answer.status}`)
    },
  }
}

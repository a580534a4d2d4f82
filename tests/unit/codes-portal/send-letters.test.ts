import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { sendLetters } from '../../../worker/jobs/send-letters.ts'
import { chooseMailer, type Letter, type Mailer } from '../../../worker/platform/mailer.ts'
import {
  letterStatements,
  secretLetterStatements,
} from '../../../worker/verbs/mail/letter-statements.ts'
import { freshDatabase, type TestDatabase } from '../../support/database.ts'
import { makeContext, NOW, TEST_KEK } from '../../support/factories.ts'

const MINUTE = 60_000
let test: TestDatabase
let clock = NOW
beforeEach(async () => {
  test = await freshDatabase()
  clock = NOW
})

const write = (count: number) =>
  runBatch(
    test.db,
    letterStatements(
      makeContext(test.db, { now: () => clock }),
      Array.from({ length: count }, (_, i) => {
        return { to: `nguoi-${i}@example.vn`, subject: 'Thư thử', body: 'Nội dung' }
      }),
    ),
  )

function mailer(fails: (letter: Letter) => boolean = () => false) {
  const got: Letter[] = []
  const send: Mailer['send'] = async (letter) => {
    if (fails(letter)) throw new Error('away')
    got.push(letter)
  }
  return { got, connected: true, send }
}
const run = (given: Mailer, kek = TEST_KEK) =>
  sendLetters({ db: () => test.db, now: () => clock, mailer: given, kek })
const waiting = async () =>
  (await test.db.all(sql`SELECT id FROM mail_outbox WHERE sent_at IS NULL`)).length

describe('sending letters', () => {
  it('sends each once, however many there are', async () => {
    await write(120)
    const to = mailer()
    expect(await run(to)).toEqual({ sent: 120, failed: 0 })
    await run(to)
    expect(new Set(to.got.map(({ id }) => id)).size).toBe(120)
    expect([to.got.length, await waiting()]).toEqual([120, 0])
  })

  it('tries what failed again, later each time, and loses none', async () => {
    await write(1)
    const away = mailer(() => true)
    const tries: number[] = []
    for (let minute = 0; minute <= 16; minute++) {
      const { failed } = await run(away)
      if (failed > 0) tries.push(minute)
      clock += MINUTE
    }
    expect(tries).toEqual([0, 1, 3, 7, 15])
    clock += 60 * MINUTE
    expect(await run(mailer())).toEqual({ sent: 1, failed: 0 })
  })

  it('does not hold the others up where one fails', async () => {
    await write(3)
    const to = mailer(({ to: address }) => address === 'nguoi-1@example.vn')
    expect(await run(to)).toEqual({ sent: 2, failed: 1 })
  })

  it('is not done by two at once', async () => {
    await write(10)
    const [a, b] = [mailer(), mailer()]
    await Promise.all([run(a), run(b)])
    expect(a.got.length + b.got.length).toBe(10)
  })

  it('leaves letters in the outbox, still due, where no service is bound', async () => {
    await write(2)
    expect(await run(chooseMailer({}))).toEqual({ sent: 0, failed: 0 })
    expect(await run(mailer())).toEqual({ sent: 2, failed: 0 })
  })
})

describe('a letter with a secret', () => {
  const writeSecret = async () =>
    runBatch(
      test.db,
      await secretLetterStatements(makeContext(test.db, { now: () => clock }), {
        ...{ to: 'a@example.vn', subject: 'Liên kết', body: 'Mở https://x/bi-mat' },
      }),
    )
  const stored = async () => JSON.stringify(await test.db.all(sql`SELECT * FROM mail_outbox`))

  it('waits encrypted and arrives as it was written', async () => {
    await writeSecret()
    expect(await stored()).not.toContain('bi-mat')
    const to = mailer()
    expect(await run(to)).toEqual({ sent: 1, failed: 0 })
    expect(to.got).toMatchObject([{ to: 'a@example.vn', body: 'Mở https://x/bi-mat' }])
  })

  it('waits on where GOC_KEK is another, and holds no other letter up', async () => {
    await writeSecret()
    await write(1)
    const wrong = new Uint8Array(32)
    expect(await run(mailer(), wrong)).toEqual({ sent: 1, failed: 1 })
    clock += 60 * MINUTE
    expect(await run(mailer())).toEqual({ sent: 1, failed: 0 })
  })
})

it('keeps nothing of what a letter said once it was sent, and all of it until then', async () => {
  await write(2)
  const bodies = () =>
    test.db.all(sql`SELECT body, sealed_body AS sealed FROM mail_outbox WHERE sent_at IS NOT NULL
      UNION ALL SELECT body, sealed_body FROM mail_outbox WHERE sent_at IS NULL`)
  await run(mailer(({ to }) => to === 'nguoi-1@example.vn'))
  expect(await bodies()).toEqual([
    { body: '', sealed: null },
    { body: 'Nội dung', sealed: null },
  ])
})

describe('the mail service', () => {
  const letter = { id: 'l1', to: 'a@example.vn', subject: 'S', body: 'B' }
  const bound = (status: number, got: unknown[] = []) =>
    chooseMailer({
      MAIL: {
        fetch: async (request: Request) => {
          got.push(await request.json())
          return new Response(null, { status })
        },
      },
    })

  it('is given the letter as JSON', async () => {
    const got: unknown[] = []
    await bound(204, got).send(letter)
    expect(got).toEqual([letter])
  })

  it('counts as failed when it does not take the letter', async () => {
    await expect(bound(503).send(letter)).rejects.toThrow('503')
  })
})

import { findFaults } from './find-faults.ts'
import { type KillableWorld, openKillableWorld } from './killable-world.ts'

/** One write as its sender knows it: what was asked under which key, and every answer to it. */
export type Sent = {
  readonly key: string
  readonly ref: string
  readonly count: number
  readonly answers: string[]
}

export type KillCounts = {
  readonly kills: number
  readonly keys: number
  /** Answered before the kill. */
  readonly acknowledged: number
  readonly unacknowledged: number
  /** Of those: done when it was killed, only the answer was lost; and not done. */
  readonly doneUnheard: number
  readonly notDone: number
  /** Runs in the database at the end. */
  readonly runs: number
  /** What should not be; empty. */
  readonly faults: readonly string[]
}

const CLIENTS = 8
/** After the first answer of a round; every fifth kill comes before there is one. */
const LONGEST_ROUND_MS = 800
const LONGEST_START_MS = 5_000
const ANSWER_MS = 10_000
const TRIES = 40

/** Kills server and database so many times under issuing, and looks what became of every key. */
export async function runKills(input: {
  kills: number
  onKill?: (line: string) => void
}): Promise<KillCounts> {
  const { kills, onKill = () => undefined } = input
  const world = await openKillableWorld({ batches: CLIENTS / 2 })
  const sent: Sent[] = []
  const totals = { acknowledged: 0, unacknowledged: 0, doneUnheard: 0, notDone: 0 }
  try {
    for (let kill = 1; kill <= kills; kill++) {
      const round = await issueUntilKilled(world, kill)
      sent.push(...round)
      await world.start()
      const unheard = round.filter(({ answers }) => answers.length === 0)
      const kept = await keptKeys(world)
      const done = unheard.filter(({ key }) => kept.has(key)).length
      totals.acknowledged += round.length - unheard.length
      totals.unacknowledged += unheard.length
      totals.doneUnheard += done
      totals.notDone += unheard.length - done
      await Promise.all(unheard.map((one) => askTwiceAtOnce(world, one)))
      onKill(`${kill}: ${round.length} keys, ${unheard.length} unanswered, ${done} of them done`)
    }
    // And once more under every key, long after.
    for (const one of sent) one.answers.push(await askUntilAnswered(world, one))
    const { faults, runs } = await findFaults(world, sent)
    return { kills, keys: sent.length, ...totals, runs, faults }
  } finally {
    await world.stop()
  }
}

/** Eight senders that write one after the other, until the kill ends them all. */
async function issueUntilKilled(world: KillableWorld, kill: number): Promise<Sent[]> {
  const sent: Sent[] = []
  let over = false
  let firstAnswer: () => void = () => undefined
  const answered = new Promise<void>((resolve) => {
    firstAnswer = resolve
  })
  const client = async (number: number) => {
    for (let i = 1; !over; i++) {
      const ref = world.refs[number % world.refs.length] ?? ''
      const one = {
        key: `${kill}-${number}-${i}`,
        ref,
        count: 1 + (i % 9),
        answers: [] as string[],
      }
      sent.push(one)
      const answer = await ask(world, one).catch(() => null)
      if (answer === null) return
      one.answers.push(answer)
      firstAnswer()
    }
  }
  const clients = Array.from({ length: CLIENTS }, (_, number) => client(number))
  if (kill % 5 !== 0) await Promise.race([answered, wait(LONGEST_START_MS)])
  await wait(Math.random() * LONGEST_ROUND_MS)
  await world.kill()
  over = true
  await Promise.all(clients)
  return sent
}

/** The same request twice at the same moment, as an impatient sender would. */
async function askTwiceAtOnce(world: KillableWorld, one: Sent): Promise<void> {
  const both = await Promise.all([1, 2].map(() => askUntilAnswered(world, one)))
  one.answers.push(...both)
}

async function askUntilAnswered(world: KillableWorld, one: Sent): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const answer = await ask(world, one).catch((error: unknown) => {
      if (attempt === TRIES) throw error
      return null
    })
    if (answer !== null) return answer
    await wait(100)
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** The text of a 201; throws for anything else, and where nothing answers. */
async function ask(world: KillableWorld, { key, ref, count }: Sent): Promise<string> {
  const response = await fetch(`${world.origin}/api/v1/batches/${ref}/labels`, {
    method: 'POST',
    headers: {
      ...{ authorization: `Bearer ${world.token}`, 'content-type': 'application/json' },
      'idempotency-key': key,
    },
    body: JSON.stringify({ count, profile: 'compact' }),
    signal: AbortSignal.timeout(ANSWER_MS),
  })
  const text = await response.text()
  if (response.status !== 201) throw new Error(`${response.status} ${text}`)
  return text
}

async function keptKeys(world: KillableWorld): Promise<Set<string>> {
  const rows = await world.withDatabase((db) =>
    db.all<{ key: string }>('SELECT key FROM write_receipt'),
  )
  return new Set(rows.map(({ key }) => key))
}

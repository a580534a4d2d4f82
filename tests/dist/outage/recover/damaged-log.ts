import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createClient } from '@libsql/client'
import { startSqld } from '../../../../scripts/lib/sqld.ts'

export const LOG = 'dbs/default/wallog'
const HEADER = 64
const FRAME = 4_120

/** Rows that a server acknowledged before it ended, and the folder it left. */
export async function makeWritten(
  serverFolder: string,
  how: { readonly rows: number; readonly ends: 'killed' | 'stopped' },
): Promise<readonly string[]> {
  const sqld = await startSqld({ dataDir: serverFolder })
  const client = createClient({ url: sqld.url })
  await client.execute('CREATE TABLE IF NOT EXISTS kept (text TEXT PRIMARY KEY) STRICT')
  for (let i = 0; i < how.rows; i++) {
    const text = `${how.ends} ${i} ${'x'.repeat((i * 37) % 900)}`
    await client.execute({ sql: 'INSERT INTO kept VALUES (?)', args: [text] })
  }
  const rows = await keptBy(sqld.url)
  client.close()
  if (how.ends === 'killed') {
    process.kill(sqld.pid, 'SIGKILL')
    await sqld.exited
  } else {
    await sqld.stop()
  }
  return rows
}

/** What a server on this folder answers, and that it takes more. */
export async function readAndWrite(serverFolder: string, more: string): Promise<readonly string[]> {
  const sqld = await startSqld({ dataDir: serverFolder })
  try {
    const rows = await keptBy(sqld.url)
    const client = createClient({ url: sqld.url })
    await client.execute({ sql: 'INSERT INTO kept VALUES (?)', args: [more] })
    await client.execute({ sql: 'DELETE FROM kept WHERE text = ?', args: [more] })
    client.close()
    return rows
  } finally {
    await sqld.stop()
  }
}

async function keptBy(url: string): Promise<readonly string[]> {
  const client = createClient({ url })
  const { rows } = await client.execute('SELECT text FROM kept ORDER BY text')
  client.close()
  return rows.map((row) => String(row[0]))
}

export function copyOf(from: string, to: string): string {
  rmSync(to, { recursive: true, force: true })
  cpSync(from, to, { recursive: true })
  return to
}

/** Numbers from a seed, the same each time (mulberry32). */
export function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

type Damage = (input: {
  readonly log: string
  readonly random: (below: number) => number
}) => string

/** Ways in which a log that was not synced may come out of a power cut, and some that only hands make. */
export const DAMAGES: Readonly<Record<string, Damage>> = {
  'cut anywhere': ({ log, random }) => {
    const at = random(readFileSync(log).length)
    truncateSync(log, at)
    return `at ${at}`
  },
  'cut between two frames': ({ log, random }) => {
    const frames = Math.floor((readFileSync(log).length - HEADER) / FRAME)
    const left = random(frames)
    truncateSync(log, HEADER + left * FRAME)
    return `after ${left} of ${frames} frames`
  },
  'cut in its head': ({ log, random }) => {
    const at = random(HEADER)
    truncateSync(log, at)
    return `at ${at}`
  },
  'as long as it was, the end never written': ({ log, random }) => {
    const bytes = readFileSync(log)
    const at = HEADER + random(bytes.length - HEADER)
    bytes.fill(0, at)
    writeFileSync(log, bytes)
    return `zeroes from ${at}`
  },
  'one block never written': ({ log, random }) => {
    const bytes = readFileSync(log)
    const at = 4_096 * random(Math.ceil(bytes.length / 4_096))
    bytes.fill(0, at, at + 4_096)
    writeFileSync(log, bytes)
    return `zeroes at ${at}`
  },
  'one bit turned': ({ log, random }) => {
    const bytes = readFileSync(log)
    const at = random(bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8))
    writeFileSync(log, bytes)
    return `in byte ${at}`
  },
  'a head that counts too many frames': ({ log, random }) => {
    const bytes = readFileSync(log)
    const more = 1 + random(1_000)
    bytes.writeBigUInt64LE(bytes.readBigUInt64LE(40) + BigInt(more), 40)
    writeFileSync(log, bytes)
    return `${more} more`
  },
  gone: ({ log }) => {
    rmSync(log)
    return ''
  },
}

export const logOf = (serverFolder: string) => join(serverFolder, LOG)

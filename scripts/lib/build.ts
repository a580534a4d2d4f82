import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BUILD_DIRECTORY, ROOT } from './paths.ts'

const SOURCES = ['worker', 'site', 'db', 'package-lock.json', 'wrangler.toml']
const NOT_SOURCES = new Set(['node_modules', '.astro', '.wrangler', 'migrations'])

/** Builds the Worker and its pages into dist/ when a source is newer than the last build. */
export async function ensureBuilt(): Promise<void> {
  if (newest(SOURCES.map((source) => join(ROOT, source))) <= builtAt()) return
  await run('npx', ['astro', 'build', '--root', 'site', '--silent'])
}

function builtAt(): number {
  try {
    return statSync(join(BUILD_DIRECTORY, 'server', 'entry.mjs')).mtimeMs
  } catch {
    return 0
  }
}

function newest(paths: readonly string[]): number {
  return Math.max(0, ...paths.map(newestIn))
}

function newestIn(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return newest(
    readdirSync(path)
      .filter((name) => !NOT_SOURCES.has(name))
      .map((name) => join(path, name)),
  )
}

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`the build failed:\n${output}`))
    })
  })
}

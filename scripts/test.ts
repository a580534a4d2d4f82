/**
 * `npm test`: all tests, in the order of what they need: pure code, the code in workerd, the built
 * Worker against a real libSQL server, that Worker without it, Chromium. Ends with one line, `N passed, N failed`.
 * `npm test -- unit` runs one project, `npm test -- dist outage` two.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './lib/build.ts'
import { findChromium, findProgram } from './lib/find-program.ts'
import { ROOT } from './lib/paths.ts'

/**
 * One after the other; those together at once. `alone` and `workerd` keep one processor busy each; `dist` and
 * `outage` start and stop servers and wait for them; `unit` and `e2e` have enough to do for two.
 */
const STAGES = [['alone', 'workerd'], ['unit'], ['dist', 'outage'], ['e2e']] as const
const asked = process.argv.slice(2)
const stages = STAGES.map((stage) =>
  stage.filter((project) => asked.length === 0 || asked.includes(project)),
)
const projects = stages.flat()

/** Commands are started a hundred times: what one of them has read and compiled the next one need not. */
const NODE_COMPILE_CACHE = join(ROOT, 'node_modules', '.cache', 'compiled')

type Totals = { passed: number; failed: number; skipped: number }

async function main(): Promise<void> {
  if (projects.some((project) => !['unit', 'alone', 'workerd'].includes(project)))
    await ensureBuilt()
  sayWhatIsMissing()
  const totals: Totals = { passed: 0, failed: 0, skipped: 0 }
  for (const stage of stages) {
    for (const result of await Promise.all(stage.map(runProject))) add(totals, result)
  }
  const skipped = totals.skipped === 0 ? '' : `, ${totals.skipped} skipped`
  process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed${skipped}\n`)
  process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1
}

/** One line a missing tool; the tests that need it are skipped by name. */
function sayWhatIsMissing(): void {
  if (findChromium() === null) {
    console.warn(
      'Thiếu Chromium: bỏ qua các thử nghiệm trên trình duyệt (apt-get install chromium, hoặc đặt CHROMIUM_PATH).',
    )
  }
  if (findProgram('pdftoppm') === null) {
    console.warn('Thiếu pdftoppm: bỏ qua các thử nghiệm trang in (apt-get install poppler-utils).')
  }
}

async function runProject(project: string): Promise<Totals> {
  const folder = mkdtempSync(join(tmpdir(), 'goc-test-'))
  const report = join(folder, 'report.json')
  const code = await vitest(project, report)
  const totals = read(report)
  rmSync(folder, { recursive: true, force: true })
  // A project that could not run at all is one failure, however few tests it counted.
  if (code !== 0 && totals.failed === 0) totals.failed = 1
  return totals
}

function vitest(project: string, report: string): Promise<number> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = ['vitest', 'run', '--project', project, ...reporters]
  const env = { ...process.env, GOC_BUILT: '1', NODE_COMPILE_CACHE }
  return new Promise((resolve) => {
    const child = spawn('npx', args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

function read(report: string): Totals {
  try {
    const json = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>
    return {
      passed: json['numPassedTests'] ?? 0,
      failed: json['numFailedTests'] ?? 0,
      skipped: (json['numPendingTests'] ?? 0) + (json['numTodoTests'] ?? 0),
    }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function add(totals: Totals, more: Totals): void {
  totals.passed += more.passed
  totals.failed += more.failed
  totals.skipped += more.skipped
}

await main()

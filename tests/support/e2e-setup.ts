import type { TestProject } from 'vitest/node'
import { ensureBuilt } from '../../scripts/lib/build.ts'
import { type DemoAccounts, forget, startGoc } from './running-goc.ts'

declare module 'vitest' {
  interface ProvidedContext {
    goc: {
      origin: string
      dataDir: string
      labels: Readonly<Record<string, string>>
      accounts: DemoAccounts
    }
  }
}

/** One installation with demo data for all browser tests; each of them makes what it changes. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureBuilt()
  const running = await startGoc()
  const { origin, dataDir, labels, accounts } = running
  project.provide('goc', { origin, dataDir, labels, accounts })
  return async () => {
    await running.stop()
    forget(running)
  }
}

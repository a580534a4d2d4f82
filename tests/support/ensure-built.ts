import { ensureBuilt } from '../../scripts/lib/build.ts'

/** Vitest global setup: builds the Worker once when a source is newer than the last build. */
export async function setup(): Promise<void> {
  await ensureBuilt()
}

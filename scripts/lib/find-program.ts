import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of a program, or null where it is not installed. */
export function findProgram(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null
}

/** A Chromium to test with: CHROMIUM_PATH, or one of the usual names. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined && existsSync(named)) return named
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    const path = findProgram(name)
    if (path !== null) return path
  }
  return null
}

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { BATCHES, PLAN_TABLE_1 } from './batch-books.ts'
import { CODES_AN_GIANG, CODES_CSV } from './code-books.ts'
import { DIARY_MANGO } from './diary-book.ts'
import { buildXlsx } from './xlsx-builder.ts'

/** Files to import by hand and in tests, by name; each the same bytes at every run. */
export const FIXTURES: Readonly<Record<string, () => Uint8Array>> = {
  'ma-so-an-giang.xlsx': () => buildXlsx(CODES_AN_GIANG),
  'nhat-ky-xoai.xlsx': () => buildXlsx(DIARY_MANGO),
  'lo-hang.xlsx': () => buildXlsx(BATCHES),
  'bang-1-ke-hoach-1753.xlsx': () => buildXlsx(PLAN_TABLE_1),
  'ma-so-lao-cai.csv': () => new TextEncoder().encode(CODES_CSV),
}

/** Where a fixture stands on disk. */
export function fixturePath(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, make] of Object.entries(FIXTURES)) {
    writeFileSync(fixturePath(name), make())
    console.log(name)
  }
}

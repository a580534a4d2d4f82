/**
 * Makes the next migration from db/schema: drizzle-kit writes the SQL, and every new table is made
 * STRICT, which drizzle-kit cannot express. Of its pictures of the schema it reads the newest alone,
 * so the older ones go. Where two branches each made one, take the folder as the other has it and
 * make yours again. Usage: npm run db:generate -- NAME
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

const folder = new URL('../db/migrations/', import.meta.url)
const name = process.argv[2]
if (name === undefined) throw new Error('usage: npm run db:generate -- NAME')

const before = new Set(readdirSync(folder))
execFileSync('npx', ['drizzle-kit', 'generate', '--name', name], { stdio: 'inherit' })
for (const file of readdirSync(folder)) {
  if (before.has(file) || !file.endsWith('.sql')) continue
  const url = new URL(file, folder)
  const sql = readFileSync(url, 'utf8')
  writeFileSync(url, sql.replace(/^\);$/gm, ') STRICT;'))
}

const pictures = new URL('meta/', folder)
const snapshots = readdirSync(pictures).filter((file) => file.endsWith('_snapshot.json'))
for (const file of snapshots.sort().slice(0, -1)) rmSync(new URL(file, pictures))

import { readdirSync, readFileSync } from 'node:fs'
import { processesUsing } from '../../../../scripts/lib/open-files.ts'

/** The libSQL server that has its files in this data folder. */
export async function sqldOf(dataDir: string): Promise<number> {
  const using = await processesUsing(`${dataDir}/libsql`)
  const found = using.find(({ name }) => name === 'sqld')
  if (found === undefined) throw new Error(`no sqld on ${dataDir}`)
  return found.pid
}

/** The runtime that a process started. */
export function workerdOf(parent: number): number {
  const found = childrenOf(parent).find((pid) => nameOf(pid) === 'workerd')
  if (found === undefined) throw new Error(`process ${parent} has no workerd`)
  return found
}

/** Still there, and not merely waiting to be buried. */
export function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return (
          /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ===
          String(parent)
        )
      } catch {
        return false
      }
    })
}

function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
  } catch {
    return ''
  }
}

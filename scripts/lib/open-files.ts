import { readdir, readFile, readlink } from 'node:fs/promises'
import { sep } from 'node:path'

export type ProcessUsing = { readonly pid: number; readonly name: string }

/**
 * Other processes of this machine that have a file under `folder` open, as far as we may look. A
 * libSQL server takes no lock of its own: two of them on one folder would spoil it. Empty where
 * there is no /proc.
 */
export async function processesUsing(folder: string): Promise<ProcessUsing[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const using: ProcessUsing[] = []
  for (const pid of pids) {
    if (Number(pid) === process.pid || !(await hasOpen(pid, folder + sep))) continue
    const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')
    using.push({ pid: Number(pid), name: name.trim() })
  }
  return using
}

async function hasOpen(pid: string, prefix: string): Promise<boolean> {
  // Processes end while we look, and those of others are not ours to look into.
  const numbers = await readdir(`/proc/${pid}/fd`).catch(() => [])
  const paths = numbers.map((fd) => readlink(`/proc/${pid}/fd/${fd}`).catch(() => ''))
  return (await Promise.all(paths)).some((path) => path.startsWith(prefix))
}

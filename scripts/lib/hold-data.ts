import { type DataHolder, type DataLock, takeDataLock } from './data-lock.ts'
import { InstallationFault } from './installation-fault.ts'
import { serverFolder } from './local-database.ts'
import { type ProcessUsing, processesUsing } from './open-files.ts'

const LOOK_EVERY_MS = 200
/** Commands are soon done, servers soon up, and those that were killed soon gone. */
const PATIENCE_MS = 60_000
const LEFT_BEHIND_PATIENCE_MS = 20_000

type Holding = {
  readonly directory: string
  readonly holder: Omit<DataHolder, 'pid'>
  readonly word: (line: string) => void
}

/**
 * Holds a data folder: one instance at a time. Waits for a command that has it and for servers that a
 * killed instance left behind and that are about to end; a server that runs is told of, and refused.
 */
export async function holdData(input: Holding): Promise<DataLock> {
  const held = await holdOrJoin(input, async (heldBy) => {
    throw heldFault(input.directory, heldBy)
  })
  if ('lock' in held) return held.lock
  throw heldFault(input.directory, null)
}

/** The same for whoever can work with a server that runs: `join` finds it, null while it comes up. */
export async function holdOrJoin<T>(
  input: Holding,
  join: (heldBy: DataHolder) => Promise<T | null>,
): Promise<{ readonly lock: DataLock } | { readonly joined: T }> {
  const held = await waitForLock(input, join)
  if ('joined' in held) return held
  try {
    await waitForThoseLeftBehind(serverFolder(input.directory), input.word)
    return held
  } catch (error) {
    await held.lock.release()
    throw error
  }
}

async function waitForLock<T>(
  input: Holding,
  join: (heldBy: DataHolder) => Promise<T | null>,
): Promise<{ readonly lock: DataLock } | { readonly joined: T }> {
  const { directory, word } = input
  const holder: DataHolder = { ...input.holder, pid: process.pid }
  const deadline = Date.now() + PATIENCE_MS
  for (let told = false; ; ) {
    const taken = await takeDataLock({ directory, holder })
    if ('lock' in taken) return taken
    const { heldBy } = taken
    if (heldBy?.kind === 'server') {
      const joined = await join(heldBy)
      if (joined !== null) return { joined }
    }
    if (Date.now() > deadline) throw heldFault(directory, heldBy)
    if (!told && heldBy !== null) {
      word(`Đang chờ “${heldBy.name}” (tiến trình ${heldBy.pid})…`)
      told = true
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

/** What to say to whoever wants a folder that somebody has. */
export function heldFault(directory: string, heldBy: DataHolder | null): InstallationFault {
  const who =
    heldBy === null
      ? 'một tiến trình khác của Gốc'
      : `“${heldBy.name}” (tiến trình ${heldBy.pid}${heldBy.origin === null ? '' : `, tại ${heldBy.origin}`})`
  return new InstallationFault(`Thư mục dữ liệu ${directory} đang do ${who} dùng.`, [
    'dừng tiến trình đó trước;',
    'hoặc dùng thư mục dữ liệu khác: đặt GOC_DATA_DIR.',
  ])
}

async function waitForThoseLeftBehind(folder: string, word: (line: string) => void): Promise<void> {
  const deadline = Date.now() + LEFT_BEHIND_PATIENCE_MS
  for (let told = false; ; ) {
    const using = await processesUsing(folder)
    if (using.length === 0) return
    if (Date.now() > deadline) throw usedFault(folder, using)
    if (!told) word(`Đang chờ ${namesOf(using)} của lần chạy trước dừng hẳn…`)
    told = true
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
}

/** What to say of processes that have the database open, whoever started them. */
export function usedFault(folder: string, using: readonly ProcessUsing[]): InstallationFault {
  return new InstallationFault(
    `${namesOf(using)} vẫn đang mở cơ sở dữ liệu ở ${folder}. Hai máy chủ trên cùng một dữ liệu sẽ làm hỏng nó.`,
    [
      `dừng tiến trình đó: kill ${using.map(({ pid }) => pid).join(' ')}`,
      'hoặc dùng thư mục dữ liệu khác: đặt GOC_DATA_DIR.',
    ],
  )
}

function namesOf(using: readonly ProcessUsing[]): string {
  return using.map(({ pid, name }) => `${name} (tiến trình ${pid})`).join(', ')
}

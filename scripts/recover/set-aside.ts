import { constants, copyFile, mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { databaseFiles, sizeOf } from '../lib/database-files.ts'
import { InstallationFault } from '../lib/installation-fault.ts'
import { syncFile } from './sync-file.ts'

/** Where one recovery keeps what it took out, and the database as it was before it. */
export type Aside = {
  readonly folder: string
  /** Moves a file or folder there; true unless there is none. */
  readonly move: (path: string) => Promise<boolean>
}

const ABOUT = `Các tệp của máy chủ dữ liệu trước khi sửa bằng "goc database recover".
"data" và "data-wal" là bản chép nguyên vẹn của cơ sở dữ liệu lúc đó; các tệp khác là tệp hỏng được chuyển ra.
Khi đã chắc dữ liệu đầy đủ thì xóa cả thư mục này.
`

/**
 * Makes a folder beside the server's, with a copy of the database as it is. Throws, with nothing
 * changed, where there is no room for it.
 */
export async function makeAside(serverFolder: string, at: Date): Promise<Aside> {
  const stamp = at.toISOString().replace(/[-:]/g, '').replace(/\..*/, 'Z')
  const folder = `${serverFolder}.damaged-${stamp}`
  const { data, writeAhead } = databaseFiles(serverFolder)
  const placeOf = (path: string) => join(folder, relative(serverFolder, path))
  try {
    for (const path of [data, writeAhead]) {
      if ((await sizeOf(path)) === null) continue
      await mkdir(dirname(placeOf(path)), { recursive: true, mode: 0o700 })
      await copyFile(path, placeOf(path), constants.COPYFILE_FICLONE)
      await syncFile(placeOf(path))
    }
    await writeFile(join(folder, 'DOC-TRUOC.txt'), ABOUT)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new InstallationFault(
      `Không chép được cơ sở dữ liệu ra ${folder} trước khi sửa: ${why}. Chưa sửa gì cả.`,
      ['dọn chỗ trên đĩa (cần thêm bằng cỡ cơ sở dữ liệu) rồi chạy lại lệnh này.'],
    )
  }
  return {
    folder,
    move: async (path) => {
      await mkdir(dirname(placeOf(path)), { recursive: true, mode: 0o700 })
      try {
        await rename(path, placeOf(path))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
        throw error
      }
      await syncFile(dirname(path))
      return true
    },
  }
}

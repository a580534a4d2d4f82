import { chmod, mkdir, readdir, stat } from 'node:fs/promises'

const OURS =
  /^(?:libsql(?:\.log|\..+)?|lock(?:-journal|\.json)?|secrets\.json|installation\.json|server\.json|demo\.json|mail|maps|state|files|tmp|dry-run|quality|workerd-\d+\.capnp|.+\.part)$/

/** True for what Gốc itself puts into a data folder. */
export function isOurs(name: string): boolean {
  return OURS.test(name)
}

/**
 * Makes a folder that only its owner opens, and closes one that stood open. A folder that others put
 * things into is left as it is: `/tmp` or somebody's home is not ours to close.
 */
export async function makePrivate(directory: string, word: (line: string) => void): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  const { mode, uid } = await stat(directory)
  const isOpen = process.platform !== 'win32' && (mode & 0o077) !== 0
  if (!isOpen) return
  const foreign = (await readdir(directory)).find((name) => !isOurs(name))
  if (foreign !== undefined || uid !== process.getuid?.()) {
    word(
      `Lưu ý: người khác trên máy này xem được ${directory}, nơi chứa dữ liệu và khóa bí mật. Thư mục còn dùng vào việc khác nên Gốc giữ nguyên quyền; hãy đặt GOC_DATA_DIR vào một thư mục riêng.`,
    )
    return
  }
  await chmod(directory, 0o700)
  word(`Đã đóng quyền thư mục ${directory}: chỉ chủ của nó còn xem được.`)
}

/** Closes a file that stood open to others. */
export async function closeToOthers(path: string, word: (line: string) => void): Promise<void> {
  const { mode } = await stat(path)
  if (process.platform === 'win32' || (mode & 0o077) === 0) return
  await chmod(path, 0o600)
  word(`Đã đóng quyền tệp ${path}: chỉ chủ của nó còn đọc được.`)
}

import type { DatabaseState } from './database-files.ts'
import { InstallationFault } from './installation-fault.ts'
import type { InstallationRecord } from './installation-record.ts'
import type { FoundSecrets } from './secrets.ts'

const AFRESH = 'hoặc xóa hết dữ liệu và bắt đầu lại từ đầu: npm start -- --reset'
const RESTORE = 'hoặc phục hồi bản sao lưu: npm run goc -- restore TỆP'

/** How an installation is to be opened: as what stands there, or made. Throws a fault that says what to do. */
export function judgeInstallation(input: {
  readonly secrets: Exclude<FoundSecrets, { kind: 'given' }> | { readonly kind: 'given' }
  readonly database: DatabaseState
  readonly record: InstallationRecord | null
  /** A backup is to be restored into it: a database that is gone is then what is wanted. */
  readonly restores: boolean
  /** Where the two stand, as people are told. */
  readonly paths: { readonly secrets: string; readonly database: string }
}): 'open' | 'make' {
  const { secrets, database, record, paths } = input
  if (secrets.kind === 'broken') throw secretsFault(brokenSecrets(paths.secrets, secrets.why))
  if (database.kind === 'broken') throw brokenDatabase(paths.database, database.why)
  // Secrets without a record are from before there were records, when the database came first.
  const wasMade = record === null ? secrets.kind === 'kept' : record.databaseMadeAt !== null
  if (record?.awaitsRestore === true && !input.restores) throw unrestored(paths.database)
  if (database.kind === 'none') {
    if (wasMade && !input.restores) throw missingDatabase(paths.database)
    return 'make'
  }
  if (secrets.kind === 'none') {
    throw secretsFault(
      `Có cơ sở dữ liệu ở ${paths.database} nhưng không thấy khóa bí mật ${paths.secrets}. Gốc không tự tạo khóa mới, vì khóa ký tem đã lưu sẽ không mở được nữa.`,
    )
  }
  return 'open'
}

/** There is a file, and nothing in it that was ever there. */
export function emptyDatabase(path: string): InstallationFault {
  return new InstallationFault(
    `Cơ sở dữ liệu ở ${path} trống, dù trước đây đã có dữ liệu. Gốc không tự bắt đầu lại.`,
    [
      'chuyển thư mục ấy đi chỗ khác (đừng xóa) rồi đưa thư mục cũ về, nếu còn;',
      `${RESTORE} (sau khi đã chuyển thư mục trống đi);`,
      `${AFRESH}.`,
    ],
  )
}

function unrestored(path: string): InstallationFault {
  return new InstallationFault(
    `Cơ sở dữ liệu ở ${path} được tạo để phục hồi một bản sao lưu, nhưng lần phục hồi ấy chưa xong.`,
    [`chuyển thư mục ấy đi chỗ khác rồi phục hồi lại: npm run goc -- restore TỆP;`, `${AFRESH}.`],
  )
}

function missingDatabase(path: string): InstallationFault {
  return new InstallationFault(
    `Không thấy cơ sở dữ liệu ở ${path}, dù trước đây đã có. Gốc không tự tạo cơ sở dữ liệu trống thay vào.`,
    ['đưa thư mục ấy về chỗ cũ, nếu còn;', `${RESTORE};`, `${AFRESH}.`],
  )
}

function brokenDatabase(path: string, why: string): InstallationFault {
  return new InstallationFault(
    `Cơ sở dữ liệu ở ${path} bị hỏng: ${why}. Gốc không tự sửa và không tạo mới.`,
    [
      'đưa tệp còn nguyên về chỗ cũ, nếu còn;',
      `hoặc chuyển thư mục ấy đi chỗ khác (đừng xóa) rồi phục hồi bản sao lưu: npm run goc -- restore TỆP;`,
      `${AFRESH}.`,
    ],
  )
}

function brokenSecrets(path: string, why: string): string {
  return `Khóa bí mật trong ${path} không dùng được: ${why}. Gốc không ghi đè tệp này.`
}

function secretsFault(what: string): InstallationFault {
  return new InstallationFault(what, [
    'đưa tệp secrets.json còn nguyên về chỗ ấy;',
    'hoặc đặt hai biến GOC_KEK và GOC_AUTH_SECRET đúng như trước;',
    `${AFRESH}.`,
  ])
}

import { sql } from 'drizzle-orm'
import type { Database } from '../../db/client.ts'
import { openKeySecret } from '../../worker/verbs/keys/key-secret.ts'
import { InstallationFault } from './installation-fault.ts'

/** Keys made one after another stand under one KEK; a few tell whether it is this one. */
const TRIED = 20

/** Throws where there are signing keys and GOC_KEK opens none: what it made from now on would be strange to them. */
export async function checkKek(input: {
  db: Database
  kek: Uint8Array
  /** Where the KEK was taken from, as people are told. */
  from: string
}): Promise<void> {
  const rows = await input.db.all<{ kid: string; privateJwe: string }>(
    sql`SELECT kid, private_jwe AS privateJwe FROM signing_key
      ORDER BY created_at DESC LIMIT ${TRIED}`,
  )
  const [newest] = rows
  if (newest === undefined) return
  for (const { kid, privateJwe } of rows) {
    const opened = await openKeySecret({ kid, privateJwe, kek: input.kek }).catch(() => null)
    if (opened !== null) return
  }
  throw new InstallationFault(
    `GOC_KEK (${input.from}) không mở được khóa ký nào trong cơ sở dữ liệu, ví dụ ${newest.kid}: đây không phải GOC_KEK đã dùng khi tạo các khóa ấy.`,
    [
      'đặt lại đúng GOC_KEK cũ ở chỗ nói trên;',
      'nếu GOC_KEK cũ đã mất hẳn: tem đã in vẫn kiểm tra được nhưng không in lại được; tạo khóa ký mới bằng npm run goc -- keys rotate --lost-kek',
    ],
  )
}

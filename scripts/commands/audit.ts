import type { Command } from 'commander'
import { faultText } from '../../worker/copy/portal/audit-fault.ts'
import { readAuditHead } from '../../worker/verbs/audit/read-audit-head.ts'
import { type AuditVerification, verifyAudit } from '../../worker/verbs/audit/verify-audit.ts'
import { commandOf } from '../lib/goc-command.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { note, say } from '../lib/say.ts'

/** goc audit verify|head */
export function register(program: Command, openContext: OpenContext): void {
  const audit = commandOf(program, openContext, 'audit').description(
    'Nhật ký thao tác và chuỗi niêm phong của nó',
  )

  audit
    .command('verify')
    .description('Tính lại toàn bộ chuỗi niêm phong; thoát mã 1 khi có dòng bị sửa, thêm hoặc xoá')
    .option('--expect-head <seq:hash>', 'dấu niêm đã cất ở nơi khác, phải còn trong chuỗi')
    .option('--json', 'in dạng JSON')
    .run(async ({ ctx }, options: { expectHead?: string; json?: true }) => {
      const { expectHead = null } = options
      const onProgress = counter()
      const result = await verifyAudit({ ctx, input: { expectHead }, onProgress: onProgress.add })
      onProgress.end()
      if (options.json) say(JSON.stringify(result))
      else for (const line of resultLines(result)) say(line)
      if (result.fault !== null) throw new Error(faultText(result.fault, 'vi'))
    })

  audit
    .command('head')
    .description('In dấu niêm mới nhất, để cất ở nơi khác (giấy, e-mail, máy khác)')
    .run(async ({ ctx }) => {
      const head = await readAuditHead({ ctx })
      if (head === null) return note('Nhật ký chưa có dòng nào.')
      say(`${head.seq}:${head.hash}`)
    })
}

function resultLines({ fault, checked, unsealed, head }: AuditVerification): string[] {
  const count = checked.toLocaleString('vi-VN')
  if (fault !== null) return [`${count} dòng đầu còn nguyên.`]
  return [
    `Nhật ký còn nguyên: ${count} dòng, không dòng nào bị sửa, thêm hoặc xoá.`,
    ...(unsealed > 0 ? [`${unsealed} dòng mới nhất chưa niêm phong; sẽ niêm ngay sau đây.`] : []),
    ...(head === null ? [] : [`Dấu niêm mới nhất, nên cất ở nơi khác: ${head.seq}:${head.hash}`]),
  ]
}

/** How far the walk has come, on a terminal only. */
function counter(): { add: (rows: number) => void; end: () => void } {
  if (!process.stderr.isTTY) return { add: () => undefined, end: () => undefined }
  let done = 0
  return {
    add: (rows) => {
      done += rows
      if (done % 10_000 < rows) process.stderr.write(`\r${done.toLocaleString('vi-VN')} dòng`)
    },
    end: () => process.stderr.write('\r\x1b[K'),
  }
}

import type { Command } from 'commander'
import { CERTIFICATE_COPY } from '../../worker/copy/certificate.ts'
import { formatOn } from '../../worker/copy/format.ts'
import { HEADLINES } from '../../worker/copy/status.ts'
import type { Verdict } from '../../worker/domain/standing/provenance.ts'
import { isolateCache } from '../../worker/platform/facts-cache.ts'
import { createKeyRing } from '../../worker/verbs/scan/key-ring.ts'
import { resolveText } from '../../worker/verbs/scan/resolve-text.ts'
import { toVerdict } from '../../worker/verbs/scan/verdict.ts'
import { commandOf } from '../lib/goc-command.ts'
import type { OpenContext } from '../lib/open-context.ts'
import { say } from '../lib/say.ts'

const CACHE_BYTES = 1024 * 1024
/** Exit code for a text that is no genuine label of ours. */
const NOT_GENUINE = 3

/** goc verify TEXT */
export function register(program: Command, openContext: OpenContext): void {
  commandOf(program, openContext, 'verify')
    .description('Kiểm tra nội dung của một mã QR')
    .argument('<text>', 'nội dung mã QR, đúng như máy quét đọc được')
    .option('--json', 'in dạng JSON')
    .run(async ({ ctx, ownHosts }, text: string, options: { json?: true }) => {
      const deps = {
        db: () => ctx.db,
        now: ctx.now,
        cache: isolateCache({ maxBytes: CACHE_BYTES, shared: null }),
        keys: createKeyRing(),
        waitUntil: () => undefined,
        ownHosts,
      }
      const verdict = toVerdict(await resolveText(deps, text))
      // So that a script notices; what is said of genuine goods is no failure.
      if (verdict.authenticity !== 'genuine') process.exitCode = NOT_GENUINE
      if (options.json) return say(JSON.stringify(verdict))
      for (const line of verdictLines(verdict)) say(line)
    })
}

function verdictLines(verdict: Verdict): string[] {
  const { authenticity, standing, batch, label, reasons } = verdict
  const headline =
    authenticity === 'genuine' && standing !== null
      ? (label?.profile === 'certificate' ? CERTIFICATE_COPY : HEADLINES)[standing]
      : HEADLINES[authenticity === 'genuine' || authenticity === null ? 'unknown' : authenticity]
  const lines = [headline.vi, ...reasons.map((reason) => `- ${reason.text.vi}`)]
  if (label?.profile === 'certificate') {
    const codes = [...label.growingAreas, label.packingHouse].filter((code) => code !== null)
    return [...lines, ...codes.map((code) => `Mã số ${code}`)]
  }
  if (batch === null || label === null) return lines
  const unit = label.serial === 0 ? 'tem chung cả lô' : `tem số ${label.serial}`
  return [
    ...lines,
    `${batch.product.name}, lô ${batch.lot} (${batch.ref}), ${unit}`,
    `${batch.producer.name}, đóng gói ngày ${formatOn(batch.packedOn, 'vi')}`,
    ...batch.growingAreas.map((site) => `Vùng trồng ${site.code}`),
    ...(batch.packingHouse === null ? [] : [`Cơ sở đóng gói ${batch.packingHouse.code}`]),
  ]
}

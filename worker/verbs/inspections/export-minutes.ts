import { fill } from '../../copy/fill.ts'
import { INSPECTION_PAPER as P } from '../../copy/portal/inspection-paper.ts'
import { textPaper } from '../../lib/print/text-paper.ts'
import type { FileCall } from '../context.ts'
import { makeSignedPaper } from '../signed-papers/make-paper.ts'
import { minutesPaper, shortId } from './minutes-paper.ts'
import { openInspection, showInspection } from './show-inspection.ts'

/** Makes the signed PDF of minutes. */
export async function exportMinutes({
  ctx,
  files,
  input,
}: FileCall<{ readonly id: string; readonly origin: string; readonly issuer: string }>): Promise<{
  id: string
}> {
  const { id, origin, issuer } = input
  const { target } = await openInspection(ctx, id, 'inspections.write')
  const shown = await showInspection(ctx, id)
  const authority = shown.row.authority ?? issuer
  const pdf = await textPaper(minutesPaper(shown, { at: ctx.now(), origin, authority }))
  return makeSignedPaper({
    ctx,
    files,
    input: {
      ...{ entity: 'inspection', entityId: id, pdf, authority },
      right: { may: 'inspections.write', target },
      fileName: fill(P.fileName, { day: shown.row.inspectedOn, id: shortId(id) }),
      about: `${shown.row.siteName} · ${shown.row.inspectedOn}`,
      also: () => [],
    },
  })
}

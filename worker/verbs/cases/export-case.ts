import { insertCaseEvent } from '../../../db/queries/case-events.ts'
import { textPaper } from '../../lib/print/text-paper.ts'
import type { FileCall } from '../context.ts'
import { checkEvidence } from '../evidence/evidence.ts'
import { makeSignedPaper } from '../signed-papers/make-paper.ts'
import { casePaper } from './case-paper.ts'
import { openCase } from './open-case.ts'
import { showCase } from './show-case.ts'

/** Makes a signed paper of a case as it stands now, each file held against its hash. */
export async function exportCase({
  ctx,
  files,
  input,
}: FileCall<{ readonly id: string; readonly origin: string; readonly issuer: string }>): Promise<{
  id: string
}> {
  const { id, origin, issuer } = input
  const { target, number } = await openCase(ctx, id, 'cases.write')
  const owner = { entity: 'case', entityId: id } as const
  const shown = await showCase(ctx, id)
  const evidence = await checkEvidence(ctx, { files, owner })
  const authority = shown.row.authority ?? issuer
  const made = { at: ctx.now(), origin, authority }
  const pdf = await textPaper(casePaper({ ...shown, evidence }, made))
  return makeSignedPaper({
    ctx,
    files,
    input: {
      ...owner,
      right: { may: 'cases.write', target },
      fileName: `vu-viec-${number}.pdf`,
      pdf,
      authority,
      about: number,
      also: ({ sha256, madeAt: at, actor, fileName: file }) => [
        insertCaseEvent(ctx.db, {
          ...{ ...owner, id: ctx.newId(), kind: 'exported', at, actor },
          text: `${file} · SHA-256 ${sha256}`,
        }),
      ],
    },
  })
}

import {
  type ApplicationPaperRow,
  hasRoomForApplicationPaper,
  insertApplicationPaper,
  MOST_APPLICATION_PAPERS,
  readApplicationPaper,
  withdrawApplicationPaper,
} from '../../../db/queries/application-papers.ts'
import { applicationIs } from '../../../db/queries/applications.ts'
import { FIELD_FAULTS } from '../../copy/field-faults.ts'
import { fillAll } from '../../copy/fill.ts'
import { CERTIFICATION_REFUSALS } from '../../copy/refusals/certifications.ts'
import { SITE_REFUSALS } from '../../copy/refusals/sites.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import type { FileStore } from '../../platform/file-store.ts'
import { change } from '../change.ts'
import { actorText, type Call, type FileCall, type VerbContext } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'
import { conflict, editedMeanwhile, notFound } from '../guard/refusals.ts'
import { acceptPaper, type HandedIn } from '../papers/accept-paper.ts'
import { keepFile } from '../papers/keep-file.ts'
import { PAPER_KINDS } from '../papers/kept-papers.ts'
import { knowApplication } from './application-facts.ts'
import { openApplication } from './open-application.ts'
import { requireFilling } from './save-answers.ts'

/** Keeps a paper of an application, under the version of the rules that wants it today. */
export async function addApplicationPaper({
  ctx,
  files,
  input,
}: FileCall<HandedIn & { readonly id: string; readonly kind: string }>): Promise<{ id: string }> {
  const opened = await openApplication(ctx, input.id, 'applications.write')
  requireFilling(opened)
  const { wanted } = await knowApplication(ctx, opened)
  const template = wanted.find(({ kind }) => kind === input.kind)
  if (template === undefined) throw invalidField('kind', FIELD_FAULTS.notAChoice)
  const { bytes, fileName, mediaType, sha256 } = await acceptPaper(input, PAPER_KINDS)
  const { row: of, target } = opened
  const row: ApplicationPaperRow = {
    ...{ id: ctx.newId(), applicationId: of.id, kind: template.kind, templateFrom: template.from },
    ...{ fileName, mediaType, bytes: bytes.length, sha256 },
    storeKey: `applications/${ctx.newId()}`,
    addedAt: ctx.now(),
    actor: actorText(ctx.actor),
    withdrawnAt: null,
  }
  const most = MOST_APPLICATION_PAPERS
  const tooMany = () => conflict(fillAll(CERTIFICATION_REFUSALS.tooManyPapers, { most }))
  return keepFile(files, { storeKey: row.storeKey, bytes }, () =>
    change(ctx, {
      may: 'applications.write',
      target,
      guards: [
        { holds: applicationIs(of), refusal: editedMeanwhile },
        { holds: hasRoomForApplicationPaper(of.id), refusal: tooMany },
      ],
      statements: [insertApplicationPaper(ctx.db, row)],
      audit: {
        action: 'application.paper.add',
        entityId: of.id,
        after: { kind: row.kind, fileName, sha256 },
      },
      taken: () => conflict(fillAll(SITE_REFUSALS.alreadyKept, { fileName })),
      receipt: { id: row.id },
    }),
  )
}

/** Takes a paper out of the list; the file stays. Done twice it is done once. */
export async function withdrawPaperOfApplication({
  ctx,
  input,
}: Call<{ readonly id: string; readonly paperId: string }>): Promise<void> {
  const opened = await openApplication(ctx, input.id, 'applications.write')
  requireFilling(opened)
  const { row: of, target } = opened
  const paper = await readApplicationPaper(ctx.db, { applicationId: of.id, id: input.paperId })
  if (paper === null) throw notFound(THINGS.paper)
  if (paper.withdrawnAt !== null) return
  const { kind, fileName, sha256 } = paper
  await change(ctx, {
    may: 'applications.write',
    target,
    guards: [{ holds: applicationIs(of), refusal: editedMeanwhile }],
    statements: [withdrawApplicationPaper(ctx.db, { id: paper.id, at: ctx.now() })],
    audit: {
      action: 'application.paper.withdraw',
      entityId: of.id,
      before: { kind, fileName, sha256 },
    },
  })
}

/** A paper with its bytes, for whoever may read the application. */
export async function openApplicationPaper({
  ctx,
  files,
  input,
}: {
  ctx: Pick<VerbContext, 'db' | 'actor' | 'kek'>
  files: FileStore
  input: { readonly id: string; readonly paperId: string }
}): Promise<{ row: ApplicationPaperRow; bytes: Uint8Array }> {
  const { row: of } = await openApplication(ctx, input.id, 'applications.read')
  const row = await readApplicationPaper(ctx.db, { applicationId: of.id, id: input.paperId })
  const bytes = row === null || row.withdrawnAt !== null ? null : await files.get(row.storeKey)
  if (row === null || bytes === null) throw notFound(THINGS.paper)
  return { row, bytes }
}

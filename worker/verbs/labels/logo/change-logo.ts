import { type JobRow, readJobOf } from '../../../../db/queries/jobs.ts'
import { deleteLogo, readLogo } from '../../../../db/queries/organisation-logos.ts'
import { LOGO_COPY as W } from '../../../copy/portal/label-logo.ts'
import type { PrintLogo } from '../../../lib/print/index.ts'
import type { FileStore } from '../../../platform/file-store.ts'
import { openJob } from '../../background/open-job.ts'
import { change } from '../../change.ts'
import type { Reading, VerbContext } from '../../context.ts'
import { requirePermission } from '../../guard/authorise.ts'
import { conflict } from '../../guard/refusals.ts'
import { acceptPhoto, MOST_DECODED } from '../../papers/accept-photo.ts'
import { keepFile } from '../../papers/keep-file.ts'
import { makeLogo } from './make-logo.ts'

const may = 'labels.issue'
const targetOf = (organisationId: string) => ({ organisationId, place: null })

/** The logo on an organisation's labels, and what was last done about it. */
export async function openLogo(
  ctx: Reading,
  organisationId: string,
): Promise<{ readonly logo: PrintLogo | null; readonly job: JobRow | null }> {
  requirePermission(ctx, may, targetOf(organisationId))
  const [logo, job] = await Promise.all([
    readLogo(ctx.db, organisationId),
    readJobOf(ctx.db, { subjectId: organisationId, kinds: [makeLogo.name] }),
  ])
  return { logo, job }
}

/** Takes a picture to be made into a logo; gives the job. Throws `invalid_input` on `file`. */
export async function changeLogo(
  ctx: VerbContext,
  given: {
    readonly organisationId: string
    readonly bytes: Uint8Array
    readonly files: FileStore
  },
): Promise<string> {
  const { organisationId, files } = given
  requirePermission(ctx, may, targetOf(organisationId))
  const limits = { mostPixels: MOST_DECODED, tooManyPixels: W.tooManyPixels }
  const { bytes } = acceptPhoto(given.bytes, limits)
  const storeKey = `logos/${ctx.newId()}`
  const job = openJob(ctx, { kind: makeLogo, subjectId: organisationId, input: { storeKey } })
  await keepFile(files, { storeKey, bytes }, () =>
    change(ctx, {
      ...{ may, target: targetOf(organisationId), statements: [job.statement] },
      // The job tells what came of it.
      audit: [],
      taken: () => conflict(W.atWork),
    }),
  )
  return job.id
}

/** Labels printed from now on have no logo. */
export async function removeLogo(ctx: VerbContext, organisationId: string): Promise<void> {
  const logo = await readLogo(ctx.db, organisationId)
  if (logo === null) return
  const { width, height } = logo
  await change(ctx, {
    ...{ may, target: targetOf(organisationId) },
    statements: [deleteLogo(ctx.db, organisationId)],
    audit: {
      action: 'labels.logo_remove',
      entity: 'organisation',
      entityId: organisationId,
      before: { width, height },
    },
  })
}

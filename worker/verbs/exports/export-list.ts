import type { Permission, Target } from '../../domain/access/permissions.ts'
import { type AuditEntry, change } from '../change.ts'
import type { VerbContext } from '../context.ts'
import { ownTarget, requireAny } from '../guard/authorise.ts'
import { type ExportedFile, type ListFile, listFile } from './list-file.ts'

/** A list as a file for whoever may have it; that somebody took it along stands in the log. */
export async function exportList<T>(
  ctx: VerbContext,
  list: ListFile<T> & {
    readonly may: Permission
    /** Whose it is; the actor's own place unless given. */
    readonly target?: Target
    readonly audit: AuditEntry
  },
): Promise<ExportedFile> {
  const { may, target = ownTarget(ctx), audit } = list
  requireAny(ctx, may)
  const file = await listFile(list)
  await change(ctx, { may, target, audit })
  return file
}

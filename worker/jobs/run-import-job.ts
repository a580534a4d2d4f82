import type { Deps } from '../http/app-env.ts'
import type { VerbContext } from '../verbs/context.ts'
import { runUpload } from '../verbs/imports/portal/run-upload.ts'
import { undoAndTell } from '../verbs/imports/portal/undo-and-tell.ts'
import { sendLetters } from './send-letters.ts'

type JobDeps = Pick<Deps, 'db' | 'now' | 'mailer' | 'files' | 'kek'>

/**
 * Reads an opened import in, after the answer was given. What goes wrong is told by the import's own
 * state, where somebody can let it go on; here it is only logged.
 */
export function runImportJob(input: {
  readonly deps: JobDeps
  readonly ctx: VerbContext
  readonly id: string
}): Promise<void> {
  const { deps, ctx, id } = input
  return logged(deps, () => runUpload({ ctx, files: deps.files, id }))
}

/** Takes an import back, likewise. */
export function runUndoJob(input: {
  readonly deps: JobDeps
  readonly ctx: VerbContext
  readonly id: string
}): Promise<void> {
  const { deps, ctx, id } = input
  return logged(deps, () => undoAndTell({ ctx, importId: id }))
}

async function logged(deps: JobDeps, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
    await sendLetters(deps)
  } catch (error) {
    const name = error instanceof Error ? error.name : typeof error
    console.error(JSON.stringify({ level: 'error', code: 'import_cut_off', name }))
  }
}

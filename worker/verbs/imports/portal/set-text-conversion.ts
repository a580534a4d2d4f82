import type { VerbContext } from '../../context.ts'
import { rereadUpload } from './reread-upload.ts'

/** Says whether texts in an old encoding of a list are to be turned into Unicode; gives the job. */
export function setTextConversion(
  ctx: VerbContext,
  input: { readonly id: string; readonly convertText: boolean },
): Promise<string> {
  const { id, convertText } = input
  return rereadUpload(ctx, { id, optionsOf: ({ options }) => ({ ...options, convertText }) })
}

import * as z from 'zod'
import type { Statement } from '../../../db/queries/run-batch.ts'
import type { Language } from '../../lib/text/local-text.ts'
import { PROBLEM_REPORT } from '../../resources/problem-report.ts'
import { inputOf } from '../../resources/resource.ts'
import { hashSecret } from '../accounts/link-secret.ts'
import type { VerbContext } from '../context.ts'
import { hashOfRequest } from '../guard/do-once.ts'
import { parseInput } from '../guard/parse-input.ts'
import type { KeptPhoto } from './keep-report-photo.ts'
import { makeReport } from './make-report.ts'
import { requireProvince } from './province-choices.ts'
import { readReportedLabel } from './reported-label.ts'

const labelSchema = z.object({ label: z.string().max(2_000).nullish() })

/**
 * A report that somebody signed in kept on their device: what the form asks, and the text of the label.
 * Stored once under the id the device gave it, with `also` in the same atomic batch; nothing in it
 * decides whether a program sent it.
 */
export async function reportFromApp(
  ctx: VerbContext,
  input: {
    readonly deps: Parameters<typeof readReportedLabel>[0]
    readonly id: string
    readonly body: unknown
    readonly lang: Language
    readonly photo: KeptPhoto | null
  },
  also: readonly Statement[] = [],
): Promise<'stored' | 'already'> {
  const { deps, id, body, lang, photo } = input
  const { label = null } = parseInput(labelSchema, body)
  const values = parseInput(inputOf(PROBLEM_REPORT), body)
  if (values.provinceCode !== null) await requireProvince(ctx, values.provinceCode)
  return makeReport(
    ctx,
    {
      ...values,
      receiptHash: await hashSecret(`app ${id}`),
      requestHash: await hashOfRequest(JSON.stringify(body)),
      lang,
      label: await readReportedLabel(deps, label ?? ''),
      photo,
      doubts: [],
      setAside: false,
    },
    also,
  )
}

import type { StreamedLabel } from '../../worker/verbs/labels/label-stream.ts'
import type { Reprint } from '../../worker/verbs/labels/reprint.ts'

/** All labels of a reprint, in order. */
export async function collectLabels(made: Reprint): Promise<StreamedLabel[]> {
  const labels: StreamedLabel[] = []
  for await (const chunk of made.labels()) labels.push(...chunk)
  return labels
}

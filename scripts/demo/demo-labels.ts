import { sql } from 'drizzle-orm'
import { CROCKFORD } from '../../worker/domain/label/base32.ts'
import { signLabel } from '../../worker/domain/label/jws.ts'
import { formatSubject } from '../../worker/domain/label/subject.ts'
import { buildBatchDocument } from '../../worker/verbs/batches/build-batch-document.ts'
import { loadSigningKey } from '../../worker/verbs/keys/load-signing-key.ts'
import { codesOf } from '../../worker/verbs/labels/codes-of.ts'
import { labelSubject } from '../../worker/verbs/labels/label-subject.ts'
import { type DemoContext, demoBatch } from './demo-context.ts'
import { DEMO_RUNS, type DemoRun } from './demo-story.ts'

/** One character of the signature, far from its padding bits. */
const FORGED_AT = 60

/** The labels to try, by what they show, as `{SIG}/{SUBJECT}`: the host is not signed. */
export async function demoLabels(demo: DemoContext): Promise<Record<string, string>> {
  const labels: Record<string, string> = {}
  for (const run of DEMO_RUNS) {
    if (run.label !== null) labels[run.label] = await firstLabel(demo, run)
  }
  return { ...labels, forged: forge(labels['clear'] ?? '') }
}

/** The first label of a run, byte for byte as it was issued. */
async function firstLabel(demo: DemoContext, { lot, profile }: DemoRun): Promise<string> {
  const batch = await demoBatch(demo.db, lot)
  const built = await buildBatchDocument(demo.db, batch.id)
  if (built === null) throw new Error(`the demo lot ${lot} is missing`)
  const run = await demo.db.get<{ kid: string; serial: number } | undefined>(sql`
    SELECT kid, from_serial AS serial FROM label_run
    WHERE batch_id = ${batch.id} AND profile = ${profile} ORDER BY created_at LIMIT 1`)
  if (run === undefined) throw new Error(`the demo lot ${lot} has no ${profile} labels`)
  const { kid, serial } = run
  const ctx = demo.then(0)
  const { privateKey } = await loadSigningKey({ ctx, input: { purpose: 'reprint', kid } })
  const { gtin } = built.document.provenance.product
  const codes = codesOf(built.document)
  const subject = labelSubject({ profile, ref: batch.ref, serial, gtin, codes })
  return signLabel({ kid, privateKey, subjectText: formatSubject(subject) })
}

/** The same label with one character of its signature changed: still of the right form. */
function forge(label: string): string {
  const at = CROCKFORD.indexOf(label.charAt(FORGED_AT))
  const other = CROCKFORD.charAt((at + 1) % CROCKFORD.length)
  return label.slice(0, FORGED_AT) + other + label.slice(FORGED_AT + 1)
}

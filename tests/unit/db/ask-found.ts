import { eq } from 'drizzle-orm'
import { findAuditTargets } from '../../../db/queries/audit-search.ts'
import { listSuspected, readSuspected } from '../../../db/queries/copies.ts'
import { countedLabels } from '../../../db/queries/label-visits.ts'
import { begunTerms, knownTerms, readNamedEntries } from '../../../db/queries/register-search.ts'
import { runBatch } from '../../../db/queries/run-batch.ts'
import { lastKeyOfPage, SITEMAP_KINDS } from '../../../db/queries/sitemap.ts'
import { labelDay, organisation, scanCount } from '../../../db/schema/index.ts'
import { codeSearchKey } from '../../../worker/domain/codes/code-search-key.ts'
import { refreshEntriesFor } from '../../../worker/verbs/codes/refresh-register-entries.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { makeBatch, NOW } from '../../support/factories.ts'

/** What is found by words and keys, and labels opened by more than one package has. */
export async function askFound(ctx: VerbContext): Promise<void> {
  const { db } = ctx
  const batch = await makeBatch(ctx)
  const { organisationId, ref } = batch
  const searchKey = codeSearchKey(batch.area.code)
  await findAuditTargets(db, { searchKey, nameFolded: '', ref: null })
  for (const kind of SITEMAP_KINDS) await lastKeyOfPage(db, { kind, after: '', pageSize: 1 })

  // A person who did not agree to be named is found by who may know the name.
  const person = { kind: 'household' as const, nameConsentOn: null, nameFolded: 'ba bay' }
  await db.update(organisation).set(person).where(eq(organisation.id, organisationId))
  await runBatch(db, refreshEntriesFor(db, { siteIds: [batch.area.siteId] }))
  await readNamedEntries(db, { words: ['bay'], bounds: null })
  const term = batch.area.code.split('-')[0]?.toLowerCase() ?? ''
  await knownTerms(db, [term])
  await begunTerms(db, [term.slice(0, 1)])

  const label = { unitSpace: `B/${ref}`, serial: 7 }
  const day = '2026-06-11'
  await db.insert(labelDay).values({ ...label, day, region: '91', visitors: 61 })
  await db.insert(scanCount).values({
    ...{ ...label, count: 99, firstOn: day, lastOn: day, suspectedAt: NOW, suspectedRef: ref },
  })
  await countedLabels(db, [{ ...label, ref, day, address: 'a', visitor: 'b', region: '91' }])
  await listSuspected(db, { bounds: null, decided: false, limit: 9 })
  await readSuspected(db, label)
}

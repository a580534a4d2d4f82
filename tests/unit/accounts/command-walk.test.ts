import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../db/client.ts'
import { type Permission, reachOf } from '../../../worker/domain/access/permissions.ts'
import { ROLES, type Role } from '../../../worker/domain/access/roles.ts'
import { ORGANISATION } from '../../../worker/resources/organisation.ts'
import { PRODUCT } from '../../../worker/resources/product.ts'
import { inviteMember } from '../../../worker/verbs/accounts/invite-member.ts'
import { listMembers } from '../../../worker/verbs/accounts/list-members.ts'
import { removeMember } from '../../../worker/verbs/accounts/remove-member.ts'
import { followMending } from '../../../worker/verbs/audit/follow-mending.ts'
import { readAuditHead } from '../../../worker/verbs/audit/read-audit-head.ts'
import { verifyAudit } from '../../../worker/verbs/audit/verify-audit.ts'
import { listJobs } from '../../../worker/verbs/background/list-jobs.ts'
import { annulBatch } from '../../../worker/verbs/batches/annul-batch.ts'
import { createBatch } from '../../../worker/verbs/batches/create-batch.ts'
import { decideCodeUse } from '../../../worker/verbs/batches/decide-code-use.ts'
import { readBatches } from '../../../worker/verbs/batches/list-batches.ts'
import { overrideInterval } from '../../../worker/verbs/batches/override-interval.ts'
import { recallBatch } from '../../../worker/verbs/batches/recall-batch.ts'
import { updateBatch } from '../../../worker/verbs/batches/update-batch.ts'
import { decideCertification } from '../../../worker/verbs/certifications/decide-certification.ts'
import { readCertifications } from '../../../worker/verbs/certifications/list-certifications.ts'
import { recordCodeStatus } from '../../../worker/verbs/codes/record-code-status.ts'
import { reissueCode } from '../../../worker/verbs/codes/reissue-code.ts'
import type { Person, VerbContext } from '../../../worker/verbs/context.ts'
import { correctDiaryEntry } from '../../../worker/verbs/diary/correct-diary-entry.ts'
import { readDiary } from '../../../worker/verbs/diary/list-diary.ts'
import { Problem } from '../../../worker/verbs/errors.ts'
import { exportCodes } from '../../../worker/verbs/exports/export-codes.ts'
import { importBatches } from '../../../worker/verbs/imports/import-batches.ts'
import { importCodes } from '../../../worker/verbs/imports/import-codes.ts'
import { importDiary } from '../../../worker/verbs/imports/import-diary.ts'
import { importProtection } from '../../../worker/verbs/imports/import-protection.ts'
import { loadImport } from '../../../worker/verbs/imports/load-import.ts'
import { listImports } from '../../../worker/verbs/imports/portal/list-imports.ts'
import { beginUndoImport } from '../../../worker/verbs/imports/undo/begin-undo.ts'
import { listKeys } from '../../../worker/verbs/keys/list-keys.ts'
import { revokeKey } from '../../../worker/verbs/keys/revoke-key.ts'
import { rotateKey } from '../../../worker/verbs/keys/rotate-key.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { reprint } from '../../../worker/verbs/labels/reprint.ts'
import { voidLabels } from '../../../worker/verbs/labels/void-labels.ts'
import { withdrawException } from '../../../worker/verbs/labels/withdraw-exception.ts'
import { readBackground } from '../../../worker/verbs/map/read-background.ts'
import { removeBackground } from '../../../worker/verbs/map/remove-background.ts'
import { setBackground } from '../../../worker/verbs/map/set-background.ts'
import { addMembership } from '../../../worker/verbs/memberships/add-membership.ts'
import { endMembership } from '../../../worker/verbs/memberships/change-membership.ts'
import { readOrganisations } from '../../../worker/verbs/organisations/read-organisations.ts'
import { suspendOrganisation } from '../../../worker/verbs/organisations/suspend-organisation.ts'
import { allowCheck } from '../../../worker/verbs/pre-shipment/allow-check.ts'
import { showChecks } from '../../../worker/verbs/pre-shipment/show-checks.ts'
import { readProducts } from '../../../worker/verbs/products/list-products.ts'
import { PRODUCT_RULES } from '../../../worker/verbs/products/product-rules.ts'
import { updateProduct } from '../../../worker/verbs/products/update-product.ts'
import { readLines } from '../../../worker/verbs/purchases/read-report.ts'
import { addReport } from '../../../worker/verbs/purchases/save-report.ts'
import { addRecord } from '../../../worker/verbs/records/save-record.ts'
import { rotateDocumentKey } from '../../../worker/verbs/signed-papers/document-key.ts'
import { listStatusKeys } from '../../../worker/verbs/status-lists/list-status-keys.ts'
import { rotateStatusKey } from '../../../worker/verbs/status-lists/status-key.ts'
import { createToken } from '../../../worker/verbs/tokens/create-token.ts'
import { listTokens } from '../../../worker/verbs/tokens/list-tokens.ts'
import { revokeToken } from '../../../worker/verbs/tokens/revoke-token.ts'
import { applySuccession } from '../../../worker/verbs/units/apply-succession.ts'
import { loadOutlines } from '../../../worker/verbs/units/load-outlines.ts'
import { freshDatabase } from '../../support/database.ts'
import { makeContext } from '../../support/factories.ts'
import { makePerson } from '../../support/portal-app.ts'

/** Asks a verb for nothing in particular: who may not at all is refused before that matters. */
const nothing = { input: {} as never }
const MAY = { days: { fromOn: '2026-05-01', toOn: '2026-05-31' } }
const correction = { input: { id: 'khong-co', reason: 'thử' } }

type Verb = (ctx: VerbContext) => Promise<unknown>

/** The verbs behind the command line, and the permission each needs when a person calls it. */
const VERBS: Readonly<Record<string, readonly [Permission, Verb]>> = {
  'invite-member': ['members.write', (ctx) => inviteMember({ ctx, ...nothing, origin: '' })],
  'list-members': ['members.write', (ctx) => listMembers({ ctx, ...nothing })],
  'remove-member': ['members.write', (ctx) => removeMember({ ctx, ...nothing })],
  'read-audit-head': ['audit.verify', (ctx) => readAuditHead({ ctx })],
  'follow-mending': [
    'audit.verify',
    (ctx) => followMending({ ctx, input: { places: ['site x name'] } }),
  ],
  'verify-audit': ['audit.verify', (ctx) => verifyAudit({ ctx, ...nothing })],
  'list-status-keys': ['keys.write', (ctx) => listStatusKeys({ ctx })],
  'status-key': ['keys.write', (ctx) => rotateStatusKey({ ctx, input: { revoke: false } })],
  'document-key': ['keys.write', (ctx) => rotateDocumentKey({ ctx, input: { revoke: false } })],
  'import-protection': ['protection.write', (ctx) => importProtection({ ctx, ...nothing })],
  'annul-batch': ['batches.annul', (ctx) => annulBatch({ ctx, ...nothing })],
  'create-batch': ['batches.write', (ctx) => createBatch({ ctx, ...nothing })],
  'recall-batch': ['recalls.write', (ctx) => recallBatch({ ctx, ...nothing })],
  'update-batch': ['batches.write', (ctx) => updateBatch({ ctx, ...nothing })],
  'decide-code-use': ['batches.allow', (ctx) => decideCodeUse({ ctx, ...nothing })],
  'override-interval': ['batches.allow', (ctx) => overrideInterval({ ctx, ...nothing })],
  'allow-check': ['batches.allow', (ctx) => allowCheck({ ctx, ...nothing })],
  'show-checks': ['batches.read', (ctx) => showChecks(ctx, 'khong-co')],
  'add-membership': ['memberships.write', (ctx) => addMembership({ ctx, ...nothing })],
  'change-membership': ['memberships.write', (ctx) => endMembership({ ctx, ...nothing })],
  'record-code-status': ['codes.decide', (ctx) => recordCodeStatus({ ctx, ...nothing })],
  'reissue-code': ['codes.grant', (ctx) => reissueCode({ ctx, ...nothing })],
  'import-batches': ['imports.write', (ctx) => importBatches({ ctx, ...nothing })],
  'import-codes': ['imports.write', (ctx) => importCodes({ ctx, ...nothing })],
  'export-codes': ['exports.read', (ctx) => exportCodes({ ctx, ...nothing })],
  'load-import': ['imports.write', (ctx) => loadImport(ctx, 'khong-co')],
  'list-imports': ['imports.write', (ctx) => listImports(ctx, { cursor: null, limit: 1 })],
  'begin-undo': ['imports.write', (ctx) => beginUndoImport({ ctx, ...nothing })],
  'list-jobs': ['jobs.read', (ctx) => listJobs(ctx, { limit: 1 })],
  'import-diary': ['imports.write', (ctx) => importDiary({ ctx, ...nothing })],
  'list-diary': [
    'diary.read',
    (ctx) => readDiary(ctx, { siteId: null, organisationId: 'x', cursor: null, limit: 1 }),
  ],
  'correct-diary-entry': ['diary.write', (ctx) => correctDiaryEntry({ ctx, ...correction })],
  'list-certifications': ['batches.read', (ctx) => readCertifications(ctx, { limit: 1 })],
  'decide-certification': ['certificates.write', (ctx) => decideCertification({ ctx, ...nothing })],
  'read-report': [
    'purchases.read',
    (ctx) => readLines(ctx, { ...MAY, onlyFlagged: false, cursor: null, limit: 1 }),
  ],
  'save-report': ['purchases.write', (ctx) => addReport({ ctx, ...nothing })],
  'list-keys': ['keys.write', (ctx) => listKeys({ ctx })],
  'revoke-key': ['keys.write', (ctx) => revokeKey({ ctx, ...nothing })],
  'rotate-key': ['keys.write', (ctx) => rotateKey({ ctx, ...nothing })],
  'issue-labels': ['labels.issue', (ctx) => issueLabels({ ctx, ...nothing })],
  reprint: ['labels.issue', (ctx) => reprint({ ctx, ...nothing })],
  'void-labels': ['labels.void', (ctx) => voidLabels({ ctx, ...nothing })],
  'save-record': ['organisations.write', (ctx) => addRecord(ctx, ORGANISATION, { texts: {} })],
  'suspend-organisation': [
    'organisations.suspend',
    (ctx) => suspendOrganisation({ ctx, ...nothing }),
  ],
  'product-rules': [
    'batches.write',
    (ctx) => addRecord(ctx, PRODUCT, { texts: {}, rules: PRODUCT_RULES }),
  ],
  'update-product': ['batches.write', (ctx) => updateProduct(ctx, { id: 'khong-co', texts: {} })],
  'list-batches': [
    'batches.read',
    (ctx) => readBatches(ctx, { organisationId: null, cursor: null, limit: 1 }),
  ],
  'list-products': [
    'batches.read',
    (ctx) => readProducts(ctx, { organisationId: null, cursor: null, limit: 1 }),
  ],
  'read-organisations': [
    'organisations.read',
    (ctx) => readOrganisations(ctx, { q: '', kind: null, cursor: null }),
  ],
  'create-token': ['tokens.write', (ctx) => createToken({ ctx, ...nothing })],
  'list-tokens': ['tokens.write', (ctx) => listTokens({ ctx })],
  'revoke-token': ['tokens.write', (ctx) => revokeToken({ ctx, ...nothing })],
  'apply-succession': ['organisations.write', (ctx) => applySuccession({ ctx, ...nothing })],
  'read-background': ['sites.read', (ctx) => readBackground(ctx)],
  'set-background': ['organisations.write', (ctx) => setBackground({ ctx, ...nothing })],
  'remove-background': ['organisations.write', (ctx) => removeBackground({ ctx })],
  'load-outlines': ['organisations.write', (ctx) => loadOutlines({ ctx, ...nothing })],
}

/** Answers alike for what is not there and what is another's, so it has no permission of its own to walk. */
const HIDING = ['withdraw-exception']

/**
 * Parts of the commands that are no change of their own: they read what is public or the operator's,
 * or follow upon a verb of the table.
 */
const PARTS = [
  'purchase-sums',
  'label-file',
  'kept-report',
  'find-organisation',
  'find-register-code',
  'load-batch',
  'plan-issue',
  'organisation-rules',
  'show-run',
  'render-labels',
  'note-download',
  'key-ring',
  'resolve-text',
  'verdict',
  'refresh-register-entries',
  'request-new-password',
  'seal-old-secrets',
  'context',
  'errors',
  'tell-holders',
  'check-text',
  'undo-report',
]

let db: Database
const people = new Map<Role, Person>()
beforeAll(async () => {
  db = (await freshDatabase()).db
  for (const role of ROLES) people.set(role, await makePerson(db, role))
})

async function refusalOf(role: Role, verb: Verb): Promise<string | null> {
  const actor = people.get(role)
  if (actor === undefined) throw new Error(`nobody is ${role}`)
  try {
    await verb(makeContext(db, { actor, source: 'portal' }))
    return null
  } catch (error) {
    // Anything else went past the door and fell over the input that was not there.
    return error instanceof Problem ? error.code : 'past the door'
  }
}

const actions = async () => (await db.all(sql`SELECT seq FROM audit_log`)).length

describe('the command line', () => {
  it('calls no verb that the walk does not know', () => {
    const folder = new URL('../../../scripts/commands/', import.meta.url)
    const called = readdirSync(folder).flatMap((file) => {
      const text = readFileSync(new URL(file, folder), 'utf8')
      return [...text.matchAll(/^import (?!type)[^;]*?worker\/verbs\/(?:[\w-]+\/)*([\w-]+)\.ts'/gm)]
    })
    const names = new Set(called.map(([, name = '']) => name))
    const known = new Set([...Object.keys(VERBS), ...PARTS, ...HIDING])
    expect(names.size).toBeGreaterThan(15)
    expect([...names].filter((name) => !known.has(name))).toEqual([])
  })
})

describe.each(ROLES)('%s', (role) => {
  it.each(Object.entries(VERBS))('calling %s', async (_, [permission, verb]) => {
    const before = await actions()
    const refusal = await refusalOf(role, verb)
    if (reachOf(role, permission) === null) expect(refusal).toBe('forbidden')
    else expect(refusal).not.toBe('forbidden')
    if (refusal === 'forbidden') expect(await actions()).toBe(before)
  })

  it('finds no exception to withdraw that is not theirs', async () => {
    const input = { exceptionId: 'khong-co', reason: 'thử' }
    const mayAny = reachOf(role, 'labels.void') !== null
    const refusal = await refusalOf(role, (ctx) => withdrawException({ ctx, input }))
    expect(refusal).toBe(mayAny ? 'not_found' : 'forbidden')
  })
})

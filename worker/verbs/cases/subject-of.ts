import { readBatchPlace } from '../../../db/queries/allowances.ts'
import { readBatch, readBatchByRef } from '../../../db/queries/batches.ts'
import { readCodeTargets } from '../../../db/queries/code-portal.ts'
import { findOrganisations, readOrganisation } from '../../../db/queries/organisations.ts'
import { readRun } from '../../../db/queries/runs.ts'
import { readSite } from '../../../db/queries/sites-rows.ts'
import { CASE_REFUSALS as R } from '../../copy/refusals/cases.ts'
import type { Place } from '../../domain/access/roles.ts'
import type { SubjectKind } from '../../domain/cases/kinds.ts'
import { labelPath, readLabelText } from '../../domain/label/parse-label.ts'
import { readTypedRef } from '../../domain/label/ref.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { findRegisterCode } from '../codes/find-register-code.ts'
import type { Lookup, VerbContext } from '../context.ts'
import { invalidField } from '../guard/parse-input.ts'

/** What something is about, with where it lies and whose it is, where that is known. */
export type Subject = {
  readonly kind: SubjectKind
  /** By which it is known again: a row's id, or what was read of a label that nobody issued. */
  readonly entityId: string
  readonly shown: string
  readonly place: Place | null
  readonly organisationId: string | null
}

type Named = { readonly kind: SubjectKind; readonly typed: string }

const LONGEST_LABEL = 400

/** What somebody named, however typed; throws `invalid_input` on `aboutText` for what is not there. */
export async function subjectOf(ctx: Lookup, { kind, typed }: Named): Promise<Subject> {
  const found = await FIND[kind](ctx, typed.trim())
  if (found === null) throw invalidField('aboutText', R.noSubject)
  return { kind, ...found }
}

type Found = Omit<Subject, 'kind'> | null

const FIND: Readonly<Record<SubjectKind, (ctx: Lookup, typed: string) => Promise<Found>>> = {
  batch: findBatch,
  label: findLabel,
  run: findRun,
  code: findCode,
  site: findSite,
  organisation: findOrganisation,
  report: async (_, typed) => ({ entityId: typed, shown: typed, ...NOWHERE }),
}

const NOWHERE = { place: null, organisationId: null } as const

async function findBatch({ db }: Lookup, typed: string): Promise<Found> {
  const ref = readTypedRef(typed)
  // By its id too: that is how a finding names it.
  const row = ref === null ? await readBatch(db, typed) : await readBatchByRef(db, ref)
  if (row === null) return null
  return { entityId: row.id, shown: `${row.lot} · ${row.ref}`, ...(await placed(db, row)) }
}

/** A label as it was read, whether or not anybody issued it: forged ones are what cases are about. */
async function findLabel({ db }: Lookup, typed: string): Promise<Found> {
  const { label } = readLabelText(typed)
  if (label === null) {
    const text = typed.slice(0, LONGEST_LABEL)
    return { entityId: text, shown: text.slice(0, 80), ...NOWHERE }
  }
  const { subject } = label
  if (subject.profile === 'certificate') {
    return { entityId: labelPath(label), shown: subject.code, ...NOWHERE }
  }
  const row = await readBatchByRef(db, subject.ref)
  const shown = subject.serial === 0 ? subject.ref : `${subject.ref} / ${subject.serial}`
  return {
    entityId: labelPath(label),
    shown,
    ...(row === null ? NOWHERE : await placed(db, row)),
  }
}

async function findRun({ db }: Lookup, typed: string): Promise<Found> {
  const found = await readRun(db, typed)
  if (found === null) return null
  const { run, batch } = found
  const shown = `${batch.ref} / ${run.fromSerial}-${run.toSerial}`
  return { entityId: run.id, shown, ...(await placed(db, batch)) }
}

async function findCode({ db }: Lookup, typed: string): Promise<Found> {
  const { code } = await findRegisterCode(db, typed)
  const [target] = await readCodeTargets(db, [code.id])
  return {
    entityId: code.id,
    shown: code.code,
    ...(target === undefined ? NOWHERE : lying(target)),
  }
}

async function findSite({ db }: Lookup, typed: string): Promise<Found> {
  const row = await readSite(db, typed)
  return row === null ? null : { entityId: row.id, shown: row.name, ...lying(row) }
}

async function findOrganisation({ db }: Lookup, typed: string): Promise<Found> {
  const byId = await readOrganisation(db, typed)
  const rows = byId === null ? await findOrganisations(db, foldVietnamese(typed)) : [byId]
  const [only, ...others] = rows
  if (others.length > 0) throw invalidField('aboutText', R.severalSubjects)
  if (only === undefined) return null
  return { entityId: only.id, shown: only.name, ...lying({ ...only, organisationId: only.id }) }
}

async function placed(db: VerbContext['db'], batch: { id: string; organisationId: string }) {
  const { provinceCode, communeCode } = await readBatchPlace(db, batch)
  return { place: { provinceCode, communeCode }, organisationId: batch.organisationId }
}

function lying(row: Place & { readonly organisationId: string }) {
  const { organisationId, provinceCode, communeCode } = row
  return { place: { provinceCode, communeCode }, organisationId }
}

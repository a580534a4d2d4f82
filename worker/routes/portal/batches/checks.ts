import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt, formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { CHECK_PROOF_NAMES, CHECK_STAGE_NAMES } from '../../../copy/portal/market-rule.ts'
import { CHECK_STATE_NAMES, CHECK_COPY as W } from '../../../copy/portal/pre-shipment.ts'
import { RULE_VALUE_COPY } from '../../../copy/rule-values.ts'
import type { JudgedCheck } from '../../../domain/pre-shipment/judge-checks.ts'
import type { CheckProof } from '../../../domain/pre-shipment/proofs-of.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { checkList, checkName } from '../../../verbs/pre-shipment/check-text.ts'
import type { lastAsked } from '../../../verbs/pre-shipment/last-asked.ts'
import { rulePath } from '../market-rules/rule-path.ts'
import { samplePath } from '../residues/sample-table.ts'
import type { Links, SaidLink, Sections } from '../show-detail-page.ts'
import { batchPath } from './batch-table.ts'

type Shown = {
  readonly ref: string
  readonly checks: readonly JudgedCheck[]
  readonly isSealed: boolean
  /** Whether the reader packs the goods, and whether they let them out by exception. */
  readonly mayWrite: boolean
  readonly mayAllow: boolean
  /** When an exception was last asked for; null where nobody did. */
  readonly asked: Awaited<ReturnType<typeof lastAsked>>
  readonly lang: Language
}

/** What markets ask to be checked before a batch goes out, how each stands and how it is supplied. */
export function checkSections(shown: Shown): Sections {
  const { checks, isSealed } = shown
  if (checks.length === 0) return []
  const columns = [W.check, W.asked, W.proof, W.state]
  return [
    {
      id: 'checks',
      title: W.title,
      text: isSealed ? W.released : W.lead,
      table: {
        columns: columns.map((name) => ({ name })),
        rows: checks.map((check) => cellsOf(check, shown)),
        empty: '',
      },
      after: isSealed ? undefined : askedText(shown),
      links: isSealed ? [] : linksOf(shown),
    },
  ]
}

/** That an officer was asked already. */
function askedText({ asked, lang }: Shown): string | undefined {
  if (asked === null) return undefined
  const { at, by, reason } = asked
  const said = { at: formatAt(at, lang), by: by ?? '…', reason: reason ?? '' }
  return fill(W.askedOn[lang], said)
}

/** What holds labels back, in a sentence; null where nothing does. */
export function openChecksText(checks: readonly JudgedCheck[], lang: Language): string | null {
  const blocking = checks.filter(({ blocks }) => blocks)
  return blocking.length === 0 ? null : fill(W.open[lang], { list: checkList(blocking)[lang] })
}

/** What supplies a check that holds labels back; null where nothing does, or an officer alone can. */
export function wayOfOpen(shown: Shown): SaidLink | undefined {
  const checks = shown.checks.filter(({ blocks }) => blocks)
  return supplyLinks({ ...shown, checks })[0]
}

function recordPath(ref: string): string {
  return `${batchPath(ref)}/checks/record`
}

export function askPath(ref: string): string {
  return `${batchPath(ref)}/checks/ask`
}

function allowPath(ref: string): string {
  return `${batchPath(ref)}/checks/allow`
}

function cellsOf(check: JudgedCheck, { lang, isSealed, mayWrite }: Shown): TableCell[] {
  const { market, before, proofKind, days, ruleId, source, state, isDoubtful, allowance } = check
  const within = days === null ? [] : [fill(RULE_VALUE_COPY.within[lang], { days })]
  const asked = [CHECK_STAGE_NAMES[before][lang], CHECK_PROOF_NAMES[proofKind][lang], ...within]
  const isOpen = state !== 'passed' && !isSealed && mayWrite
  const notes = [
    ...(isDoubtful && state !== 'passed' ? [W.onlyTold[lang]] : []),
    ...(allowance === null
      ? []
      : [fill(W.allowed[lang], { ...allowance, on: formatOn(allowance.on, lang) })]),
    ...(isOpen ? howTo(check, lang) : []),
  ]
  return [
    { text: checkName(check)[lang], href: rulePath(ruleId), small: marketName(market, lang) },
    { text: asked.join('; '), small: source },
    proofCell(check.proof, lang),
    { text: CHECK_STATE_NAMES[state][lang], small: notes.length === 0 ? null : notes.join(' · ') },
  ]
}

function proofCell(proof: CheckProof | null, lang: Language): TableCell {
  if (proof === null) return { text: '' }
  const { on, by, place, no } = proof
  const href = proofPath(proof)
  return {
    text: on === null ? (no ?? by ?? '…') : formatOn(on, lang),
    ...(href === null ? {} : { href }),
    small: [by, place, no].filter((part) => part !== null).join(' · '),
  }
}

function proofPath({ kind, id }: CheckProof): string | null {
  switch (kind) {
    case 'test':
      return `/portal/certifications/${encodeURIComponent(id)}`
    case 'sample':
      return samplePath(id)
    case 'inspection':
      return `/portal/inspections/${encodeURIComponent(id)}`
    case 'record':
      return null
  }
}

/** What nobody can supply by a form of their own is asked of an officer. */
function howTo({ proofKind }: JudgedCheck, lang: Language): string[] {
  switch (proofKind) {
    case 'residue_sample':
      return [W.askSample[lang]]
    case 'inspection':
      return [W.askInspection[lang]]
    case 'lab_test':
    case 'record':
      return []
  }
}

/** The ways to supply what is open: each once. */
function supplyLinks({ ref, checks, mayWrite }: Shown): readonly SaidLink[] {
  const asks = (kind: JudgedCheck['proofKind']) =>
    mayWrite && checks.some(({ state, proofKind }) => state !== 'passed' && proofKind === kind)
  const test = { href: `/portal/certifications/new/lab_test?batch=${ref}`, text: W.addTest }
  const record = { href: recordPath(ref), text: W.addRecord }
  return [...(asks('lab_test') ? [test] : []), ...(asks('record') ? [record] : [])]
}

function linksOf(shown: Shown): Links {
  const { ref, checks, mayWrite, mayAllow } = shown
  const isHeld = checks.some(({ state, blocks }) => state !== 'passed' && blocks)
  return [
    ...supplyLinks(shown),
    mayWrite && isHeld && { href: askPath(ref), text: W.ask },
    mayAllow && isHeld && { href: allowPath(ref), text: W.allow },
  ]
}

import type { GrantedCode, NewCode, NewCodeMarket } from '../../../db/queries/code-grants.ts'
import type { GrantSite } from '../../../db/queries/code-portal.ts'
import type { NewDecision } from '../../../db/queries/code-status.ts'
import { FIELD_FAULTS } from '../../copy/field-faults.ts'
import { fillAll } from '../../copy/fill.ts'
import { inEach } from '../../copy/in-each.ts'
import { marketName } from '../../copy/markets.ts'
import { SITE_KINDS } from '../../copy/names.ts'
import { GRANT_PROBLEMS as W } from '../../copy/portal/grant.ts'
import { CODE_REFUSALS } from '../../copy/refusals/codes.ts'
import type { CodeScheme } from '../../domain/codes/code-schemes.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import { describeScheme } from '../../domain/codes/describe-scheme.ts'
import { type Code, normaliseCode } from '../../domain/codes/normalise-code.ts'
import { decide, farAhead } from '../../domain/decisions/decide.ts'
import { nextInstant } from '../../domain/decisions/history.ts'
import { termEnd } from '../../domain/decisions/term-end.ts'
import type { AskedDecision } from '../../domain/decisions/types.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import type { FieldError } from '../errors.ts'
import { invalidField, invalidInput } from '../guard/parse-input.ts'
import type { GrantFields } from './grant-input.ts'
import { rulingProblem } from './ruling-problem.ts'

export type GrantPlan = {
  readonly code: NewCode
  readonly markets: readonly NewCodeMarket[]
  readonly decisions: readonly NewDecision[]
  /** What is unusual; none of it blocks. */
  readonly warnings: readonly LocalText[]
}

/** The canonical spelling of a code that was typed; throws `invalid_input` for what is none. */
export function readGrantedCode(typed: string): Code {
  const reading = normaliseCode(typed)
  if (reading.ok) return reading.code
  throw invalidField('code', { ...FIELD_FAULTS.notACode, vi: reading.reason })
}

/**
 * Decides a grant: what is written, and what is unusual about it. Throws `invalid_input` for what
 * cannot be: a code that has a holder, no market, a market twice, a term that ends before it begins.
 */
export function planGrant(input: {
  readonly code: Code
  readonly fields: GrantFields
  readonly site: GrantSite
  readonly schemes: readonly CodeScheme[]
  /** Codes of the same search key. */
  readonly alike: readonly GrantedCode[]
  /** The code this one takes the place of; it may read alike. */
  readonly supersedes: { readonly id: string; readonly code: string } | null
  /** What is unusual about the place. */
  readonly placeWarnings: readonly LocalText[]
  readonly now: number
  readonly newId: () => string
}): GrantPlan {
  const { code, fields, site, alike, supersedes, now, newId } = input
  refuseTaken(code, alike)
  const today = vietnamDateOf(now)
  const far = farAhead(fields.issuedOn, today)
  if (far !== null) throw rulingProblem(far, 'issuedOn')
  checkMarkets(fields)
  const described = describeScheme(code, input.schemes, fields.issuedOn)
  const codeId = newId()
  const markets = fields.markets.filter((market) => market !== null)
  return {
    code: {
      id: codeId,
      code,
      searchKey: codeSearchKey(code),
      siteId: site.id,
      scheme: described.scheme?.id ?? 'unknown',
      legacyCode: fields.legacyCode ?? supersedes?.code ?? null,
      supersedesId: supersedes?.id ?? null,
      issuedOn: fields.issuedOn,
      documentNo: fields.documentNo,
      externalId: fields.externalId,
      createdAt: now,
    },
    markets: markets.map(({ market, validTo, externalId }) => ({
      codeId,
      market,
      validTo,
      externalId,
      createdAt: now,
    })),
    decisions: fields.markets.flatMap((row, i) => {
      if (row === null) return []
      const asked = firstDecisions(row, { fields, reissued: supersedes !== null })
      return decided({ code, codeId, market: row.market, asked, at: `markets.${i}`, now, newId })
    }),
    warnings: [
      ...(described.warning === null
        ? []
        : [{ ...CODE_REFUSALS.unusualForm, vi: described.warning }]),
      ...kindWarning(described.kind, site),
      ...alikeWarning(code, alike, supersedes),
      ...marketWarning(described.market, fields),
      ...input.placeWarnings,
    ],
  }
}

function refuseTaken(code: Code, alike: readonly GrantedCode[]): void {
  const same = alike.find((each) => each.code === code)
  if (same === undefined) return
  const text = fillAll(W.taken, { code, site: same.siteName, holder: same.organisationName })
  throw invalidField('code', text)
}

function checkMarkets({ markets }: GrantFields): void {
  const errors: FieldError[] = []
  const seen = new Set<string>()
  for (const [i, row] of markets.entries()) {
    if (row === null) continue
    const path = `markets.${i}.market`
    if (seen.has(row.market)) errors.push({ path, text: W.marketTwice })
    seen.add(row.market)
  }
  if (seen.size === 0) {
    errors.push({ path: 'markets.0.market', text: W.noMarket })
  }
  if (errors.length > 0) throw invalidInput(errors)
}

type Row = NonNullable<GrantFields['markets'][number]>

/** The first status, and the end of the term as a decision of its own, as lists are read too. */
function firstDecisions(
  row: Row,
  { fields, reissued }: { readonly fields: GrantFields; readonly reissued: boolean },
): AskedDecision[] {
  const { issuedOn, documentNo } = fields
  const first: AskedDecision = {
    kind: 'decision',
    source: 'grant',
    status: row.status,
    effectiveOn: row.effectiveOn ?? issuedOn,
    documentNo,
    reason: reissued ? W.reissuedReason.vi : W.grantedReason.vi,
    reasonCode: reissued ? 'reissued' : 'granted',
    wording: null,
    amendsId: null,
    endsTerm: false,
  }
  if (row.validTo === null) return [first]
  return [first, termEnd({ source: 'grant', validTo: row.validTo, documentNo })]
}

/** Decides one after the other on a code that has no history; refusals stand at the row's fields. */
function decided(input: {
  readonly code: string
  readonly codeId: string
  readonly market: string
  readonly asked: readonly AskedDecision[]
  readonly at: string
  readonly now: number
  readonly newId: () => string
}): NewDecision[] {
  const { code, codeId, market, asked, at, now, newId } = input
  const events: NewDecision[] = []
  for (const each of asked) {
    const ruling = decide({ code, market, events }, each, vietnamDateOf(now))
    if (ruling.kind === 'refuse') {
      throw rulingProblem(ruling.refusal, `${at}.${each.endsTerm ? 'validTo' : 'effectiveOn'}`)
    }
    if (ruling.kind === 'same') continue
    const recordedAt = nextInstant(events, now)
    events.push({ ...ruling.said, id: newId(), codeId, market, recordedAt })
  }
  return events
}

function kindWarning(kind: string | null, site: GrantSite): LocalText[] {
  if (kind === null || kind === site.labelSlot) return []
  const name = (SITE_KINDS as Record<string, LocalText>)[kind]
  const said = inEach((lang) => name?.[lang].toLowerCase() ?? kind.toLowerCase())
  return [fillAll(W.otherKind, { kind: said, site: site.name })]
}

function alikeWarning(
  code: Code,
  alike: readonly GrantedCode[],
  supersedes: { readonly id: string } | null,
): LocalText[] {
  return alike
    .filter(({ id }) => id !== supersedes?.id)
    .map((other) =>
      fillAll(W.alike, {
        code,
        other: other.code,
        site: other.siteName,
        holder: other.organisationName,
      }),
    )
}

function marketWarning(inCode: string | null, fields: GrantFields): LocalText[] {
  if (inCode === null) return []
  const market = inEach((lang) => marketName(inCode, lang))
  const others = fields.markets.flatMap((row) =>
    row === null || row.market === inCode ? [] : [row.market],
  )
  const isChosen = fields.markets.some((row) => row?.market === inCode)
  if (!isChosen) return [fillAll(W.otherMarket, { market })]
  if (others.length === 0) return []
  const named = inEach((lang) => others.map((each) => marketName(each, lang)).join(', '))
  return [fillAll(W.marketNotInCode, { market, others: named })]
}

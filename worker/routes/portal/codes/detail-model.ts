import type { CodeEvent } from '../../../../db/queries/code-detail.ts'
import type {
  CodeDetailModel,
  CodeMarketDetail,
  CodeMoment,
  Fact,
} from '../../../../site/models/codes.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt, formatOn } from '../../../copy/format.ts'
import { marketName } from '../../../copy/markets.ts'
import { codeStatusName, nameIn, SITE_KINDS } from '../../../copy/names.ts'
import { CODES_COPY as W } from '../../../copy/portal/codes.ts'
import { DECISION_REASON_NAMES } from '../../../copy/portal/decision.ts'
import { isDecisionReason } from '../../../domain/codes/decision-reasons.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import type { Choice } from '../../../resources/form-input.ts'
import type { MarketToday, ShownCode } from '../../../verbs/codes/show-code.ts'

type Part = Omit<CodeDetailModel, 'lang' | 'demo' | 'issuer' | 'portal' | 'kind' | 'done'>

/** What the page of a code shows, in the reader's language. */
export function codeDetailModel(shown: ShownCode, lang: Language): Part {
  const { code, may } = shown
  const path = `/portal/codes/${encodeURIComponent(code.code)}`
  return {
    code: code.code,
    siteName: code.siteName,
    withdrawn:
      code.withdrawnAt === null
        ? null
        : fill(W.isWithdrawn[lang], { on: formatOn(vietnamDateOf(code.withdrawnAt), lang) }),
    replacedBy: successors(shown),
    facts: factsOf(shown, lang),
    markets: shown.today.map((today) => marketOf(shown, { today, path, lang })),
    papers: shown.papers.map(({ id, title, fileName, bytes }) => ({
      href: `${path}/papers/${encodeURIComponent(id)}`,
      text: title,
      small: `${fileName} · ${Math.max(1, Math.round(bytes / 1024))} kB`,
    })),
    primary:
      may.decide && code.withdrawnAt === null
        ? { value: `${path}/status${onlyMarket(shown)}`, text: W.decide[lang] }
        : null,
    links: linksOf(shown, { path, lang }),
  }
}

function onlyMarket({ today }: ShownCode): string {
  const [first, ...others] = today
  return first === undefined || others.length > 0 ? '' : `?market=${first.market}`
}

function successors({ code }: ShownCode): string[] {
  return code.supersededBy.toSorted()
}

function factsOf(shown: ShownCode, lang: Language): Fact[] {
  const { code } = shown
  const place = [code.communeName, code.provinceName].filter((part) => part !== null).join(', ')
  const scheme = code.schemeName
  const older = code.supersedes ?? code.legacyCode
  const facts: (Fact | null)[] = [
    { label: W.site[lang], text: code.siteName, href: `/portal/sites/${code.siteId}` },
    { label: W.kindOfPlace[lang], text: nameIn(SITE_KINDS, code.kind, lang) },
    { label: W.holder[lang], text: code.organisationName },
    place === '' ? null : { label: W.where[lang], text: place },
    { label: W.scheme[lang], text: scheme?.[lang] ?? W.noScheme[lang] },
    code.issuedOn === null
      ? null
      : { label: W.issuedOn[lang], text: formatOn(code.issuedOn, lang) },
    code.documentNo === null ? null : { label: W.documentNo[lang], text: code.documentNo },
    older === null
      ? null
      : {
          ...{ label: W.legacyCode[lang], text: older, code: true },
          ...(code.supersedes === null
            ? {}
            : { href: `/portal/codes/${encodeURIComponent(code.supersedes)}` }),
        },
    code.externalId === null
      ? null
      : { label: W.externalId[lang], text: code.externalId, code: true },
    {
      label: W.uses[lang],
      text: fill(W.usesText[lang], {
        ...{ batches: code.batches, runs: code.runs, certificates: code.certificates },
      }),
    },
  ]
  return facts.filter((fact) => fact !== null)
}

function marketOf(
  shown: ShownCode,
  input: { readonly today: MarketToday; readonly path: string; readonly lang: Language },
): CodeMarketDetail {
  const { today, path, lang } = input
  const { market, status, since, validTo, externalId } = today
  const open = shown.code.withdrawnAt === null
  const lines = [
    // A market that was never decided on has no day to tell.
    since === null || status === 'none' ? null : fill(W.since[lang], { on: formatOn(since, lang) }),
    validTo === null ? null : fill(W.validTo[lang], { on: formatOn(validTo, lang) }),
    externalId === null ? null : `${W.externalId[lang]}: ${externalId}`,
  ]
  const known = shown.markets.some((row) => row.market === market)
  return {
    market,
    name: marketName(market, lang),
    status,
    lines: lines.filter((line) => line !== null),
    decideHref: shown.may.decide && open ? `${path}/status?market=${market}` : null,
    termHref: shown.may.grant && open && known ? `${path}/market?market=${market}` : null,
    moments: shown.events
      .filter((event) => event.market === market)
      .toSorted(newestFirst)
      .map((event) => momentOf(shown, { event, path, lang })),
  }
}

function newestFirst(a: CodeEvent, b: CodeEvent): number {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? 1 : -1
  return b.recordedAt - a.recordedAt
}

const GOOD: ReadonlySet<string> = new Set(['active'])
const BAD: ReadonlySet<string> = new Set(['suspended', 'revoked', 'cancelled'])

function momentOf(
  shown: ShownCode,
  input: { readonly event: CodeEvent; readonly path: string; readonly lang: Language },
): CodeMoment {
  const { event, path, lang } = input
  const amended = shown.events.some(({ amendsId }) => amendsId === event.id)
  const open = shown.may.decide && shown.code.withdrawnAt === null
  // What takes an earlier decision back says nothing of its own, and its day means nothing.
  const takesBack = event.status === 'none' && event.amendsId !== null
  const { wording } = event
  const lines = [
    event.amendsId === null || takesBack ? null : W.amends[lang],
    event.reason === null ? null : fill(W.reason[lang], { text: reasonText(event, lang) }),
    event.documentNo === null ? null : fill(W.document[lang], { text: event.documentNo }),
    wording === null ? null : fill(W.wordingLine[lang], { text: wording[lang] }),
    recordedLine(shown, event, lang),
    event.importName === null ? null : fromListLine(event.importName, lang),
  ]
  return {
    look: GOOD.has(event.status) ? 'good' : BAD.has(event.status) ? 'bad' : 'plain',
    title: takesBack ? W.takesBack[lang] : codeStatusName(event.status, lang),
    when: takesBack ? '' : fill(W.since[lang], { on: formatOn(event.effectiveOn, lang) }),
    lines: lines.filter((line) => line !== null),
    amended,
    amendHref:
      open && !amended && !takesBack
        ? `${path}/status?market=${event.market}&amends=${encodeURIComponent(event.id)}`
        : null,
  }
}

/** A reason of the closed list is kept by its Vietnamese name and read in any language. */
function reasonText({ reason, reasonCode }: CodeEvent, lang: Language): string {
  const isKnown = reasonCode !== null && isDecisionReason(reasonCode)
  const name = isKnown ? DECISION_REASON_NAMES[reasonCode] : null
  return name !== null && name.vi === reason ? name[lang] : (reason ?? '')
}

/** A list that was pasted has no name. */
function fromListLine(file: string, lang: Language): string {
  return file === '' ? W.fromPasted[lang] : fill(W.fromList[lang], { file })
}

/** Holders read when it was recorded; by whom is for those who answer for the register. */
function recordedLine(shown: ShownCode, event: CodeEvent, lang: Language): string {
  const at = formatAt(event.recordedAt, lang)
  if (!shown.may.audit) return fill(W.recordedAt[lang], { at })
  const other = event.actor.startsWith('operator:') ? W.operator[lang] : W.machine[lang]
  return fill(W.recordedBy[lang], { at, by: event.actorName ?? other })
}

function linksOf(
  { code, may }: ShownCode,
  { path, lang }: { readonly path: string; readonly lang: Language },
): Choice[] {
  const open = code.withdrawnAt === null
  const links = [
    may.grant && open ? { value: `${path}/reissue`, text: W.reissue[lang] } : null,
    may.certify && open ? { value: `${path}/certificate`, text: W.certificate[lang] } : null,
    { value: `/codes/${encodeURIComponent(code.code)}`, text: W.publicPage[lang] },
    may.audit ? { value: `/portal/audit?entity=code&id=${code.id}`, text: W.audit[lang] } : null,
    may.grant ? { value: `${path}/withdraw`, text: open ? W.withdraw[lang] : W.back[lang] } : null,
  ]
  return links.filter((link) => link !== null)
}

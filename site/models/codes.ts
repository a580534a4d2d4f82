import type { CodeStatus } from '../../worker/domain/standing/types.ts'
import type { LocalText } from '../../worker/lib/text/local-text.ts'
import type { Choice } from '../../worker/resources/form-input.ts'
import type { BulkPageModel } from './bulk-decisions.ts'
import type { Done, FormView, ListTools, Paging, PortalCommon, TableCell } from './portal-common.ts'

/** Pages of codes and of their formats. */
export type CodesPageModel =
  | CodeListModel
  | CodeDetailModel
  | CodeStatusModel
  | CodeGrantModel
  | CodeTermModel
  | CodeWithdrawModel
  | BulkPageModel

/** `/portal/codes`. */
export type CodeListModel = PortalCommon & {
  readonly kind: 'portal/codes/list'
  readonly form: FormView
  readonly active: boolean
  readonly kinds: readonly Choice[]
  readonly markets: readonly Choice[]
  readonly statuses: readonly Choice[]
  readonly rows: readonly (readonly TableCell[])[]
  /** True where nothing is spelled as asked, and these almost are. */
  readonly near: boolean
  /** How many fit, in words; null where that is not known. */
  readonly total: string | null
  readonly tools: ListTools
  /** To the certificates of the codes listed; null for who may not print any. */
  readonly certificatesHref: string | null
  readonly may: { readonly grant: boolean; readonly decide: boolean }
  readonly paging: Paging
  readonly done: Done | null
}

export type Fact = {
  readonly label: string
  readonly text: string
  readonly href?: string
  readonly code?: boolean
}

/** One decision as the portal tells it, with what can be done about it. */
export type CodeMoment = {
  readonly look: 'good' | 'bad' | 'plain'
  readonly title: string
  readonly when: string
  readonly lines: readonly string[]
  readonly amended: boolean
  readonly amendHref: string | null
}

export type CodeMarketDetail = {
  readonly market: string
  readonly name: string
  readonly status: CodeStatus
  readonly lines: readonly string[]
  readonly decideHref: string | null
  readonly termHref: string | null
  readonly moments: readonly CodeMoment[]
}

/** `/portal/codes/{code}`. */
export type CodeDetailModel = PortalCommon & {
  readonly kind: 'portal/codes/show'
  readonly code: string
  readonly siteName: string
  /** Said at the head where the code was taken back. */
  readonly withdrawn: string | null
  readonly replacedBy: readonly string[]
  readonly facts: readonly Fact[]
  readonly markets: readonly CodeMarketDetail[]
  readonly papers: readonly {
    readonly href: string
    readonly text: string
    readonly small: string
  }[]
  readonly primary: Choice | null
  /** Addresses and names of what else can be done. */
  readonly links: readonly Choice[]
  readonly done: Done | null
}

/** `/portal/codes/{code}/status`. */
export type CodeStatusModel = PortalCommon & {
  readonly kind: 'portal/codes/status'
  readonly code: string
  readonly siteName: string
  readonly form: FormView
  readonly action: string
  readonly markets: readonly Choice[]
  readonly statuses: readonly Choice[]
  readonly reasons: readonly Choice[]
  /** The market decided on, where it is known: its status today and last decision. */
  readonly now: {
    readonly name: string
    readonly status: CodeStatus
    readonly last: string | null
  } | null
  /** The decision that is corrected. */
  readonly amends: { readonly id: string; readonly text: string } | null
  /** What it would do, once that was asked for. */
  readonly preview: DecisionPreviewView | null
}

/** A decision before it is recorded. */
export type DecisionPreviewView = {
  /** Market, today, after. */
  readonly rows: readonly (readonly TableCell[])[]
  /** When it takes effect, where that is to come; that it is on record already. */
  readonly notes: readonly string[]
  readonly warnings: readonly string[]
  readonly reach: readonly string[]
  readonly letters: string
  readonly message: { readonly title: string; readonly body: string }
  /** In each language; null without. */
  readonly wording: LocalText | null
}

/** `/portal/codes/new` and `/portal/codes/{code}/reissue`. */
export type CodeGrantModel = PortalCommon & {
  readonly kind: 'portal/codes/grant'
  /** Null where no place was chosen yet. */
  readonly site: {
    readonly id: string
    readonly name: string
    readonly holder: string
    readonly place: string
  } | null
  readonly form: FormView
  readonly action: string
  /** The code that is re-issued; null for a first grant. */
  readonly old: string | null
  /** The markets in which it counts today, each to be given the day it ends. */
  readonly oldMarkets: readonly Choice[]
  readonly reasons: readonly Choice[]
  readonly markets: readonly Choice[]
  readonly statuses: readonly Choice[]
  /** Rows for markets. */
  readonly rows: number
  /** The page of a code that has this spelling already. */
  readonly takenHref: string | null
}

/** `/portal/codes/{code}/market`. */
export type CodeTermModel = PortalCommon & {
  readonly kind: 'portal/codes/term'
  readonly code: string
  readonly market: string
  readonly form: FormView
  readonly action: string
}

/** `/portal/codes/{code}/withdraw`, also to put a code back. */
export type CodeWithdrawModel = PortalCommon & {
  readonly kind: 'portal/codes/withdraw'
  readonly code: string
  readonly siteName: string
  readonly withdrawn: boolean
  readonly form: FormView
  readonly action: string
}

import type { Role } from '../../worker/domain/access/roles.ts'
import type { CodeStatus } from '../../worker/domain/standing/types.ts'
import type { Language } from '../../worker/lib/text/local-text.ts'
import type { Choice } from '../../worker/resources/form-input.ts'
import type { IssuerView } from './public-common.ts'

/** What every page of the portal has beside its own part. */
export type PortalCommon = {
  readonly lang: Language
  readonly demo: boolean
  readonly issuer: IssuerView
  readonly portal: PortalShell
}

export type PortalShell = {
  /** Path of the page asked for, for the navigation. */
  readonly path: string
  /** Its query without the language. */
  readonly keep: string
  /** Null while nobody is signed in. */
  readonly person: {
    readonly name: string
    readonly email: string
    readonly role: Role
    readonly organisationName: string
    readonly unread: number
    readonly organisations: number
  } | null
}

/** A form as it stands: what was typed, and what to mend where it was refused. */
export type FormView = {
  /** By field name. */
  readonly values: Readonly<Record<string, string>>
  /** By field name, in the reader's language. */
  readonly errors: Readonly<Record<string, string>>
  /** One sentence at the head of the form; null when nothing is wrong. */
  readonly problem: string | null
  /** What is to be confirmed before it is stored, in the reader's language. */
  readonly questions?: readonly { readonly code: string; readonly text: string }[]
}

/** One thing that is known, in words; a null text is a fact nobody has given. */
export type Fact = { readonly label: string; readonly text: string | null; readonly code?: boolean }

/** What was just done, told once at the head of the page it led to. */
export type Done = { readonly kind: 'done' | 'warning'; readonly text: string }

/**
 * Where a list goes on; null at its ends. Most lists only know the way onwards and back to their
 * head: those give `firstHref`.
 */
export type Paging = {
  readonly firstHref?: string | null
  readonly newerHref: string | null
  readonly olderHref: string | null
}

/** What orders a list and takes it along as a file. */
export type ListTools = {
  readonly order: string
  readonly orders: readonly Choice[]
  /** Heads of columns that order the list, by the name of the column; `way` where it is so now. */
  readonly heads: Readonly<
    Record<string, { readonly href: string; readonly way: 'ascending' | 'descending' | null }>
  >
  /** Empty for who may not take it along. */
  readonly exports: readonly { readonly href: string; readonly text: string }[]
}

/** A cell of a list; the first cell of a row names it. */
export type TableCell = {
  readonly text: string
  readonly href?: string | undefined
  /** True for a file, which is no page. */
  readonly download?: boolean | undefined
  /** In a face that tells 0 from O. */
  readonly code?: boolean | undefined
  readonly status?: CodeStatus | undefined
  /** Several statuses with what they are of, as of the markets of a code. */
  readonly statuses?: readonly { readonly name: string; readonly status: CodeStatus }[] | undefined
  readonly small?: string | null | undefined
  /** What is done to the row at one tap. */
  readonly button?: { readonly action: string; readonly text: string } | undefined
}

/** `/portal/problem`: refused or failed, within the shell. */
export type PortalProblemModel = PortalCommon & {
  readonly kind: 'portal/problem'
  readonly code: string
  readonly text: string
  readonly requestId: string | null
}

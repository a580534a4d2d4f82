import type { ImageView } from '../../worker/domain/standing/provenance.ts'
import type { FormInput } from '../../worker/resources/form-input.ts'
import type { Column } from '../view/table-rows.ts'
import type { Done, Fact, FormView, Paging, PortalCommon, TableCell } from './portal-common.ts'
import type { WorkView } from './work-view.ts'

/** A list of things people keep, and the way to add one. */
export type RecordListModel = PortalCommon & {
  readonly kind: 'portal/records'
  /** Where one is added; null where they come about elsewhere. */
  readonly adding: { readonly href: string; readonly text: string } | null
  readonly title: string
  readonly lead: string
  readonly empty: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
  /** A drawing, made here, of what the rows say, and the same in words. */
  readonly picture?: { readonly title: string; readonly text: string; readonly drawing: string }
  readonly done: Done | null
  /** The question the list is narrowed by, as an address asks it in `q`; absent where none is asked. */
  readonly search?: {
    readonly action: string
    readonly label: string
    readonly hint?: string
    readonly form: FormView
    readonly active: boolean
    /** Other ways to see the list. */
    readonly links?: readonly Link[]
  }
  /** Questions it is narrowed by, as an address asks them. */
  readonly narrowing?: {
    readonly action: string
    readonly inputs: readonly FormInput[]
    readonly form: FormView
    readonly active: boolean
  }
  /** Other ways to see the list, by an address each; the first shows all of it. */
  readonly filters?: readonly Link[]
  readonly paging?: Paging
  /** Ways on from the list. */
  readonly links?: readonly Link[]
}

/**
 * One of them, shown: what is known, what hangs on it and what can be done. Each kind of thing says
 * its own; the page only lays it out.
 */
export type DetailModel = PortalCommon & {
  readonly kind: 'portal/detail'
  readonly title: string
  /** What it goes by among machines. */
  readonly code?: string
  readonly back: Link
  readonly done: Done | null
  /** What must be known first. */
  readonly notes?: readonly Note[]
  /** Work that goes on by itself; the page is shown anew while it does. */
  readonly work?: WorkView
  /** What is done most. */
  readonly primary?: Link
  readonly links?: readonly Link[]
  readonly buttons?: readonly DetailButton[]
  readonly facts: readonly Fact[]
  readonly sections: readonly DetailSection[]
}

export type Link = {
  readonly href: string
  readonly text: string
  /** What is to be known of it, beside the link. */
  readonly small?: string
  /** True where it leads to what is shown. */
  readonly current?: boolean
  /** True for a file, which is no page. */
  readonly download?: boolean
}

export type Note = { readonly kind: 'note' | 'warning' | 'error'; readonly text: string }

/** Done at one tap, without a form. */
export type DetailButton = {
  readonly action: string
  readonly text: string
  readonly look?: 'danger' | 'plain'
}

export type DetailSection = {
  /** Its anchor. */
  readonly id: string
  readonly title: string
  readonly text?: string
  readonly facts?: readonly Fact[]
  /** A drawing made here, with a list beside it that says the same. */
  readonly picture?: string
  readonly table?: {
    readonly columns: readonly Column[]
    readonly rows: readonly (readonly TableCell[])[]
    /** What it says without rows. */
    readonly empty: string
  }
  readonly images?: readonly ImageView[]
  /** What to do with what is shown. */
  readonly after?: string
  readonly links?: readonly Link[]
  readonly buttons?: readonly DetailButton[]
}

/** The form of one of them. */
export type RecordFormModel = PortalCommon & {
  readonly kind: 'portal/record'
  readonly title: string
  /** What is to be known before answering. */
  readonly facts?: readonly Fact[]
  readonly notes?: readonly Note[]
  readonly note?: string | undefined
  /** What was just done on it. */
  readonly done?: Done | null
  /** Null for a new one. */
  readonly id: string | null
  readonly action: string
  readonly backHref: string
  readonly save: string
  /** Another thing the form may be sent for, told by a value of its own. */
  readonly other?: { readonly name: string; readonly value: string; readonly text: string }
  /** What a button says that sends it half filled in, to go on another time. */
  readonly later?: string
  /** What stands beneath it. */
  readonly sections?: readonly DetailSection[]
  /** What goes along unseen, by input name. */
  readonly hidden?: readonly string[]
  readonly inputs: readonly FormInput[]
  /** A file it asks for beside. */
  readonly file?: {
    readonly name: string
    readonly label: string
    readonly hint: string
    /** `.pdf,.jpg` */
    readonly accept: string
    readonly maxMb: number
    /** Set for a photo that a script makes smaller before it is sent: what it says meanwhile. */
    readonly shrinking?: {
      readonly shrinking: string
      readonly shrunk: string
      readonly sending: string
    }
    /** Several may be chosen at once. */
    readonly multiple?: boolean
    /** It may be left out. */
    readonly isOptional?: boolean
  }
  readonly form: FormView
}

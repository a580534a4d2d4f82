import type { Choice } from '../../worker/resources/form-input.ts'
import type { Done, FormView, Paging, PortalCommon, TableCell } from './portal-common.ts'
import type { Link } from './records.ts'
import type { ButtonView, WorkView } from './work-view.ts'

/** Pages of lists that are read in and written out. */
export type ImportsPageModel =
  | ImportListModel
  | ImportNewModel
  | ImportPreviewModel
  | ImportRunModel
  | ExportsModel

/** `/portal/imports`. */
export type ImportListModel = PortalCommon & {
  readonly kind: 'portal/imports/list'
  readonly empty: string
  readonly links: readonly Link[]
  readonly rows: readonly (readonly TableCell[])[]
  readonly paging: Paging
}

/** `/portal/imports/new`. */
export type ImportNewModel = PortalCommon & {
  readonly kind: 'portal/imports/new'
  readonly form: FormView
  readonly lead: string
  readonly kinds: readonly Choice[]
  /** None where lists of that kind say it themselves. */
  readonly provinces: readonly Choice[]
  readonly markets: readonly Choice[]
  readonly maxMb: number
  readonly templateLead: string
  readonly templates: readonly Link[]
}

/** Some rows of a list with what is said of each; `total` counts those not shown too. */
export type RowGroup = {
  readonly rows: readonly (readonly TableCell[])[]
  /** "The first 50 of 812"; null where all are shown. */
  readonly cut: string | null
}

/** Rows refused in the same words, or something to look at again. */
export type TroubleLine = {
  readonly reason: string
  /** The code of each row and where it stands: "VN-AGOR-0001", "ô F12". */
  readonly places: readonly {
    readonly subject: string
    readonly at: string
    readonly sheet: string
  }[]
}

/** One choice for all rows of a kind, and for some of them by themselves. */
export type KindChoice = {
  readonly action: string
  readonly about: string
  readonly legend: string
  readonly options: readonly Choice[]
  /** Pairs that may be chosen for by themselves; empty for most kinds. */
  readonly each: readonly { readonly key: string; readonly text: string }[]
}

/** What is wrong, or to be looked at, of one kind. */
export type TroubleGroup = {
  readonly title: string
  readonly count: string
  readonly lines: readonly TroubleLine[]
  /** "The first 100 of 812"; null where all are shown. */
  readonly cut: string | null
  readonly choice: KindChoice | null
}

/** Refused cells to be written anew. */
export type MendView = {
  readonly action: string
  readonly cells: readonly {
    readonly sheet: string
    readonly cell: string
    /** What the cell says, which an untouched field sends again. */
    readonly was: string
    readonly text: string
    readonly label: string
    readonly hint: string
    readonly reasons: readonly string[]
  }[]
  /** That more are refused than are shown; null where all are. */
  readonly note: string | null
}

/** Cells mended on the screen, and what undoes one of them; null where it is stored. */
export type MendedView = {
  readonly undoAction: string | null
  readonly cells: readonly {
    readonly sheet: string
    readonly cell: string
    readonly text: string
    /** Which cell it is, to be read out. */
    readonly about: string
  }[]
}

/** What came, or would come, of the rows of a list. */
export type ReportView = {
  /** A count for each outcome, as written. */
  readonly totals: readonly { readonly label: string; readonly count: string }[]
  readonly added: RowGroup
  /** A row for each field: where, what, as it was, as it becomes. */
  readonly changed: RowGroup
  /** In the order of the list. */
  readonly refused: RowGroup
  readonly refusedGroups: readonly TroubleGroup[]
  readonly warningGroups: readonly TroubleGroup[]
  /** Printed totals that do not add up. */
  readonly sums: readonly string[]
  readonly refusedHref: string | null
}

/** `/portal/imports/uploads/{id}`. */
export type ImportPreviewModel = PortalCommon & {
  readonly kind: 'portal/imports/preview'
  readonly id: string
  readonly form: FormView
  readonly fileName: string
  /** Null until the file is read. */
  readonly report: ReportView | null
  /** When it was read; null until it is. */
  readonly readAt: string | null
  /** Rows that would be stored, as written; null where there is nothing to store. */
  readonly toStore: string | null
  /** The reading, while it goes on. */
  readonly work: WorkView | null
  /** Why the file is not read, when nothing reads it. */
  readonly stopped: string | null
  /** What has it read anew; null while it is being read. */
  readonly again: ButtonView | null
  /** That choices made on this page count, and what drops them; null where there are none. */
  readonly chosen: (ButtonView & { readonly text: string }) | null
  /** Refused cells that can be mended here; null where there are none. */
  readonly mend: MendView | null
  readonly mended: MendedView | null
  /** Texts of it in an old encoding; null where there are none. */
  readonly oldText: OldTextView | null
  /** That the same file was read in before, and when. */
  readonly same: { readonly text: string; readonly href: string } | null
  /** The import, where the list was confirmed already. */
  readonly runHref: string | null
}

/** Texts in an old encoding, how some of them read in Unicode, and what has them read so or as they are. */
export type OldTextView = {
  readonly text: string
  readonly samples: readonly {
    readonly cell: string
    readonly before: string
    readonly after: string
  }[]
  /** Null where there is only one way to read them. */
  readonly choice: (ButtonView & { readonly convertText: 'yes' | 'no' }) | null
}

/** That an import, or the taking back of one, ended before its end, and what lets it go on. */
export type StoppedView = { readonly text: string; readonly resume: ButtonView | null }

/** `/portal/imports/{id}`. */
export type ImportRunModel = PortalCommon & {
  readonly kind: 'portal/imports/run'
  readonly id: string
  readonly fileName: string
  /** What it is, by whom and when; one sentence each. */
  readonly lines: readonly string[]
  /** What goes on; null when nothing does. */
  readonly work: WorkView | null
  readonly stopped: StoppedView | null
  readonly report: ReportView | null
  readonly mended: MendedView | null
  /** What was not taken back; empty where it was not, or wholly. */
  readonly kept: readonly string[]
  readonly keptCut: string | null
  /** The form that takes it back; null where it cannot be. */
  /** What taking it back does. */
  readonly undoLead: string
  readonly undoForm: FormView | null
  readonly done: Done | null
}

/** `/portal/exports`. */
export type ExportsModel = PortalCommon & {
  readonly kind: 'portal/exports/codes'
  readonly form: FormView
  /** The place the list is bound to, as called; null where it is not. */
  readonly place: string | null
  readonly provinces: readonly Choice[]
  readonly kinds: readonly Choice[]
  readonly markets: readonly Choice[]
  readonly statuses: readonly Choice[]
  readonly formats: readonly Choice[]
}

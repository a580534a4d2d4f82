import type { LocalText } from '../../worker/lib/text/local-text.ts'
import type { Choice, FormInput } from '../../worker/resources/form-input.ts'
import type { Household } from '../../worker/resources/household.ts'
import type { Column } from '../view/table-rows.ts'
import type { OldTextView } from './imports.ts'
import type { Done, FormView, ListTools, Paging, PortalCommon, TableCell } from './portal-common.ts'
import type { Link, RecordListModel } from './records.ts'

export type SitesPageModel =
  | SiteListModel
  | SiteModel
  | SiteFormModel
  | BoundaryModel
  | HouseholdsModel
  | HouseholdModel
  | HouseholdListModel
  | ParcelsModel
  | LinksModel
  | DocumentsModel
  | DocumentOutModel
  | WithdrawSiteModel
  | SiteMapModel

/** The place a page is about. */
export type SiteHead = { readonly id: string; readonly name: string; readonly kind: LocalText }

/** An archive of tiles (PMTiles) that the map is drawn upon. */
export type BackgroundView = {
  readonly href: string
  readonly tiles: 'vector' | 'raster'
  /** Its vector layers that are drawn. */
  readonly layers: readonly string[]
  /** Whose work it is. */
  readonly attribution: string
}

/** `/portal/map`: coded places as a map that draws itself, and as a table. */
export type SiteMapModel = PortalCommon & {
  readonly kind: 'portal/map'
  readonly map: {
    /** Where it reads all places as points, and the outlines of a part of it. */
    readonly pointsHref: string
    readonly areasHref: string
    /** What it begins with: west, south, east, north; null where nothing can be shown. */
    readonly box: readonly [number, number, number, number] | null
    /** What it is drawn upon; null where outlines stand alone. */
    readonly background: BackgroundView | null
  }
  /** How much of what there is it shows, in words. */
  readonly shown: string
  readonly narrowing: NonNullable<RecordListModel['narrowing']>
  readonly links: readonly Link[]
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly TableCell[])[]
  readonly paging: Paging
}

/** `/portal/sites`: growing areas, packing houses and places of other kinds. */
export type SiteListModel = PortalCommon & {
  readonly kind: 'portal/sites'
  readonly filters: FormView
  readonly kinds: readonly Choice[]
  readonly rows: readonly (readonly TableCell[])[]
  /** True while anything narrows the list. */
  readonly narrowed: boolean
  /** True for the list of places taken back. */
  readonly withdrawn: boolean
  /** How many there are, in words; told at the head of the list. */
  readonly total: string | null
  readonly tools: ListTools
  readonly mayWrite: boolean
  readonly paging: Paging
}

/** `/portal/sites/{id}`. */
export type SiteModel = PortalCommon & {
  readonly kind: 'portal/sites/show'
  readonly site: SiteHead
  readonly isHouse: boolean
  readonly done: Done | null
  readonly withdrawnOn: string | null
  readonly facts: readonly { readonly label: string; readonly text: string | null }[]
  /** GeoJSON of the boundary and where it came from; null without one. */
  readonly boundary: {
    readonly geojson: string
    readonly areaHa: number
    readonly from: string
  } | null
  /** What deserves a look: areas that do not agree, intercropping. */
  readonly notes: readonly Done[]
  readonly codes: readonly (readonly TableCell[])[]
  readonly crops: readonly (readonly TableCell[])[]
  /** Applications for it, open and ended, the newest first. */
  readonly applications: {
    readonly columns: readonly Column[]
    readonly rows: readonly (readonly TableCell[])[]
  }
  /** The last residue samples taken on it, and where one is put down; null for who may not. */
  readonly residues: {
    readonly columns: readonly Column[]
    readonly rows: readonly (readonly TableCell[])[]
    readonly newHref: string | null
  }
  /** How it was looked at: minutes, what is not put right, visits to come. */
  readonly checks: {
    readonly columns: readonly Column[]
    readonly rows: readonly (readonly TableCell[])[]
    readonly links: readonly { readonly href: string; readonly text: string }[]
    /** Where minutes are begun; null for who may not. */
    readonly newHref: string | null
  }
  /** The latest seasons on it; null for who may not read them. */
  readonly seasons: {
    readonly columns: readonly string[]
    readonly rows: readonly (readonly TableCell[])[]
    readonly listHref: string
    /** Null for who may not open one. */
    readonly newHref: string | null
  }
  readonly households: {
    readonly listed: string | null
    readonly rows: readonly HouseholdView[]
    readonly paging: Paging
  }
  readonly parcels: { readonly ids: readonly string[]; readonly more: boolean }
  readonly links: readonly LinkView[]
  readonly documents: readonly DocumentView[]
  readonly history: readonly HistoryView[]
  /** Telephone numbers of households have no column where they are not told. */
  readonly mayReadPhones: boolean
  readonly mayWrite: boolean
  readonly mayWithdraw: boolean
  readonly mayGrant: boolean
  /** Who may write may put a withdrawn place back. */
  readonly mayRestore: boolean
}

export type HouseholdView = Household & { readonly id: string }

export type LinkView = {
  readonly id: string
  /** The other side; no link where it may not be opened. */
  readonly other: string
  readonly href: string | null
  readonly contractNo: string | null
  readonly fromOn: string
  readonly toOn: string | null
  readonly quantityKg: number | null
  readonly markets: readonly string[]
  /** How much of it is used and left, in words. */
  readonly used: string
  /** True where it is the codes of this place that the other side uses. */
  readonly lends: boolean
  readonly ended: boolean
  /** Its first day is still to come. */
  readonly ahead: boolean
  /** Who has still to agree to it; null once both sides have. */
  readonly waitsFor: 'us' | 'them' | null
}

export type DocumentView = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly bytes: number
  readonly createdAt: number
  readonly href: string
}

export type HistoryView = {
  readonly title: string
  readonly when: string
  readonly lines: readonly string[]
}

/** A field of a kind of place, as configured. */
export type KindFieldView = {
  readonly name: string
  readonly label: string
  readonly number: boolean
}

/** `/portal/sites/new` and `/portal/sites/{id}/edit`. */
export type SiteFormModel = PortalCommon & {
  readonly kind: 'portal/sites/edit'
  readonly title: string
  readonly action: string
  readonly backHref: string
  readonly form: FormView
  /** Fields carried along unseen. */
  readonly hidden: readonly { readonly name: string; readonly value: string }[]
  /** True where the holder is asked for; else it is the own organisation or stays. */
  readonly asksHolder: boolean
  /** The reader has a province of their own, meant where none is typed. */
  readonly ownProvince: boolean
  /** Kinds of a holder that is not there yet; empty until one is looked for in vain. */
  readonly holderKinds: readonly Choice[]
  readonly holderChoices: readonly Choice[]
  readonly communeChoices: readonly Choice[]
  /** The plain facts, by part of the form. */
  readonly inputs: Readonly<Record<'where' | 'size' | 'contact', readonly FormInput[]>>
  /** What this kind alone asks for. */
  readonly fields: readonly KindFieldView[]
  readonly isHouse: boolean
  readonly cropRows: number
  readonly treatmentRows: number
  /** A change is told with its reason, a new place is not. */
  readonly asksReason: boolean
}

/** `/portal/sites/{id}/boundary`: to hand one in, then to look at it before it is saved. */
export type BoundaryModel = PortalCommon & {
  readonly kind: 'portal/sites/boundary'
  readonly site: SiteHead
  readonly form: FormView
  /** Coordinate systems to choose from. */
  readonly systems: readonly Choice[]
  readonly preview: {
    readonly geojson: string
    readonly areaHa: number
    readonly declaredHa: number | null
    readonly source: string
    readonly fileName: string
    readonly currentId: string
    /** The system its positions were taken to be in. */
    readonly readAs: string
    readonly warnings: readonly string[]
    /** What was not checked and why; null where all was. */
    readonly unchecked: string | null
  } | null
}

/** `/portal/sites/{id}/households`. */
export type HouseholdsModel = PortalCommon & {
  readonly kind: 'portal/sites/households'
  readonly site: SiteHead
  readonly done: Done | null
  readonly rows: readonly HouseholdView[]
  readonly count: number
  readonly areaHa: number | null
  readonly warning: string | null
  /** The questions about one household. */
  readonly inputs: readonly FormInput[]
  readonly form: FormView
  readonly listForm: FormView
  readonly mayReadPhones: boolean
  readonly mayWrite: boolean
  readonly paging: Paging
}

/** `/portal/sites/{id}/households/{householdId}`. */
export type HouseholdModel = PortalCommon & {
  readonly kind: 'portal/sites/household'
  readonly site: SiteHead
  readonly householdId: string
  readonly name: string
  readonly inputs: readonly FormInput[]
  readonly form: FormView
}

/** A list of households before it replaces the one there is. */
export type HouseholdListModel = PortalCommon & {
  readonly kind: 'portal/sites/household-list'
  readonly site: SiteHead
  readonly count: number
  readonly areaHa: number
  readonly before: number
  readonly warnings: readonly string[]
  readonly issues: readonly { readonly row: number; readonly text: string }[]
  readonly issueCount: number
  readonly first: readonly HouseholdView[]
  /** The list as it is sent back, and the version it replaces. */
  readonly list: string
  readonly version: string
  /** Texts of it in an old encoding, shown in Unicode; null where there are none. */
  readonly oldText: OldTextView | null
  /** The list with its texts as they stand in the file; null where it can be read in one way only. */
  readonly listAsGiven: string | null
}

export type ParcelsModel = PortalCommon & {
  readonly kind: 'portal/sites/parcels'
  readonly site: SiteHead
  readonly form: FormView
}

export type LinksModel = PortalCommon & {
  readonly kind: 'portal/sites/links'
  readonly site: SiteHead
  readonly isHouse: boolean
  readonly done: Done | null
  /** The questions about a contract. */
  readonly inputs: readonly FormInput[]
  readonly form: FormView
  readonly choices: readonly Choice[]
  readonly links: readonly LinkView[]
  /** The refusal to end a contract; null when nothing was refused. */
  readonly problem: string | null
  readonly today: string
}

export type DocumentsModel = PortalCommon & {
  readonly kind: 'portal/sites/documents'
  readonly site: SiteHead
  readonly done: Done | null
  readonly form: FormView
  readonly documents: readonly DocumentView[]
}

/** Asks before a paper is taken out of the list. */
export type DocumentOutModel = PortalCommon & {
  readonly kind: 'portal/sites/document-out'
  readonly site: SiteHead
  readonly document: DocumentView
}

export type WithdrawSiteModel = PortalCommon & {
  readonly kind: 'portal/sites/withdraw'
  readonly site: SiteHead
  readonly form: FormView
}

import type { Figure } from '../../worker/copy/portal/figures.ts'
import type { Role } from '../../worker/domain/access/roles.ts'
import type { Task, TaskRow } from '../../worker/domain/access/tasks.ts'
import type { KitVisit } from '../../worker/domain/monitoring/kit-visit.ts'
import type { CodeStatus } from '../../worker/domain/standing/types.ts'
import type { LocalText } from '../../worker/lib/text/local-text.ts'
import type { OrganisationsPageModel } from './organisations.ts'
import type { Done, FormView, Paging, PortalCommon } from './portal-common.ts'

export type HomePageModel =
  | PortalHomeModel
  | WaitingModel
  | NotificationsModel
  | ComponentsModel
  | HelpModel
  | OrganisationsPageModel

/** `/portal`: what waits for whoever is signed in. */
export type PortalHomeModel = PortalCommon & {
  readonly kind: 'portal/home'
  readonly waiting: readonly WaitingItem[]
  /** Figures at its head. */
  readonly figures: readonly FigureItem[]
  /** Today's visits in the order of their way; null for roles that make none. */
  readonly day: { readonly today: string; readonly visits: readonly KitVisit[] } | null
  /** Newest decisions on codes in the place; null for roles whose work they are not. */
  readonly changes: readonly StatusChange[] | null
  /** What whoever packs does most days; null for other roles. */
  readonly desk: {
    /** Today's batch like the newest one; null before there is one. */
    readonly again: { readonly href: string; readonly lot: string; readonly product: string } | null
  } | null
  /** What to do first where nothing is there yet. */
  readonly first: 'import' | 'add_organisation' | 'first_label' | null
}

export type FigureItem = {
  readonly figure: Figure
  readonly count: number
  /** What it is a part of; null where it is of nothing. */
  readonly of: number | null
}

export type WaitingItem = {
  readonly task: Task
  readonly count: number
  /** True when there are more than were counted. */
  readonly more: boolean
  /** How many days the task speaks of; null for those that speak of none. */
  readonly days: number | null
}

export type StatusChange = {
  readonly id: string
  readonly code: string
  readonly siteName: string
  readonly communeName: string | null
  readonly market: string
  readonly status: CodeStatus
  readonly effectiveOn: string
  readonly documentNo: string | null
}

/** `/portal/waiting/{task}`: the rows behind a number of the first screen. */
export type WaitingModel = PortalCommon & {
  readonly kind: 'portal/waiting'
  readonly task: Task
  readonly days: number | null
  readonly rows: readonly TaskRow[]
  readonly paging: Paging
}

/** `/portal/notifications`: messages to the organisation, newest first. */
export type NotificationsModel = PortalCommon & {
  readonly kind: 'portal/notifications'
  readonly items: readonly {
    readonly id: string
    readonly title: LocalText
    readonly body: LocalText
    readonly href: string | null
    /** Epoch milliseconds. */
    readonly createdAt: number
    readonly unread: boolean
  }[]
  /** The newest message shown, for "all of these are read"; null when none is unread. */
  readonly upTo: number | null
  readonly done: Done | null
  readonly paging: Paging
}

/** `/portal/help/{role}`: the steps of a role's main work. */
export type HelpModel = PortalCommon & { readonly kind: 'portal/help'; readonly role: Role }

/** `/portal/components`: every part of a page in every state. */
export type ComponentsModel = PortalCommon & {
  readonly kind: 'portal/components'
  /** Forms of two states would share their fields' ids, so one is shown at a time. */
  readonly state: 'fresh' | 'filled' | 'refused'
  readonly form: FormView
}

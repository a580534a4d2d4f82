import type { Fact, PortalCommon } from '../../../site/models/portal-common.ts'
import type {
  DetailButton,
  DetailModel,
  DetailSection,
  Link,
  Note,
} from '../../../site/models/records.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { doneOf } from './done-of.ts'
import type { Portal } from './portal-route.ts'
import { type Saying, say } from './say.ts'
import { showPortalPage } from './show-portal-page.ts'

/** The parts of such a page, as handlers write them. */
export type Section = Saying<DetailSection>
export type Sections = Saying<readonly DetailSection[]>
export type Facts = Saying<readonly Fact[]>
export type SaidLink = Saying<Link>
export type Links = Saying<readonly Link[]>
export type Notes = Saying<readonly Note[]>
export type SaidButton = Saying<DetailButton>

/** What such a page has of its own. */
type DetailPart = Omit<DetailModel, keyof PortalCommon | 'kind' | 'done'>
type Listed = 'facts' | 'sections'

/** The page of one thing, in the reader's language. `done` tells what a form that led here has done. */
export function showDetailPage(
  portal: Portal,
  {
    done = {},
    facts = [],
    sections = [],
    ...part
  }: Saying<Omit<DetailPart, Listed>> &
    Partial<Saying<Pick<DetailPart, Listed>>> & {
      readonly done?: Readonly<Record<string, LocalText>>
    },
): Promise<Response> {
  return showPortalPage(portal, {
    kind: 'portal/detail',
    done: doneOf(portal, done),
    ...say<DetailPart>({ ...part, facts, sections }, portal.lang),
  })
}

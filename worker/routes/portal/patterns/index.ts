import type { PatternItem } from '../../../../db/queries/patterns.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { patternFigures } from '../../../copy/portal/pattern-figures.ts'
import {
  PATTERN_KIND_NAMES,
  PATTERN_STATE_NAMES,
  PATTERNS_COPY as W,
} from '../../../copy/portal/patterns.ts'
import { PATTERN_STATES, type PatternState } from '../../../domain/patterns/kinds.ts'
import type { Language, LocalText } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import {
  DISMISSAL,
  dismissPattern,
  PATTERN_CASE,
  patternToCase,
} from '../../../verbs/patterns/decide-pattern.ts'
import { openPattern, readPatterns } from '../../../verbs/patterns/read-patterns.ts'
import { casePath } from '../cases/case-path.ts'
import { doneOf } from '../done-of.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { PATTERNS_PATH as PATH, patternPath, showPattern } from './show-pattern.ts'

const PAGE_SIZE = 50

/**
 * Officers on what is conspicuous in the use of codes: listed, explained, dismissed or made a case
 * of.
 */
export const patternRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'patterns.read', handle: showList },
  { method: 'GET', path: `${PATH}/:id`, may: 'patterns.read', handle: showPattern },
  ...recordForm({
    ...decision('dismiss', { title: W.dismissTitle, note: W.dismissNote, save: W.dismiss }),
    asks: DISMISSAL,
    act: ({ ctx, texts }, { id }) => dismissPattern({ ctx, input: { id, texts } }),
    done: () => `${PATH}?done=dismissedNow`,
  }),
  ...recordForm({
    ...decision('case', { title: W.caseTitle, note: W.caseNote, save: W.openCase }),
    asks: PATTERN_CASE,
    once: ({ ctx, texts }, { id }) => patternToCase({ ctx, input: { id, texts } }),
    done: ({ caseId }) => `${casePath(caseId)}?done=created`,
  }),
]

/** What the two forms by which a pattern is decided have in common. */
function decision(
  at: 'dismiss' | 'case',
  said: {
    readonly title: typeof W.dismissTitle | typeof W.caseTitle
    readonly note: LocalText
    readonly save: LocalText
  },
) {
  return {
    path: `${PATH}/:id/${at}`,
    may: 'cases.write',
    load: async ({ ctx, param }: Portal) =>
      (await openPattern(ctx, param('id'), 'cases.write')).row,
    stamp: ({ version }: PatternItem) => ({ expected: String(version) }),
    back: ({ id }: PatternItem) => patternPath(id),
    page: ({ lang }: Portal, { loaded }: { readonly loaded: PatternItem }) => ({
      title: fill(said.title[lang], { shown: loaded.shown }),
      facts: [
        { label: W.kind[lang], text: PATTERN_KIND_NAMES[loaded.kind][lang] },
        { label: W.figures[lang], text: patternFigures(loaded, lang) },
      ],
      note: said.note[lang],
      save: said.save[lang],
      hidden: ['expected'],
    }),
  } as const
}

/** `GET /portal/patterns?state=&cursor=`. */
async function showList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const state = PATTERN_STATES.find((each) => each === c.req.query('state')) ?? 'open'
  const { rows, nextCursor } = await readPatterns(ctx, {
    ...{ state, kind: null },
    cursor: c.req.query('cursor') ?? null,
    limit: PAGE_SIZE,
  })
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: null,
    title: W.title[lang],
    lead: W.lead[lang],
    empty: W.empty[lang],
    columns: [W.what, W.kind, W.figures, W.changed].map((name) => name[lang]),
    rows: rows.map((row) => cellsOf(row, lang)),
    done: doneOf(portal, { dismissedNow: W.dismissedNow }),
    filters: PATTERN_STATES.map((each) => ({
      href: hrefOf(each),
      text: PATTERN_STATE_NAMES[each][lang],
      current: each === state,
    })),
    paging: pagingOf(c, { path: PATH, kept: ['state'], nextCursor }),
  })
}

function hrefOf(state: PatternState): string {
  return state === 'open' ? PATH : `${PATH}?state=${state}`
}

function cellsOf(row: PatternItem, lang: Language): TableCell[] {
  const { id, shown, kind, siteName, changedAt } = row
  return [
    { text: shown, href: patternPath(id), small: siteName },
    { text: PATTERN_KIND_NAMES[kind][lang] },
    { text: patternFigures(row, lang) },
    { text: formatOn(vietnamDateOf(changedAt), lang) },
  ]
}

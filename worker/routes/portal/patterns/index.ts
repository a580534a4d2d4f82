import type { PatternItem } from '../../../../db/queries/patterns.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { patternFigures } from '../../../copy/portal/pattern-figures.ts'
import {
  PATTERN_KIND_NAMES,
  PATTERN_STATE_NAMES,
  PATTERNS_COPY as W,
} from '../../../copy/portal/patterns.ts'
import { PATTERN_STATES } from '../../../domain/patterns/kinds.ts'
import type { LocalText } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import {
  DISMISSAL,
  dismissPattern,
  PATTERN_CASE,
  patternToCase,
} from '../../../verbs/patterns/decide-pattern.ts'
import { openPattern, readPatterns } from '../../../verbs/patterns/read-patterns.ts'
import { casePath } from '../cases/case-path.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { chipsOf, pageAsked, showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
import { PATTERNS_PATH as PATH, patternPath, showPattern } from './show-pattern.ts'

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
  return showListPage(
    portal,
    await readPatterns(ctx, { state, kind: null, ...pageAsked(portal) }),
    {
      words: W,
      columns: [
        column(W.what, (row) => ({
          text: row.shown,
          href: patternPath(row.id),
          small: row.siteName,
        })),
        column(W.kind, ({ kind }) => PATTERN_KIND_NAMES[kind]),
        column(W.figures, (row) => patternFigures(row, lang)),
        column(W.changed, ({ changedAt }) => formatOn(vietnamDateOf(changedAt), lang)),
      ],
      done: { dismissedNow: W.dismissedNow },
      filters: chipsOf(PATTERN_STATES, {
        path: PATH,
        bare: 'open',
        names: PATTERN_STATE_NAMES,
        now: state,
      }),
      at: { path: PATH, kept: ['state'] },
    },
  )
}

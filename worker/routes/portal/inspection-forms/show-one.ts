import type { Note } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { formatAt } from '../../../copy/format.ts'
import { FINDING_SEVERITY_NAMES } from '../../../copy/portal/findings.ts'
import {
  QUESTION_TYPE_NAMES,
  INSPECTION_FORMS_COPY as W,
} from '../../../copy/portal/inspection-forms.ts'
import { INSPECTION_KIND_NAMES } from '../../../copy/portal/inspections.ts'
import {
  type FormItem,
  type InspectionForm,
  saidIn,
} from '../../../domain/inspections/form/form.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { mayWriteForms } from '../../../verbs/inspection-forms/form-target.ts'
import { type ShownForm, showForm } from '../../../verbs/inspection-forms/show-form.ts'
import type { Portal } from '../portal-route.ts'
import { type Section, type Sections, showDetailPage } from '../show-detail-page.ts'
import { column, tableSection } from '../table-of.ts'
import { FORMS_PATH, formPath } from './form-path.ts'

const { added, used } = W

/** `GET /portal/inspection-forms/{id}`: the questions as they will be asked, and the versions of the form. */
export async function showOneForm(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const id = param('id')
  const shown = await showForm(ctx, id)
  const { form, row, inUse, mayWrite } = shown
  const isWaiting = row !== null && inUse !== row.id
  return showDetailPage(portal, {
    title: saidIn(form.title, lang),
    code: row === null ? form.formId : `${form.formId} · ${row.version}`,
    back: { href: FORMS_PATH, text: W.title },
    done: { added, used },
    notes: isWaiting ? [{ kind: 'note', text: W.notUsedYet[lang] } satisfies Note] : [],
    buttons: isWaiting && mayWrite ? [{ action: `${formPath(id)}/use`, text: W.use }] : undefined,
    primary:
      !isWaiting && mayWriteForms(ctx.actor)
        ? { href: `${FORMS_PATH}/new`, text: W.add }
        : undefined,
    links: [{ href: `${formPath(id)}/file`, text: W.download, download: true }],
    facts: [
      { label: W.siteKind, text: W[form.siteKind] },
      {
        label: W.kinds,
        text: form.kinds.map((kind) => INSPECTION_KIND_NAMES[kind][lang]).join(', '),
      },
      { label: W.state, text: isWaiting ? W.notInUse : W.inUse },
      ...(row === null
        ? [{ label: W.version, text: W.standard }]
        : [
            { label: W.by, text: [row.actorName, row.authority].filter(Boolean).join(' · ') },
            { label: W.at, text: formatAt(row.createdAt, lang) },
          ]),
    ],
    sections: [questionSection(form, lang), ...versionSections(shown, lang)],
  })
}

function questionSection({ items, lists }: InspectionForm, lang: Language): Section {
  return tableSection(
    'questions',
    items.filter(({ type }) => type !== 'end_group'),
    {
      title: W.questions,
      columns: [
        column(W.question, (item) => ({ text: saidIn(item.label, lang), small: item.name })),
        column(W.type, (item) => ({
          text: typeText(item, { lists, lang }),
          small: required(item, lang),
        })),
        column(W.asked, (item) => ({ text: item.relevant ?? '', code: true })),
        column(W.must, (item) => ({ text: item.constraint ?? '', code: true })),
        column(W.wrong, (item) => ({
          text: item.findingIf ?? '',
          code: true,
          small:
            item.findingSeverity === undefined
              ? null
              : FINDING_SEVERITY_NAMES[item.findingSeverity],
        })),
      ],
    },
  )
}

function typeText(
  { type, list }: FormItem,
  { lists, lang }: { readonly lists: InspectionForm['lists']; readonly lang: Language },
): string {
  const choices = list !== undefined && Object.hasOwn(lists, list) ? lists[list] : undefined
  const name = QUESTION_TYPE_NAMES[type][lang]
  if (choices === undefined) return name
  return `${name}: ${choices.map(({ label }) => saidIn(label, lang)).join(' / ')}`
}

function required(item: FormItem, lang: Language): string | null {
  return item.required === true ? W.required[lang] : null
}

function versionSections({ row, versions, inUse }: ShownForm, lang: Language): Sections {
  if (row === null) return []
  return [
    tableSection('versions', versions, {
      title: W.versions,
      columns: [
        column(W.version, ({ id, version: n, actorName }) => ({
          text: fill(W.versionNo[lang], { n }),
          href: formPath(id),
          small: actorName,
        })),
        column(W.at, ({ createdAt }) => formatAt(createdAt, lang)),
        column(W.state, ({ id }) => (id === inUse ? W.inUse : W.notInUse)),
      ],
    }),
  ]
}

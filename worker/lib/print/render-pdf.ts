import { zlibSync } from 'fflate'
import { decimal } from './bytes.ts'
import { MM_PER_PT } from './fit-column.ts'
import { oneLine } from './font.ts'
import type { PrintLabels, PrintSubject } from './label.ts'
import { cutMarks } from './pdf/cut-marks.ts'
import type { PdfFile } from './pdf/pdf-file.ts'
import { pdfFile } from './pdf/pdf-file.ts'
import { pageContent } from './pdf/pdf-page.ts'
import { textString } from './pdf/pdf-text.ts'
import { stickerForm } from './pdf/sticker-form.ts'
import type { OkPlan } from './plan-sheet.ts'
import { groupedRef } from './sticker-content.ts'

/** Children of a node of the page tree; keeps every node short however long the run. */
const PAGES_PER_NODE = 128

type PageNode = { readonly id: number; readonly pages: number[] }

/**
 * Sticker sheets as PDF 1.7, a chunk a page. Holds one page in memory and some 20 bytes for every
 * page written. The same labels give the same bytes: no date, no random identifier.
 *
 * @throws RangeError if there are no labels, or one does not fit the planned symbol
 */
export async function* renderPdf(input: {
  readonly plan: OkPlan
  readonly subject: PrintSubject
  readonly labels: PrintLabels
  /** Lines at the edges of the paper along which labels are cut. */
  readonly cutMarks?: boolean
}): AsyncGenerator<Uint8Array> {
  // Only here are the font files needed; the import keeps them out of the main bundle.
  const { pdfFontObjects } = await import('./pdf/pdf-font.ts')
  const { plan, subject, labels } = input
  const file = pdfFile()
  const [catalog, root, resources, info] = [file.newId(), file.newId(), file.newId(), file.newId()]
  const [regular, semibold, form] = [file.newId(), file.newId(), file.newId()]
  const content = pageContent(plan, { beneath: input.cutMarks === true ? cutMarks(plan) : '' })
  const nodes: PageNode[] = []
  const refs = { root, resources, mediaBox: mediaBox(plan) }

  for await (const chunk of labels) {
    for (const label of chunk) {
      content.add(label)
      if (content.count() < content.capacity) continue
      if (nodes.length === 0) yield file.header()
      yield* page({ file, refs, nodes, content: content.take() })
    }
  }
  if (content.count() > 0) {
    if (nodes.length === 0) yield file.header()
    yield* page({ file, refs, nodes, content: content.take() })
  }
  const count = nodes.reduce((sum, node) => sum + node.pages.length, 0)
  if (count === 0) throw new RangeError('there are no labels to print')

  for (const node of nodes)
    yield treeNode({ file, ...node, count: node.pages.length, parent: root })
  yield treeNode({ file, id: root, pages: nodes.map((node) => node.id), count, parent: null })
  yield* pdfFontObjects({ file, id: regular, weight: 'regular' })
  yield* pdfFontObjects({ file, id: semibold, weight: 'semibold' })
  const fonts = `/Font<</R ${regular} 0 R/B ${semibold} 0 R>>`
  yield file.stream(form, ...stickerForm(plan.sticker, fonts))
  yield file.object(resources, `<<${fonts}/XObject<</T ${form} 0 R>>>>`)
  const title = `Tem ${groupedRef(subject.ref)} – ${oneLine(subject.productName)}`
  yield file.object(info, `<</Title ${textString(title)}>>`)
  // Scaling would move the codes off the stickers and shrink their modules.
  const preferences = '/ViewerPreferences<</PrintScaling/None/DisplayDocTitle true>>'
  yield file.object(catalog, `<</Type/Catalog/Pages ${root} 0 R/Lang(vi-VN)${preferences}>>`)
  yield file.trailer(`/Root ${catalog} 0 R/Info ${info} 0 R`)
}

function* page(input: {
  readonly file: PdfFile
  readonly refs: { readonly resources: number; readonly mediaBox: string }
  readonly nodes: PageNode[]
  readonly content: Uint8Array
}): Generator<Uint8Array> {
  const { file, refs, nodes, content } = input
  const last = nodes.at(-1)
  const node =
    last !== undefined && last.pages.length < PAGES_PER_NODE
      ? last
      : { id: file.newId(), pages: [] }
  if (node !== last) nodes.push(node)
  const [id, stream] = [file.newId(), file.newId()]
  node.pages.push(id)
  yield file.object(
    id,
    `<</Type/Page/Parent ${node.id} 0 R/Resources ${refs.resources} 0 R/MediaBox${refs.mediaBox}/Contents ${stream} 0 R>>`,
  )
  yield file.stream(stream, '/Filter/FlateDecode', zlibSync(content))
}

/** The paper in points. */
function mediaBox({ layout: { paper } }: OkPlan): string {
  const points = (mm: number) => decimal(mm / MM_PER_PT, 3)
  return `[0 0 ${points(paper.widthMm)} ${points(paper.heightMm)}]`
}

function treeNode(input: {
  readonly file: PdfFile
  readonly id: number
  readonly pages: readonly number[]
  readonly count: number
  readonly parent: number | null
}): Uint8Array {
  const { file, id, pages, count, parent } = input
  const kids = pages.map((page) => `${page} 0 R`).join(' ')
  const up = parent === null ? '' : `/Parent ${parent} 0 R`
  return file.object(id, `<</Type/Pages${up}/Count ${count}/Kids[${kids}]>>`)
}

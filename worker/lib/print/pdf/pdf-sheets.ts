import { zlibSync } from 'fflate'
import { base64Bytes, decimal } from '../bytes.ts'
import { MM_PER_PT } from '../fit-column.ts'
import { oneLine } from '../font.ts'
import type { PrintLabels, PrintSubject } from '../label.ts'
import type { OkPlan } from '../plan-sheet.ts'
import type { PrintLogo } from '../print-logo.ts'
import { groupedRef } from '../sticker-content.ts'
import { cutMarks } from './cut-marks.ts'
import { pdfFile } from './pdf-file.ts'
import { pageContent } from './pdf-page.ts'
import { textString } from './pdf-text.ts'
import { stickerForm } from './sticker-form.ts'

/** Children of a node of the page tree; keeps every node short however long the run. */
const PAGES_PER_NODE = 128

/** Numbers of the objects there is one of. */
const [CATALOG, ROOT, RESOURCES, INFO, REGULAR, SEMIBOLD, FORM] = [1, 2, 3, 4, 5, 6, 7] as const

/** Every node, page and drawing has its number by its place, so that a part needs none but its own. */
const nodeId = (node: number) => FORM + 1 + node * (1 + 2 * PAGES_PER_NODE)
const pageId = (page: number) =>
  nodeId(Math.floor(page / PAGES_PER_NODE)) + 1 + 2 * (page % PAGES_PER_NODE)

/** What the end of a file must know of a page: where its two objects start. */
export type PageOffsets = readonly [page: number, content: number]

export type PdfSheets = {
  readonly labelsPerPage: number
  /** Whole pages of the labels; the last page of all may hold fewer. Sheets are asked once. */
  readonly pages: (labels: PrintLabels) => AsyncGenerator<Uint8Array>
  /** Of the pages that were written here. */
  readonly offsets: () => readonly PageOffsets[]
  /** All that follows the pages, whose offsets are given from the first page on. */
  readonly end: (offsets: readonly PageOffsets[]) => AsyncGenerator<Uint8Array>
}

/**
 * Sheets of stickers as PDF 1.7, written from a place in the file on. The same labels give the same
 * bytes, whatever the parts: no date, no random identifier.
 */
export function pdfSheets(input: {
  readonly plan: OkPlan
  readonly subject: PrintSubject
  readonly cutMarks?: boolean
  readonly from?: { readonly pages: number; readonly length: number }
}): PdfSheets {
  const { plan, subject, from = { pages: 0, length: 0 } } = input
  const file = pdfFile(from)
  const content = pageContent(plan, { beneath: input.cutMarks === true ? cutMarks(plan) : '' })
  const shared = `/Resources ${RESOURCES} 0 R/MediaBox${mediaBox(plan)}`
  const offsets: PageOffsets[] = []

  function* page(): Generator<Uint8Array> {
    const number = from.pages + offsets.length
    if (number === 0) yield file.header()
    const id = pageId(number)
    const parent = nodeId(Math.floor(number / PAGES_PER_NODE))
    const start = file.length()
    yield file.object(id, `<</Type/Page/Parent ${parent} 0 R${shared}/Contents ${id + 1} 0 R>>`)
    offsets.push([start, file.length()])
    yield file.stream(id + 1, '/Filter/FlateDecode', zlibSync(content.take()))
  }

  return {
    labelsPerPage: content.capacity,
    offsets: () => offsets,
    pages: async function* (labels) {
      for await (const chunk of labels) {
        for (const label of chunk) {
          content.add(label)
          if (content.count() === content.capacity) yield* page()
        }
      }
      if (content.count() > 0) yield* page()
    },
    end: async function* (all) {
      // Only here are the font files needed; the import keeps them out of the main bundle.
      const { pdfFontObjects } = await import('./pdf-font.ts')
      all.forEach(([start, drawing], number) => {
        file.startsAt(pageId(number), start)
        file.startsAt(pageId(number) + 1, drawing)
      })
      const numbers = Array.from({ length: Math.ceil(all.length / PAGES_PER_NODE) }, (_, n) => n)
      for (const node of numbers) {
        const first = node * PAGES_PER_NODE
        const count = Math.min(PAGES_PER_NODE, all.length - first)
        const kids = Array.from({ length: count }, (_, at) => pageId(first + at))
        yield file.object(nodeId(node), treeNode({ kids, count, parent: ROOT }))
      }
      const root = { kids: numbers.map(nodeId), count: all.length, parent: null }
      yield file.object(ROOT, treeNode(root))
      yield* pdfFontObjects({ file, id: REGULAR, weight: 'regular' })
      yield* pdfFontObjects({ file, id: SEMIBOLD, weight: 'semibold' })
      const fonts = `/Font<</R ${REGULAR} 0 R/B ${SEMIBOLD} 0 R>>`
      const { picture } = plan.sticker
      const logoId = picture === null ? null : file.newId()
      if (picture !== null && logoId !== null) {
        yield file.stream(logoId, ...logoImage(picture.picture))
      }
      const logo = logoId === null ? '' : `/XObject<</L ${logoId} 0 R>>`
      yield file.stream(FORM, ...stickerForm(plan.sticker, `${fonts}${logo}`))
      yield file.object(RESOURCES, `<<${fonts}/XObject<</T ${FORM} 0 R>>>>`)
      const title = `Tem ${groupedRef(subject.ref)} – ${oneLine(subject.productName)}`
      yield file.object(INFO, `<</Title ${textString(title)}>>`)
      // Scaling would move the codes off the stickers and shrink their modules.
      const preferences = '/ViewerPreferences<</PrintScaling/None/DisplayDocTitle true>>'
      yield file.object(CATALOG, `<</Type/Catalog/Pages ${ROOT} 0 R/Lang(vi-VN)${preferences}>>`)
      yield file.trailer(`/Root ${CATALOG} 0 R/Info ${INFO} 0 R`)
    },
  }
}

/** One bit a dot, painted where it is dark and nowhere else (ISO 32000-1, 8.9.6.2). */
function logoImage({ width, height, base64 }: PrintLogo): [string, Uint8Array] {
  const size = `/Width ${width}/Height ${height}`
  const entries = `/Type/XObject/Subtype/Image${size}/ImageMask true/Decode[1 0]/Filter/FlateDecode`
  return [entries, zlibSync(base64Bytes(base64))]
}

/** The paper in points. */
function mediaBox({ layout: { paper } }: OkPlan): string {
  const points = (mm: number) => decimal(mm / MM_PER_PT, 3)
  return `[0 0 ${points(paper.widthMm)} ${points(paper.heightMm)}]`
}

function treeNode(node: {
  readonly kids: readonly number[]
  readonly count: number
  readonly parent: number | null
}): string {
  const kids = node.kids.map((kid) => `${kid} 0 R`).join(' ')
  const up = node.parent === null ? '' : `/Parent ${node.parent} 0 R`
  return `<</Type/Pages${up}/Count ${node.count}/Kids[${kids}]>>`
}

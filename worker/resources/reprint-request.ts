import { LABELS_COPY as W } from '../copy/portal/labels.ts'
import { choice, line } from './fields.ts'
import { optionalCount } from './number-fields.ts'

/** What somebody asks who prints a part of a run again. */
export const REPRINT_REQUEST = {
  fields: {
    from: optionalCount({ label: W.from, hint: W.rangeHint, row: 'range' }),
    to: optionalCount({ label: W.to, row: 'range' }),
    /** One of those offered: see `labelStocks`. */
    stock: line({ label: W.stock, max: 60 }),
    format: choice({
      label: W.format,
      hint: W.pdfHint,
      choices: { pdf: W.pdf, zpl203: W.zpl203, zpl300: W.zpl300, csv: W.csv, svg: W.svg },
    }),
    marks: choice({ label: W.marks, choices: { no: W.marksNone, yes: W.marksSheet } }),
  },
}

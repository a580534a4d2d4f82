import { SaxesParser } from 'saxes'
import { SheetProblemError } from '../problem.ts'

export interface XmlHandlers {
  /** `name` is the local name, without a namespace prefix. */
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

export interface XmlSink {
  write(text: string): void
  end(): void
}

/**
 * A strict XML parser for the parts of a workbook. A document type declaration is refused at once:
 * Office never writes one, and entities are how small files are made to grow. Only the five
 * predefined entities and character references exist here.
 */
export function xmlSink(part: string, handlers: XmlHandlers): XmlSink {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({
    position: false,
    xmlns: false,
  })
  parser.on('doctype', () => {
    throw new SheetProblemError('doctype', part)
  })
  parser.on('error', (error) => {
    throw new SheetProblemError('broken_xml', `${part}: ${error.message}`)
  })
  const watch = watchGrowth(part)
  parser.on('attribute', watch.attribute)
  parser.on('opentag', (tag) => {
    watch.open()
    handlers.open(localName(tag.name), tag.attributes)
  })
  const { text, close } = handlers
  if (text !== undefined) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  parser.on('closetag', (tag) => {
    watch.close()
    close?.(localName(tag.name))
  })
  return {
    write: (chunk) => {
      for (let at = 0; at < chunk.length; at += SLICE) {
        const slice = chunk.slice(at, at + SLICE)
        parser.write(slice)
        watch.written(slice.length)
      }
    },
    end: () => {
      parser.close()
    },
  }
}

/** Workbooks nest some ten deep and give an element some twenty attributes. */
const MAX_DEPTH = 64
const MAX_ATTRIBUTES = 256
/** Characters without a tag in between: more than any cell, comment or attribute needs. */
const MAX_BETWEEN_TAGS = 1_000_000
const SLICE = 262_144

/** Refuses what a parser would have to hold in memory before anything can be told about it. */
function watchGrowth(part: string) {
  let depth = 0
  let attributes = 0
  let between = 0
  const bomb = (what: string) => new SheetProblemError('zip_bomb', `${part}: ${what}`)
  return {
    attribute: () => {
      attributes += 1
      if (attributes > MAX_ATTRIBUTES) throw bomb('attributes')
    },
    open: () => {
      depth += 1
      attributes = 0
      between = 0
      if (depth > MAX_DEPTH) throw bomb('depth')
    },
    close: () => {
      depth -= 1
      between = 0
    },
    written: (length: number) => {
      between += length
      if (between > MAX_BETWEEN_TAGS) throw bomb('no tags')
    },
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

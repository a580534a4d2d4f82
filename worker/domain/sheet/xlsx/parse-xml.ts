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
  parser.on('opentag', (tag) => handlers.open(localName(tag.name), tag.attributes))
  const { text, close } = handlers
  if (text !== undefined) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  if (close !== undefined) parser.on('closetag', (tag) => close(localName(tag.name)))
  return {
    write: (chunk) => {
      parser.write(chunk)
    },
    end: () => {
      parser.close()
    },
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

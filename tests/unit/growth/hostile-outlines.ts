import { readBoundary } from '../../support/at-once.ts'
import { repeated } from './hostile-bytes.ts'
import type { HostileFile } from './measure-file.ts'

const MOST = 5 * 1024 * 1024 - 1_000
const COORDINATES = {
  before: '<kml><Polygon><outerBoundaryIs><LinearRing><coordinates>',
  after: '</coordinates></LinearRing></outerBoundaryIs></Polygon></kml>',
}
const RING = {
  before: '{"type":"Polygon","coordinates":[[',
  after: '[105,10]]]}',
}
const CORNERS = { before: '10.5 105.5\n' }

function inside(unit: string): Pick<HostileFile, 'bytes'> {
  return { bytes: (length) => repeated(unit, length, COORDINATES) }
}

function kml(unit: string, after = ''): Pick<HostileFile, 'bytes'> {
  return { bytes: (length) => repeated(unit, length, { before: '<kml>', after }) }
}

function json(unit: string, ends: { before?: string; after?: string } = {}) {
  return { bytes: (length: number) => repeated(unit, length, ends) }
}

function corners(unit: string) {
  return { bytes: (length: number) => repeated(unit, length, CORNERS) }
}

const FILES: Record<string, Pick<HostileFile, 'bytes'>> = {
  'blanks between coordinates': inside(' '),
  'blanks after a number': {
    bytes: (length) => repeated(' ', length, { ...COORDINATES, before: `${COORDINATES.before}1` }),
  },
  'tabs and line breaks': inside('\t\r\n'),
  commas: inside(','),
  'blanks and commas': inside(' ,'),
  numbers: inside('1 '),
  digits: inside('9'),
  'line breaks of XML 1.1': {
    bytes: (length) =>
      repeated('\u0085\u2028', length, {
        ...COORDINATES,
        before: `<?xml version="1.1"?>${COORDINATES.before}`,
      }),
  },
  tuples: inside('105.1,10.1 '),
  'tuples without blanks': inside('105.1,10.1,'),
  'signs of entities': inside('&amp;'),
  'half an entity': inside('&'),
  'sections of characters': inside('<![CDATA[1]]>'),
  'invisible characters': inside('\u200b'),
  marks: inside('\u0301\u0323'),
  'signs of a tag': kml('<'),
  'tags never closed': kml('<Placemark>'),
  'tags closed only': kml('</Placemark>'),
  'empty tags': kml('<a/>', '</kml>'),
  'empty polygons': kml(
    '<Polygon><outerBoundaryIs><coordinates>1</coordinates></outerBoundaryIs></Polygon>',
    '</kml>',
  ),
  holes: {
    bytes: (length) =>
      repeated('<innerBoundaryIs><coordinates>1,1</coordinates></innerBoundaryIs>', length, {
        before: '<kml><Polygon>',
        after: '</Polygon></kml>',
      }),
  },
  attributes: json(' a="1"', { before: '<kml', after: '/>' }),
  'one long attribute': json('a', { before: '<kml a="', after: '"/>' }),
  'a comment never closed': json('-', { before: '<kml><!--' }),
  'one long name': json('a', { before: '<' }),
  instructions: kml('<?a b?>', '</kml>'),
  'lists in lists': json('['),
  'lists of nothing': json('[],', { before: '[', after: '[]]' }),
  'objects of nothing': json('{},', { before: '[', after: '{}]' }),
  members: json('"a":1,', { before: '{', after: '"b":1}' }),
  'numbers for positions': json('1,', RING),
  positions: json('[105,10],', RING),
  'a text never closed': json('a', { before: '{"' }),
  backslashes: json('\\', { before: '{"' }),
  'systems in features': json('{"crs":{"properties":{"name":"EPSG:4756"}}},', {
    before: '{"type":"FeatureCollection","features":[',
    after: '1]}',
  }),
  'features without a shape': json('{"type":"Feature"},', {
    before: '{"type":"FeatureCollection","features":[',
    after: '1]}',
  }),
  'digits in a line': corners('1'),
  'numbers in a line': corners('1.1 '),
  lines: corners('1\n'),
  corners: corners('10.5 105.5\n'),
  'corners in metres': corners('1150000.12 550000.34\n'),
  'figures of metres in a line': corners('1.150.000,'),
  'minus signs': corners('- '),
  'letters of sides': corners('N S'),
  'line breaks': corners('\n'),
  points: corners('.'),
  degrees: corners('1°'),
  'minutes in a line': corners("1°1'"),
  'blank lines': corners(' \n'),
}

/** What people could send as an outline, as large as it may be. */
export const HOSTILE_OUTLINES: readonly HostileFile[] = Object.entries(FILES).map(
  ([name, { bytes }]) => ({
    name,
    most: MOST,
    bytes,
    read: (given) => {
      const reading = readBoundary(given)
      return reading.ok ? 'ok' : reading.problem.code
    },
  }),
)

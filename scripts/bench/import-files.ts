const MIB = 1024 * 1024
/** As many rows as the portal takes of a list, nearly. */
const LIST_ROWS = 29_000
const LIST_BYTES = 15 * MIB
const BOUNDARY_BYTES = 5 * MIB
const CORNERS = 19_000

const COLUMNS = [
  ...['Mã số', 'Loại mã', 'Tên vùng trồng', 'Chủ sở hữu', 'Xã', 'Tỉnh', 'Cây trồng'],
  ...['Diện tích (ha)', 'Thị trường', 'Trạng thái', 'Ngày cấp', 'Số quyết định', 'Ghi chú'],
]

/** A list of codes as large as the portal takes, with a note in each row; no two lists share a code. */
export function largeList(number: number): Uint8Array<ArrayBuffer> {
  const letters = String.fromCharCode(65 + (number % 26), 65 + (Math.floor(number / 26) % 26))
  const note = 'Kiểm tra định kỳ, hồ sơ lưu tại trạm; đường vào vùng trồng theo bờ kênh. '
  const rows = Array.from({ length: LIST_ROWS }, (_, i) => {
    const holder = `HTX Nông nghiệp Đo Lường ${i % 400}`
    const cells = [
      ...[`VN-${letters}OR-${10_000 + i}`, 'Vùng trồng', `Vùng đo lường ${number}-${i}`, holder],
      ...['Xã Chợ Mới', 'An Giang', 'Xoài', '12,5', 'Trung Quốc', 'Đang hoạt động'],
      ...['01/02/2025', `${i}/QĐ-BVTV`],
    ]
    return cells.join(';')
  })
  const bytesOf = (text: string) => new TextEncoder().encode(text).length
  const plain = bytesOf(rows.join('\n')) + bytesOf(COLUMNS.join(';')) + 4 * LIST_ROWS
  const times = Math.floor((LIST_BYTES - plain) / LIST_ROWS / bytesOf(note))
  const lines = rows.map((row) => `${row};"${note.repeat(times)}"`)
  return new TextEncoder().encode([COLUMNS.join(';'), ...lines].join('\n'))
}

/** A KML of one outline with as many corners as are taken, and descriptions up to the largest file. */
export function largeBoundary(): Uint8Array<ArrayBuffer> {
  const corners = Array.from({ length: CORNERS + 1 }, (_, i) => {
    const angle = (2 * Math.PI * (i % CORNERS)) / CORNERS
    const lng = 105.4 + 0.3 * Math.cos(angle)
    const lat = 10.4 + 0.3 * Math.sin(angle)
    return `${lng.toFixed(12)},${lat.toFixed(12)},0`
  })
  const outline = `<Placemark><name>Vùng đo lường</name><Polygon><outerBoundaryIs><LinearRing><coordinates>\n${corners.join('\n')}\n</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`
  const head =
    '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
  const tail = '</Document></kml>'
  const about = (i: number) =>
    `<Placemark><name>Mốc ${i}</name><description>${'Ghi chú thực địa tại mốc này, do tổ đo vẽ lập. '.repeat(8)}</description><Point><coordinates>105.4,10.4,0</coordinates></Point></Placemark>\n`
  const room = BOUNDARY_BYTES - new TextEncoder().encode(head + outline + tail).length
  const each = new TextEncoder().encode(about(10_000)).length
  const points = Array.from({ length: Math.floor(room / each) }, (_, i) => about(i))
  return new TextEncoder().encode(head + points.join('') + outline + tail)
}

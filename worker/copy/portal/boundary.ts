import type { BoundaryProblemCode } from '../../lib/geo/boundary-problem.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

/** Why a boundary is not taken and what to do about it. */
export const BOUNDARY_PROBLEMS = {
  empty: {
    vi: 'Chưa có ranh giới nào trong tệp hoặc ô dán.',
    en: 'There is no boundary in the file or the box.',
    zh: '文件或文本框中没有边界。',
  },
  too_large: {
    vi: 'Tệp ranh giới quá lớn; nhiều nhất 5 MB.',
    en: 'The boundary file is too large; at most 5 MB.',
    zh: '边界文件过大，最多 5 MB。',
  },
  kmz: {
    vi: 'Tệp nén (.kmz, .zip) này không có tệp .kml bên trong hoặc bị hỏng. Hãy xuất ranh giới thành KML, KMZ hoặc GeoJSON rồi gửi lại.',
    en: 'This compressed file holds no .kml or is damaged. Export the boundary as KML, KMZ or GeoJSON and send it again.',
    zh: '该压缩文件中没有 .kml 或已损坏。请将边界导出为 KML、KMZ 或 GeoJSON 后重新提交。',
  },
  web_page: {
    vi: 'Đây là một trang web, không phải tệp bản đồ (có thể là trang đăng nhập). Hãy tải lại tệp rồi gửi.',
    en: 'This is a web page, perhaps one to log in, and no map file. Download the file again and send it.',
    zh: '这是网页（可能是登录页），不是地图文件。请重新下载后提交。',
  },
  wkt: {
    vi: 'Đây là ranh giới dạng WKT, chưa đọc được. Hãy xuất lại thành KML hoặc GeoJSON.',
    en: 'This is a boundary as WKT, which is not read here. Export it as KML or GeoJSON.',
    zh: '这是 WKT 格式的边界，暂不支持。请导出为 KML 或 GeoJSON。',
  },
  esri_json: {
    vi: 'Đây là tệp Esri JSON, chưa đọc được. Hãy xuất lại thành GeoJSON hoặc KML.',
    en: 'This is Esri JSON, which is not read here. Export it as GeoJSON or KML.',
    zh: '这是 Esri JSON 文件，暂不支持。请导出为 GeoJSON 或 KML。',
  },
  topo_json: {
    vi: 'Đây là tệp TopoJSON, chưa đọc được. Hãy xuất lại thành GeoJSON hoặc KML.',
    en: 'This is TopoJSON, which is not read here. Export it as GeoJSON or KML.',
    zh: '这是 TopoJSON 文件，暂不支持。请导出为 GeoJSON 或 KML。',
  },
  which_meridian: {
    vi: 'Tọa độ đang ghi bằng mét. Bản đồ của tỉnh này có nhiều kinh tuyến trục: {where}. Hãy chọn hệ tọa độ đúng trong giấy tờ rồi xem lại.',
    en: 'The coordinates are in metres. Maps of this province have several central meridians: {where}. Choose the one your papers name, then look again.',
    zh: '坐标以米为单位。该省地图有多条中央子午线：{where}。请按证件选择坐标系后重新查看。',
  },
  json_lines: {
    vi: 'Tệp có nhiều GeoJSON nối nhau, mỗi dòng một hình. Hãy xuất lại thành một FeatureCollection.',
    en: 'The file holds one GeoJSON a line. Export it as one FeatureCollection.',
    zh: '文件每行是一个 GeoJSON。请导出为一个 FeatureCollection。',
  },
  other_system: {
    vi: 'Tọa độ theo hệ “{where}”, không phải WGS84. Hãy chuyển sang WGS84 (EPSG:4326) rồi gửi lại.',
    en: 'The coordinates are in “{where}” and not in WGS84. Convert them to WGS84 (EPSG:4326) and send them again.',
    zh: '坐标系为“{where}”，不是 WGS84。请转换为 WGS84（EPSG:4326）后重新提交。',
  },
  unknown_format: {
    vi: 'Không nhận ra dạng ranh giới. Hãy gửi tệp KML, GeoJSON hoặc danh sách tọa độ góc (mỗi dòng một góc).',
    en: 'This is no boundary we can read. Send KML, GeoJSON or a list of corner points, one a line.',
    zh: '无法识别边界格式。请提交 KML、GeoJSON 或角点坐标列表（每行一个）。',
  },
  entities: {
    vi: 'Tệp KML có khai báo DOCTYPE hoặc ENTITY nên không nhận, để giữ an toàn. Hãy xuất lại tệp từ phần mềm bản đồ.',
    en: 'The KML holds a DOCTYPE or ENTITY declaration and is refused for safety. Export it again from the map program.',
    zh: 'KML 含有 DOCTYPE 或 ENTITY 声明，出于安全不予接受。请从地图软件重新导出。',
  },
  broken_xml: {
    vi: 'Tệp KML bị hỏng hoặc chưa đủ. Hãy lấy lại tệp gốc.',
    en: 'The KML is damaged or incomplete. Get the original again.',
    zh: 'KML 文件损坏或不完整，请重新获取原文件。',
  },
  broken_json: {
    vi: 'Tệp GeoJSON bị hỏng hoặc chưa đủ. Hãy lấy lại tệp gốc.',
    en: 'The GeoJSON is damaged or incomplete. Get the original again.',
    zh: 'GeoJSON 文件损坏或不完整，请重新获取原文件。',
  },
  no_polygon: {
    vi: 'Tệp không có hình khép kín nào, chỉ có điểm hoặc đường. Hãy vẽ ranh giới bằng công cụ đa giác.',
    en: 'The file holds no closed shape, only points or lines. Draw the boundary with the polygon tool.',
    zh: '文件中没有封闭图形，只有点或线。请用多边形工具绘制边界。',
  },
  two_outlines: {
    vi: 'Có một hình với hai đường bao ngoài. Hãy vẽ mỗi đường bao thành một đa giác riêng.',
    en: 'One shape has two outer lines. Draw each of them as a polygon of its own.',
    zh: '有一个图形含两条外边界。请将每条外边界画成单独的多边形。',
  },
  too_many_vertices: {
    vi: 'Ranh giới có hơn 20.000 điểm. Hãy giảm bớt điểm rồi gửi lại.',
    en: 'The boundary has more than 20,000 corners. Simplify it and send it again.',
    zh: '边界超过 20,000 个点，请简化后重新提交。',
  },
  too_many_parts: {
    vi: 'Tệp có quá nhiều mảnh rời hoặc lồng nhau. Hãy gộp thành một ranh giới chung.',
    en: 'The file holds too many or too deeply nested parts. Join them into one outline.',
    zh: '文件中的图形过多或嵌套过深，请合并为一个边界。',
  },
  too_many_rings: {
    vi: 'Ranh giới có hơn 1.000 đường khép kín, tính cả phần khoét. Hãy bỏ bớt phần khoét nhỏ.',
    en: 'The boundary has more than 1,000 closed lines, holes included. Leave out the small holes.',
    zh: '边界含有超过 1,000 条闭合线（包括内孔），请去掉小的内孔。',
  },
  too_many_elements: {
    vi: 'Tệp KML có hơn 100.000 thẻ và thuộc tính. Hãy chỉ xuất ranh giới cần gửi.',
    en: 'The KML holds more than 100,000 tags and attributes. Export nothing but the boundary.',
    zh: 'KML 的标签和属性超过 100,000 个。请只导出所需边界。',
  },
  too_many_members: {
    vi: 'Tệp GeoJSON có quá nhiều phần tử (nhiều nhất 200.000 danh sách, 500.000 giá trị). Hãy chỉ xuất ranh giới cần gửi.',
    en: 'The GeoJSON holds too much: at most 200,000 lists and 500,000 values. Export nothing but the boundary.',
    zh: 'GeoJSON 内容过多（最多 200,000 个列表、500,000 个值）。请只导出所需边界。',
  },
  line_too_long: {
    vi: 'Có dòng tọa độ dài quá 500 ký tự. Hãy ghi mỗi góc một dòng.',
    en: 'A line of coordinates is longer than 500 characters. Write one corner a line.',
    zh: '有坐标行超过 500 个字符。请每行填写一个角点。',
  },
  bad_number: {
    vi: 'Không đọc được tọa độ “{where}”. Hãy ghi vĩ độ, kinh độ theo độ thập phân, ví dụ 10,512345; 105,432100.',
    en: 'The coordinates “{where}” cannot be read. Write latitude and longitude in decimal degrees, such as 10.512345; 105.432100.',
    zh: '无法读取坐标“{where}”。请用十进制度填写纬度、经度，如 10.512345; 105.432100。',
  },
  swapped: {
    vi: 'Vĩ độ và kinh độ có vẻ bị đổi chỗ. KML và GeoJSON ghi kinh độ trước (102–118), vĩ độ sau (6–24).',
    en: 'Latitude and longitude look swapped. KML and GeoJSON give longitude (102–118) first, then latitude (6–24).',
    zh: '经纬度似乎颠倒。KML 和 GeoJSON 先写经度（102–118），后写纬度（6–24）。',
  },
  metres: {
    vi: 'Tọa độ đang ghi bằng mét (VN-2000 hoặc UTM). Hãy chọn hệ tọa độ, kinh tuyến trục ghi trong giấy tờ rồi xem lại.',
    en: 'The coordinates are in metres (VN-2000 or UTM). Choose the system and central meridian your papers name, then look again.',
    zh: '坐标以米为单位（VN-2000 或 UTM）。请选择证件上注明的坐标系和中央子午线后重新查看。',
  },
  outside_vietnam: {
    vi: 'Có điểm nằm ngoài Việt Nam: {where}.',
    en: 'A corner lies outside Viet Nam: {where}.',
    zh: '有点位于越南境外：{where}。',
  },
  too_wide: {
    vi: 'Ranh giới rộng hơn cả một tỉnh. Hãy kiểm tra lại tọa độ.',
    en: 'The boundary is wider than a province. Check the coordinates.',
    zh: '边界比一个省还大，请检查坐标。',
  },
  too_few_corners: {
    vi: 'Ranh giới cần ít nhất ba góc khác nhau.',
    en: 'A boundary needs at least three different corners.',
    zh: '边界至少需要三个不同的角点。',
  },
  self_crossing: {
    vi: 'Đường ranh giới tự cắt hoặc tự chạm, gần điểm {where}. Hãy sửa lại thứ tự các góc.',
    en: 'The boundary crosses or touches itself near {where}. Mend the order of its corners.',
    zh: '边界线在 {where} 附近自相交或自接触，请修正角点顺序。',
  },
  too_tangled: {
    vi: 'Đường ranh giới quá rối, các đoạn đan vào nhau. Hãy vẽ lại.',
    en: 'The lines of the boundary are too tangled. Draw it again.',
    zh: '边界线过于杂乱，请重新绘制。',
  },
  hole_outside: {
    vi: 'Có phần khoét nằm ngoài ranh giới. Hãy vẽ lại phần khoét.',
    en: 'A hole lies outside the outline. Draw the hole again.',
    zh: '有内孔位于边界之外，请重新绘制。',
  },
  zero_area: {
    vi: 'Ranh giới không có diện tích. Hãy kiểm tra lại các góc.',
    en: 'The boundary has no area. Check its corners.',
    zh: '边界面积为零，请检查角点。',
  },
  parts_overlap: {
    vi: 'Các hình trong tệp chồng lên nhau khoảng {ha} ha. Nếu tệp có cả ranh giới chung lẫn từng thửa, hãy chỉ giữ ranh giới chung.',
    en: 'Shapes in the file overlap by about {ha} ha. Where it holds both the outline and the plots, keep the outline only.',
    zh: '文件中的图形重叠约 {ha} 公顷。若同时含有总边界和各地块，请只保留总边界。',
  },
} as const satisfies Record<BoundaryProblemCode, LocalText>

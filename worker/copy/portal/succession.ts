import type { LocalText } from '../../lib/text/local-text.ts'

/** Why a row of a list of successions is refused. */
export const SUCCESSION_FAULTS = {
  future: {
    vi: 'Chưa đến ngày có hiệu lực; hãy chạy lại từ ngày ấy.',
    en: 'It is not in force yet; run this again from that day on.',
    zh: '尚未生效，请自生效之日起再执行。',
  },
  unknown_old: {
    vi: 'Không có đơn vị nào đang có mã này.',
    en: 'No unit in force has this number.',
    zh: '现行单位中没有此代码。',
  },
  ended: {
    vi: '{name} đã hết hiệu lực từ {on} theo một lần cập nhật trước.',
    en: '{name} ended on {on} by an earlier list.',
    zh: '{name} 已于 {on} 按先前的更新失效。',
  },
  other_old_name: {
    vi: 'Mã này nay là {unit}, trong tệp ghi “{name}”. Mã số được dùng lại qua các lần sắp xếp; hãy đối chiếu văn bản.',
    en: 'This number is now {unit}, the file says “{name}”. Numbers are used again; compare the decree.',
    zh: '此代码现为 {unit}，文件中为“{name}”。代码会重复使用，请核对文件。',
  },
  too_early: {
    vi: '{name} chỉ có từ {on}, nên phải thay sau ngày đó.',
    en: '{name} exists only since {on}, so what takes its place must come later.',
    zh: '{name} 自 {on} 起才存在，变更日期须晚于此日。',
  },
  same: {
    vi: 'Đơn vị này trỏ về chính nó mà không đổi tên, không đổi tỉnh và không nhập thêm đơn vị nào.',
    en: 'This unit becomes itself: neither name nor province changes and nothing joins it.',
    zh: '该单位指向自身，名称、省份均未变，也无其他单位并入。',
  },
  chain: {
    vi: 'Đơn vị mới {name} lại bị thay trong cùng ngày. Hãy ghi thẳng đơn vị cuối cùng, hoặc thêm dòng cho biết {name} giữ mã của mình.',
    en: 'The new unit {name} itself ends on the same day. Name the last unit, or add a row that says {name} keeps its number.',
    zh: '新单位 {name} 在同一天又被取代。请直接填写最终单位，或另加一行说明 {name} 保留其代码。',
  },
  other_name_in_force: {
    vi: 'Mã mới đang là {unit}, trong tệp ghi “{name}”. Nếu {unit} cũng đổi tên, hãy thêm dòng của chính nó.',
    en: 'The new number is {unit} now, the file says “{name}”. If {unit} changes its name too, add its own row.',
    zh: '新代码现为 {unit}，文件中为“{name}”。若 {unit} 也更名，请为其另加一行。',
  },
  target_later: {
    vi: '{name} chỉ có từ {on}, sau ngày hiệu lực của dòng này.',
    en: '{name} exists only since {on}, after the day of this row.',
    zh: '{name} 自 {on} 起才存在，晚于本行的生效日期。',
  },
  other_province: {
    vi: '{name} thuộc tỉnh mã {code}, không phải mã ghi ở dòng này.',
    en: '{name} lies in province {code}, not in the one this row names.',
    zh: '{name} 属于代码为 {code} 的省，与本行不符。',
  },
  code_taken: {
    vi: 'Mã mới còn là của {name} đến {on}.',
    en: 'The new number belonged to {name} until {on}.',
    zh: '新代码在 {on} 之前仍属于 {name}。',
  },
  kind_missing: {
    vi: 'Hãy ghi cả loại đơn vị trong tên mới, ví dụ “Xã Mỹ Hội Đông”, “Tỉnh An Giang”.',
    en: 'Write the kind of unit in the new name, as in “Xã Mỹ Hội Đông” or “Tỉnh An Giang”.',
    zh: '新名称须包含单位类别，例如“Xã Mỹ Hội Đông”“Tỉnh An Giang”。',
  },
  names_differ: {
    vi: 'Các dòng cùng mã mới này ghi tên mới khác nhau.',
    en: 'Rows with this new number give it different names.',
    zh: '相同新代码的各行名称不一致。',
  },
  provinces_differ: {
    vi: 'Các dòng cùng mã mới này thuộc các tỉnh khác nhau.',
    en: 'Rows with this new number put it into different provinces.',
    zh: '相同新代码的各行所属省份不一致。',
  },
  province_unknown: {
    vi: 'Từ ngày ấy không có tỉnh nào mang mã {code}.',
    en: 'No province has the number {code} from that day on.',
    zh: '自该日起没有代码为 {code} 的省。',
  },
  province_missing: {
    vi: 'Tỉnh cũ được chia nên hãy ghi mã tỉnh mới của xã này.',
    en: 'Its province is split; write the province it goes to.',
    zh: '原省已拆分，请填写该乡所属新省的代码。',
  },
  province_split: {
    vi: 'Tỉnh được chia và không giữ mã cũ, nên mỗi xã cần một dòng ghi mã tỉnh mới; còn thiếu {count} xã.',
    en: 'The province is split and keeps no number, so each commune needs a row with its province; {count} are missing.',
    zh: '该省拆分且不保留原代码，每个乡都须有一行注明新省代码；尚缺 {count} 个。',
  },
  sibling: {
    vi: 'Một dòng khác của cùng đơn vị cũ bị từ chối; các dòng của một đơn vị được nhận hoặc bỏ cùng nhau.',
    en: 'Another row of the same old unit is refused; rows of one unit are taken or left together.',
    zh: '同一原单位的另一行被拒绝；同一单位的各行须一并接受或拒绝。',
  },
} as const satisfies Record<string, LocalText>

/** What officers are told where a unit was split and somebody must say where each place lies now. */
export const SUCCESSION_MESSAGES = {
  title: {
    vi: '{old} được chia: {count} nơi cần chọn lại xã',
    en: '{old} is split: {count} places need a commune',
    zh: '{old} 已拆分：{count} 处场所需重新选择乡',
  },
  body: {
    vi: 'Theo {document}, từ {on} {old} được chia vào {into}. {count} vùng trồng, cơ sở vẫn đang ghi {old}. Hãy mở từng nơi, bấm sửa và chọn xã mới. Mã số và tem đã in không đổi.',
    en: 'By {document}, {old} is split into {into} from {on}. {count} growing areas and packing houses still stand under {old}. Open each, edit it and choose its commune. Codes and printed labels stay as they are.',
    zh: '根据 {document}，自 {on} 起 {old} 拆分为 {into}。仍有 {count} 个种植区和场所登记在 {old}。请逐一打开、编辑并选择新的乡。代码和已印标签不变。',
  },
} as const satisfies Record<string, LocalText>

/** English, Chinese. */
type Words = readonly [en: string, zh: string]

/** Options and arguments of one command, by its path and flag. */
export const OWN_OPTIONS: Readonly<Record<string, Words>> = {
  'accounts invite --role': ['role', '角色'],
  'accounts invite --province': [
    'code of the province looked after, such as 91',
    '负责的省份代码，例如 91',
  ],
  'accounts invite --commune': ['commune looked after', '负责的乡镇'],
  'audit verify --expect-head': [
    'a seal kept elsewhere, which must still be in the chain',
    '另行保存的封印，必须仍在链中',
  ],
  'backup <file>': [
    'file to write, such as goc.jsonl.gz; “-” is the screen',
    '输出文件，例如 goc.jsonl.gz；“-” 为屏幕',
  ],
  'restore <file>': ['the backup', '备份文件'],
  'batches recall --reason': ['why; buyers read it', '原因，买家可见'],
  'batches recall --withdraw': ['take the recall back', '撤回召回'],
  'batches code-use --code': ['the code the batch uses', '批次所用代码'],
  'batches code-use --decision': ['allow or refuse', 'allow 允许；refuse 不允许'],
  'batches code-use --reason': ['why; it stands on the labels', '原因，公布在标签上'],
  'batches override-interval --reason': ['why; it stands on the labels', '原因，公布在标签上'],
  'protection import --from': [
    'the day from which the list holds, where its rows do not say',
    '目录生效日期（各行未写明时）',
  ],
  'protection import --basis': [
    'the document it rests on, where its rows do not say',
    '依据文件（各行未写明时）',
  ],
  'certifications list --state': ['state', '状态'],
  'certifications confirm <id>': ['id of the certificate', '认证编号'],
  'certifications refuse <id>': ['id of the certificate', '认证编号'],
  'certifications refuse --reason': ['why', '原因'],
  'codes import --province': [
    'province, where only the title of the list says it',
    '省，若列表仅在标题中注明',
  ],
  'codes import --market': [
    'market, where only the title of the list says it',
    '市场，若列表仅在标题中注明',
  ],
  'codes status --set': [
    'active, suspended, revoked, cancelled, expired, pending_foreign_approval',
    'active、suspended、revoked、cancelled、expired、pending_foreign_approval',
  ],
  'codes status --from': ['effective from, YYYY-MM-DD', '生效日期，YYYY-MM-DD'],
  'codes status --wording-vi': ['public wording in Vietnamese', '越南语公布内容'],
  'codes status --wording-en': ['public wording in English', '英语公布内容'],
  'codes status --wording-zh': ['public wording in Chinese', '中文公布内容'],
  'codes status --amends': ['the decision it corrects', '所更正的决定'],
  'codes status --mistake': [
    'the corrected decision was a mistake; needed to correct a revocation or cancellation',
    '所更正的决定系误记；更正撤销或注销时需要',
  ],
  'codes status --expect-last': [
    'the last decision you saw; “none” where there was none',
    '所见的最后一项决定；没有则为 “none”',
  ],
  'codes reissue <old>': ['the old code', '旧代码'],
  'codes reissue <code>': ['the new code', '新代码'],
  'codes reissue --market': [
    'markets of the new code, which begins active',
    '新代码的市场；代码自始有效',
  ],
  'codes reissue --from': [
    'day of issue, on which the new code begins',
    '颁发日期，亦为新代码生效日',
  ],
  'codes reissue --why': [
    'owner, area, households, name, administrative',
    'owner、area、households、name、administrative',
  ],
  'codes reissue --old-ends': [
    'day on which the old code ends in a market; that of the new code unless given',
    '旧代码在某市场的失效日期；默认为新代码生效日',
  ],
  'codes export --province': ['province, by name or code', '省，按名称或代码'],
  'codes export --kind': ['growing areas or packing houses', '种植区或包装厂'],
  'codes export --crop': ['crop', '作物'],
  'codes export --status': ['status today', '今日状态'],
  'database recover --folder': [
    'folder of the sqld server (--db-path), where you run it yourself',
    '自行运行 sqld 时的目录（--db-path）',
  ],
  'database check --mend': [
    'mend what may be mended; append-only rows are only told',
    '修复可修复之处；只增不改的行仅提示',
  ],
  'diary list --area': [
    'of a growing area or packing house, by its code',
    '某种植区或包装厂，按代码',
  ],
  'diary list --organisation': [
    'of all places of an organisation (name or id)',
    '某单位的全部场所（名称或 id）',
  ],
  'diary import --area': [
    'growing-area code, where the table has no such column',
    '种植区代码（若表中无此列）',
  ],
  'diary correct --reason': ['why; public', '原因，公开'],
  'diary correct --on': ['day of the work, as 2026-03-05', '作业日期，如 2026-03-05'],
  'diary correct --kind': [
    'kind of work: planting, fertiliser, plant_protection, harvest, …',
    '作业类型：planting、fertiliser、plant_protection、harvest…',
  ],
  'diary correct --work': ['the work, as written in the book', '作业内容，如簿册所写'],
  'diary correct --unit': ['unit of the quantity', '数量单位'],
  'diary correct --interval': ['days of the pre-harvest interval', '安全间隔期天数'],
  'diary correct --plot': ['plot; "" takes it out', '地块；"" 为清除'],
  'diary correct --crop': ['crop; "" takes it out', '作物；"" 为清除'],
  'diary correct --product': ['pesticide or fertiliser; "" takes it out', '药剂或肥料；"" 为清除'],
  'diary correct --active-ingredient': [
    'active ingredient; "" takes it out',
    '有效成分；"" 为清除',
  ],
  'diary correct --dose': ['dose with its unit; "" takes it out', '用量及单位；"" 为清除'],
  'diary correct --method': ['method; "" takes it out', '方法；"" 为清除'],
  'diary correct --target-pest': ['target pest; "" takes it out', '防治对象；"" 为清除'],
  'diary correct --operator': ['who did it; "" takes it out', '操作人；"" 为清除'],
  'diary correct --note': ['remark; "" takes it out', '备注；"" 为清除'],
  'diary correct --batch': ['REF or lot number; "" takes it out', '批次编码或批号；"" 为清除'],
  'diary correct <id>': ['id of the entry (see diary list)', '记录 id（见 diary list）'],
  'keys rotate --authority': ['the issuing authority', '发行机关'],
  'keys rotate --lists': [
    'rotate the key of the status lists instead of the one that signs labels',
    '轮换状态列表的签名密钥，而非标签签名密钥',
  ],
  'keys rotate --papers': [
    'rotate the key of signed papers instead of the one that signs labels',
    '轮换签名文件的密钥，而非标签签名密钥',
  ],
  'keys rotate --revoke-old': [
    'with --lists or --papers: the old key got out; nobody is to believe it any more',
    '与 --lists 或 --papers 同用：旧密钥已泄露，不再可信',
  ],
  'keys rotate --lost-kek': [
    'the old GOC_KEK is lost for good: make a key under the present one',
    '旧 GOC_KEK 已丢失：以当前 GOC_KEK 新建密钥',
  ],
  'keys revoke <kid>': ['id of the key, three characters', '密钥 id，三个字符'],
  'keys revoke --from': [
    'instant, such as 2026-06-15T08:00:00+07:00',
    '时刻，例如 2026-06-15T08:00:00+07:00',
  ],
  'labels issue --count': [
    'number of labels; with --whole-batch copies of its one label',
    '标签数；与 --whole-batch 同用时为整批标签份数',
  ],
  'labels issue --whole-batch': ['one label for the whole batch', '整批通用标签'],
  'labels issue --pin': [
    'a PIN under a scratch layer on each label; it is in the file and kept nowhere',
    '每张标签一个刮开验证码；只在文件中，不保存',
  ],
  'labels issue --profile': ['kind of label', '标签类型'],
  'labels issue --confirm': [
    'what was looked at and is meant: more_than_harvested, packed_ahead',
    '已核对无误：more_than_harvested、packed_ahead',
  ],
  'labels void --kind': ['what happened', '发生的情况'],
  'labels restore --exception': ['id of what is taken back', '所撤回记录的 id'],
  'labels exceptions --all': ['those taken back too', '含已撤回的'],
  'map background <archive>': [
    '.pmtiles file, or an https address; nothing to see what is in use',
    '.pmtiles 文件或 https 地址；不填则查看当前底图',
  ],
  'map background --attribution': [
    'whose work it is, such as “© OpenStreetMap”; as the file says unless given',
    '来源署名，例如“© OpenStreetMap”；默认取文件所载',
  ],
  'map background --remove': ['remove the background in use', '移除当前底图'],
  'memberships add --member': ['name or id of the member', '成员名称或 id'],
  'memberships add --from': ['from, YYYY-MM-DD', '自，YYYY-MM-DD'],
  'memberships add --to': ['to the end of', '至'],
  'memberships end --to': ['last day; today unless given', '最后一日；默认今天'],
  'organisations list --find': [
    'words of the name, with or without accents',
    '名称中的字词，可不带声调',
  ],
  'organisations create --kind': ['kind', '类型'],
  'organisations create --name-consent-on': [
    'day on which the person agreed to be named',
    '本人同意公开姓名的日期',
  ],
  'organisations create --tax-no': ['tax number', '税号'],
  'organisations create --gln': ['GLN, 13 digits', 'GLN，13 位数字'],
  'organisations create --address': ['address', '地址'],
  'organisations create --hotline': ['telephone for the public', '公开电话'],
  'organisations create --confirm': [
    'what was looked at and is meant, such as same_name',
    '已核对无误，例如 same_name',
  ],
  'products update <id>': ['id of the product (see products list)', '产品 id（见 products list）'],
  'token create --name': ['a name to know it by', '便于识别的名称'],
  'token create --organisation': [
    'only the data of this organisation (name or id)',
    '仅限该单位的数据（名称或 id）',
  ],
  'token create --scope': [
    'scopes, may be given several times: batches:write, labels:issue, labels:void, recalls:write, diary:write, outbox:write (all unless given)',
    '权限，可多次填写：batches:write、labels:issue、labels:void、recalls:write、diary:write、outbox:write（默认全部）',
  ],
  'token create --expires': ['when it expires', '到期时间'],
  'token revoke <id>': ['id of the token', '令牌 id'],
  'units outlines <path>': ['GeoJSON file, or a folder of them', 'GeoJSON 文件或其目录'],
  'units outlines --source': [
    'where the borders come from, such as a document number; the file name unless given',
    '边界来源，例如文件编号；默认取文件名',
  ],
  'units outlines --trust-codes': [
    'go by the code even where the name in the file differs',
    '按代码识别，即使文件中的名称不同',
  ],
  'units merge <file>': [
    'xlsx or csv: old code, old name, level, new code, new name, new province, effective day, document',
    'xlsx 或 csv：旧代码、旧名称、级别、新代码、新名称、新省代码、生效日期、文件',
  ],
  'verify <text>': [
    'the text of the QR code, just as a scanner reads it',
    '二维码内容，与扫描结果一致',
  ],
  'imports undo --reason': ['why; of a diary it is public', '原因；撤销生产记录时公开'],
}

/** English, Chinese. */
type Words = readonly [en: string, zh: string]

/** What each command does, by its path. The Vietnamese stands with the command. */
export const COMMAND_NAMES: Readonly<Record<string, Words>> = {
  accounts: ['Accounts of the portal', '工作台账户'],
  'accounts invite': [
    'Invite somebody; prints a link to accept by, good once within 7 days',
    '邀请人员；输出接受邀请的链接，7 天内有效一次',
  ],
  'accounts list': ['Members and invitations of an organisation', '查看单位的成员与邀请'],
  'accounts remove': ['Take somebody out of an organisation', '将某人移出单位'],
  'accounts reset-link': [
    'Print a link for a new password, good once within an hour',
    '输出重设密码链接，一小时内有效一次',
  ],
  audit: ['The audit log and its chain of seals', '操作记录及其封印链'],
  'audit verify': [
    'Compute the whole chain again; exit code 1 where a row was changed, added or taken out',
    '重新计算整条封印链；若有行被修改、添加或删除，退出码为 1',
  ],
  'audit head': [
    'Print the latest seal, to keep elsewhere (paper, e-mail, another machine)',
    '输出最新封印，以便另行保存（纸张、邮件、其他机器）',
  ],
  backup: [
    'Back all data up into a file; signing keys stay encrypted, GOC_KEK is not in it',
    '将全部数据备份到文件；签名密钥仍加密，不含 GOC_KEK',
  ],
  restore: ['Restore a backup into an empty database', '将备份恢复到空数据库'],
  batches: ['Batches', '批次'],
  'batches list': ['Batches, newest first', '查看批次，最新在前'],
  'batches create': ['Declare a batch', '新建批次'],
  'batches update': ['Change a batch that has no labels yet', '修改尚未发行标签的批次'],
  'batches show': ['A batch as it was declared (JSON)', '查看批次（JSON）'],
  'batches recall': [
    'Recall a batch; --withdraw takes the recall back',
    '召回批次；--withdraw 撤回召回',
  ],
  'batches annul': ['Annul a batch and all its labels, for good', '作废批次及其全部标签，不可撤回'],
  'batches code-use': [
    'An officer’s word on a batch packed under a code of another holder',
    '主管人员对批次使用他人注册编号的决定',
  ],
  'batches override-interval': [
    'Let goods be sold that were harvested before an interval had passed',
    '允许销售安全间隔期未满即采收的批次',
  ],
  'batches checks': [
    'What markets ask to be checked before a batch goes out, and how it stands',
    '市场要求的出货前检查及其结果',
  ],
  'batches allow-check': [
    'Let a batch go out although a check is not passed',
    '检查未合格仍准许批次出货',
  ],
  'batches import': [
    'Read a list of batches from Excel (.xlsx) or CSV; reading it again stores nothing twice',
    '从 Excel（.xlsx）或 CSV 导入批次列表；重复导入不会重复写入',
  ],
  certifications: ['Certificates and test results of producers', '生产者的认证与检测结果'],
  'certifications list': ['The list, newest first', '列表，最新在前'],
  'certifications confirm': ['Confirm what a producer declared', '确认生产者申报的认证'],
  'certifications refuse': [
    'Do not confirm it, with the reason for the producer',
    '不予确认，并向生产者说明原因',
  ],
  purchases: ['Goods bought and sold through growing-area codes', '通过种植区编号的收购与销售'],
  'purchases list': [
    'Lines that were reported, the latest period first',
    '已报告的记录，最新一期在前',
  ],
  'purchases add': [
    'Report a period of an organisation, through one code',
    '录入某单位一期、一个编号的报告',
  ],
  protection: ['Plant-protection products that are permitted', '允许使用的植保产品'],
  'protection import': [
    'Read a list of plant-protection products from Excel (.xlsx) or CSV; what held before stays',
    '从 Excel（.xlsx）或 CSV 导入植保产品目录；之前的规定保留',
  ],
  codes: ['The register of growing-area and packing-house codes', '种植区与包装厂注册编号登记册'],
  'codes import': [
    'Read a list of codes from Excel (.xlsx) or CSV; reading it again stores nothing twice',
    '从 Excel（.xlsx）或 CSV 导入注册编号列表；重复导入不会重复写入',
  ],
  'codes status': ['Record a decision on a code for a market', '记录某注册编号在某市场的决定'],
  'codes reissue': [
    'Issue a new code in place of another, which ends in each market',
    '发放新注册编号以取代旧注册编号；旧注册编号在各市场失效',
  ],
  'codes reindex': [
    'Make the search index of the public register anew',
    '重建公开登记册的检索索引',
  ],
  'codes show': ['The decisions on a code', '查看某注册编号的决定'],
  'codes export': [
    'Write the list of codes with the very columns that import reads',
    '按导入所用的列导出注册编号列表',
  ],
  database: ['The database file on this machine', '本机的数据库文件'],
  'database recover': [
    'Make broken files beside the database anew, after a power cut or a full disk',
    '断电或磁盘已满后，重建数据库旁的损坏文件',
  ],
  'database check': [
    'Find broken text in the database (half characters, controls, direction overrides)',
    '查找数据库中的损坏文字（半个字符、控制符、方向覆盖）',
  ],
  diary: ['Farming diaries', '生产记录'],
  'diary list': ['Entries of a diary, the latest work first', '查看生产记录，最近的作业在前'],
  'diary import': [
    'Read a diary from Excel (.xlsx) or CSV; reading it again stores nothing twice',
    '从 Excel（.xlsx）或 CSV 导入生产记录；重复导入不会重复写入',
  ],
  'diary correct': [
    'Correct an entry by a new one; both stay to be seen',
    '以新记录更正写错的记录；两者均可查看',
  ],
  imports: ['Lists that were read in', '已导入的列表'],
  'imports list': ['Imports, newest first', '查看导入记录，最新在前'],
  'imports show': ['One import', '查看一次导入'],
  'imports undo': [
    'Take a whole import back; what was changed since stays',
    '撤销整次导入；之后修改过的内容保持不变',
  ],
  jobs: ['Long work: imports and their undoing', '后台任务：导入与撤销'],
  'jobs list': [
    'Work that runs, waits or has just ended, and why if it is not done',
    '查看运行中、等待中及刚结束的任务；未完成的注明原因',
  ],
  keys: ['Keys that sign labels', '标签签名密钥'],
  'keys list': ['The keys', '查看密钥'],
  'keys rotate': [
    'Make a new key; the old one is kept for reprints of its labels',
    '新建密钥；旧密钥仅用于重印其标签',
  ],
  'keys revoke': [
    'Revoke a key; labels made from that instant on are trusted no more',
    '撤销密钥；自该时刻起发行的标签不再可信',
  ],
  labels: ['Issue, void and reprint labels', '发行、作废与重印标签'],
  'labels issue': [
    'Issue a run of labels; the first one seals the batch',
    '发行一批新标签；首批发行后批次信息即锁定',
  ],
  'labels reprint': ['Make labels again, the same to the byte', '重印标签，与首次完全一致'],
  'labels void': [
    'Void labels, or report them lost, stolen, recalled',
    '作废标签，或报告丢失、被盗、召回',
  ],
  'labels restore': ['Take back a void, a loss or a theft', '撤回作废、丢失或被盗记录'],
  'labels list': ['The runs of a batch', '查看批次的发行记录'],
  'labels exceptions': [
    'Recalls, voids and losses of a batch; --all: those taken back too',
    '查看批次的召回、作废与丢失；--all 含已撤回的',
  ],
  map: ['The map of coded places', '编号地图'],
  'map background': [
    'Set, see or remove what the map is drawn upon: a PMTiles file of a province, or its https address',
    '设置、查看或移除底图：某省的 PMTiles 文件或其 https 地址',
  ],
  memberships: ['Members of cooperatives', '合作社成员'],
  'memberships add': [
    'Put a household or organisation on record as a member, whose codes may then be used',
    '登记农户或单位为成员；其注册编号随后可被使用',
  ],
  'memberships end': ['End a membership', '终止成员资格'],
  organisations: ['Organisations and households', '单位与农户'],
  'organisations list': ['Organisations, by name', '按名称查看单位'],
  'organisations create': ['Add an organisation', '新增单位'],
  'organisations suspend': [
    'Suspend an organisation; labels of its goods say so, and it is told',
    '暂停单位；其标签显示该提示，并告知该单位',
  ],
  'organisations lift': ['Lift the suspension of an organisation', '恢复被暂停的单位'],
  products: ['Products', '产品'],
  'products list': ['Products, by name', '按名称查看产品'],
  'products create': ['Add a product', '新增产品'],
  'products update': [
    'Change a product: what is given alone, the rest stays; "" takes out',
    '修改产品：仅改所给内容，其余不变；"" 为清除',
  ],
  token: ['Access for other programs', '供其他软件使用的访问令牌'],
  'token create': ['Make a token; it is shown once', '新建令牌；仅显示一次'],
  'token list': ['The tokens', '查看令牌'],
  'token revoke': ['Revoke a token', '撤销令牌'],
  units: ['Administrative units: provinces and communes', '行政单位：省、乡镇'],
  'units outlines': [
    'Load borders from GeoJSON (WGS84) to hold places against; loading again replaces them',
    '从 GeoJSON（WGS84）载入行政边界以核对位置；再次载入会替换',
  ],
  'units merge': [
    'Read mergers, splits and renamings of units by decree; places, organisations and officers go along',
    '按决议导入行政单位的合并、拆分与更名；场所、单位与辖区随之调整',
  ],
  verify: ['Check the text of a QR code', '核验二维码内容'],
}

/** The command line. */
export const cli = {
  help: `用法：kebu <命令> [参数]

命令：
  new       新建客簿文件
  info      列出客簿文件里的表、列、视图和行数
  import    导入 Excel 或 CSV
  classify  重新计算客户分类
  export    把一个视图或查询结果导出为 xlsx 或 csv
  report    生成报告 (PDF 或 xlsx)
  query     按条件查询一张表

通用选项：
  --json        只输出 JSON，供程序读取；错误也以 JSON 写到标准错误
  --lang L      zh-CN 或 en；默认取自系统
  -h, --help    帮助；kebu <命令> --help 看该命令的参数

退出码：0 完成  1 失败  2 用法不对  3 已完成，但有行没有被接受
`,
  helpNew: `用法：kebu new <文件.kebu> [--sample] [--empty]

新建客簿文件，内含客户、跟进记录、联系人、订单等表。
  --sample    带上示例数据
  --empty     不要任何表
`,
  helpInfo: `用法：kebu info <文件.kebu>

列出表、列、视图、分类方案、成员和行数。
`,
  helpImport: `用法：kebu import <文件.kebu> <表格文件>… [选项]

导入 xlsx、xls、csv。哪张工作表进哪张表、哪一列进哪一列，按表头和内容猜测；猜不到的新建。
没有被接受的行连同原因写到一个文件里，退出码为 3。整次导入在窗口里可以一次撤销。
  --template          文件不存在时新建，并带上客户、跟进记录等表
  --sheet 名称        只导入这张工作表；可重复
  --table 名称        导入到这张表；没有则新建
  --mode 方式         add 添加，update 更新，addOrUpdate 更新已有的并添加其余
  --key 列名          按工作表的这一列认出已有的行；可重复
  --missing-links 方式  链接找不到对应的行时：reject 拒绝，create 新建，leaveEmpty 留空
  --encoding 编码     csv 的编码：utf-8、utf-16le、utf-16be、gb18030；默认自动识别
  --plan 文件.json    按这份计划导入，不再猜测；--show-plan 的输出可以直接修改后使用
  --show-plan         只输出将要使用的计划，不导入
  --rejections 文件夹  未导入的行写到这里；默认在表格文件旁边
`,
  helpClassify: `用法：kebu classify <文件.kebu> [--scheme 名称或代码]

重新计算分类，并列出每一类的行数。
  --scheme    只计算这一个方案
`,
  helpExport: `用法：kebu export <文件.kebu> <输出.xlsx|输出.csv> --table 表名 [选项]

  --view 名称       按这个视图的筛选、排序和列
  --columns A,B,…    只要这些列，按此顺序
  --where 条件      见 kebu query --help；可重复
  --sort 列名       前面加 - 为降序；可重复
  --search 文字     只要含有这些文字的行
  --encoding 编码   csv 的编码：utf-8 (默认) 或 gb18030
`,
  helpReport: `用法：kebu report <文件.kebu> <输出.pdf|输出.xlsx> [--from 日期] [--to 日期]

生成客户报告；不给日期时为最近十二个月。PDF 由桌面程序在后台打印。
`,
  helpQuery: `用法：kebu query <文件.kebu> --table 表名 [选项]

  --view 名称       从这个视图的筛选、排序和列开始
  --columns A,B,…    只要这些列，按此顺序
  --where 条件      列名、比较符、值，如 '客户状态=跟进中'、'最近跟进时间<today'、'客户名称~华东'
                    比较符：= != < <= > >= ~ (包含) !~ (不包含)；值为空表示单元格为空；可重复，须同时满足
                    值还可以是：模式 '电话~/^1[3-9]/'、范围 '金额=100..200'、期间 '日期=this-week'
                    (this/last/next-week/month/quarter/half-year/year、past-30-days、next-2-months)、
                    另一列 '下次跟进时间<[最近跟进时间]+7'、自己 '负责人 != me'
  --filter JSON     筛选树，与窗口所存的格式相同
  --sort 列名       前面加 - 为降序；可重复
  --search 文字     只要含有这些文字的行
  --limit 数        最多多少行；默认 50，0 为全部
  --format 格式     table (默认)、csv、json
`,
  usageHint: '用 kebu {command} --help 查看用法。',
  usageHintAll: '用 kebu --help 查看用法。',
  unknownCommand: '没有名为「{name}」的命令。',
  unknownOption: '没有名为「{name}」的选项。',
  missingValue: '选项「{name}」需要一个值。',
  missingArgument: '缺少参数。',
  tooManyArguments: '多余的参数「{name}」。',
  missingOption: '需要选项 {name}。',
  badChoice: '「{value}」不能用于 {name}；可以是 {choices}。',
  badNumber: '「{value}」不是数。',
  badJson: '{name} 不是有效的 JSON：{reason}',
  unknownTable: '没有名为「{name}」的表。有：{names}。',
  unknownView: '没有名为「{name}」的视图。有：{names}。',
  unknownColumn: '没有名为「{name}」的列。有：{names}。',
  unknownScheme: '没有名为「{name}」的分类方案。有：{names}。',
  unknownSheet: '文件里没有名为「{name}」的工作表。有：{names}。',
  unknownSheetColumn: '工作表里没有名为「{name}」的列。有：{names}。',
  nothingToImport: '文件里没有可以导入的工作表。',
  badCondition: '看不懂条件「{text}」。请写成 列名=值 的样子。',
  badOperator: '「{column}」不能用「{operator}」比较。',
  badValue: '「{value}」不是「{column}」的值。',
  badExtension: '输出文件要以 {extensions} 结尾。',
  created: '已新建 {path}',
  tables: '{count} 张表',
  infoTable: '{name}  {rows} 行',
  infoViews: '视图',
  infoSchemes: '分类方案',
  infoMembers: '成员',
  readingFile: '正在读取 {name}',
  importedSheet: '{sheet} → {table}：读 {read} 行，新增 {added}，更新 {updated}，未变 {unchanged}，未接受 {rejected}，空行 {blank}',
  rejectionsIn: '有 {count} 处没有被接受，原因见 {path}',
  classified: '{moved} 行换了类别',
  exported: '已导出 {rows} 行到 {path}',
  reported: '报告已写到 {path}',
  printFailed: '没有能打印报告：{reason}',
  rowsShown: '{shown} / {total} 行',
  'phase.reading': '读取',
  'phase.writing': '写入',
  'phase.linking': '链接',
  'phase.computing': '计算',
  'phase.indexing': '建索引',
  'phase.exporting': '导出',
} as const

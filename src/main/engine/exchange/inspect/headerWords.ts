import { nameKey } from '#shared/lib/text.ts'
import type { ColumnRole, TableRole } from '#shared/model/roles.ts'

/** How people head the columns of their own books, by what the column is; the names of the columns come beside these. */
const columnWords: Partial<Record<ColumnRole, string>> = {
  'customer.number': '客户编号 客户编码 客户代码 客户号 编号 customer-no customer-number customer-id customerid customer-code account-number',
  'customer.name':
    '客户名称 客户 客户名 客户全称 客户姓名 公司名称 公司 企业名称 单位名称 单位 名称 姓名 customer customer-name company company-name account account-name name client client-name',
  'customer.type': '客户类型 客户类别 类型 customer-type type',
  'customer.status': '客户状态 状态 跟进状态 成交状态 阶段 status stage',
  'customer.source': '客户来源 来源 来源渠道 渠道 线索来源 获客渠道 source lead-source channel',
  'customer.owner': '负责人 业务员 销售 销售人员 销售员 客户经理 所属销售 归属人 跟进人 owner sales salesperson account-manager assigned-to',
  'customer.phone': '主电话 电话 联系电话 手机 手机号 手机号码 电话号码 公司电话 座机 phone telephone tel mobile phone-number',
  'customer.wechat': '微信 微信号 wechat',
  'customer.email': '邮箱 电子邮箱 电子邮件 邮件 email e-mail mail',
  'customer.address': '地址 公司地址 联系地址 详细地址 通讯地址 所在地 住址 address',
  'customer.industry': '行业 所属行业 行业类型 industry sector',
  'customer.needTime': '需求时间 need-time',
  'customer.needDescription': '需求描述 需求 客户需求 意向 needs requirement',
  'customer.handleBy': '需处理日期 处理期限 截止日期 handle-by due',
  'customer.annualPotential': '年业务潜在量 潜在量 年采购额 预计年采购额 年需求额 annual-potential potential',
  'customer.note': '备注 说明 附注 note notes remark remarks comment',
  'followUp.customer':
    '客户 客户名称 客户姓名 客户名 公司 公司名称 单位名称 客户编号 客户编码 客户代码 客户号 customer customer-name customer-id customerid customer-no customer-number company account client',
  'followUp.contact': '联系人 联系人姓名 contact contact-name',
  'followUp.time': '跟进时间 跟进日期 时间 日期 拜访日期 拜访时间 沟通时间 联系时间 time date visited',
  'followUp.method': '跟进方式 方式 联系方式 沟通方式 拜访方式 method channel type',
  'followUp.direction': '方向 来电去电 direction',
  'followUp.topic': '主题 跟进主题 topic subject',
  'followUp.content': '跟进内容 内容 沟通内容 跟进记录 跟进情况 拜访内容 记录 详情 content notes description',
  'followUp.result': '沟通结果 结果 跟进结果 result outcome',
  'followUp.nextTime': '下次跟进时间 下次时间 下次跟进 下次联系时间 下次拜访 next-time next-follow-up next',
  'followUp.nextContent': '下次跟进内容 下次内容 下一步 下一步计划 下步计划 next-content next-step',
  'followUp.author': '跟进人 记录人 业务员 负责人 销售 拜访人 author by follower',
  'contact.name': '姓名 联系人 联系人姓名 名字 contact contact-name name',
  'contact.customer': '客户 客户名称 公司 公司名称 单位 所属客户 客户编号 客户编码 客户代码 客户号 customer company account customer-id',
  'contact.position': '职务 职位 岗位 position title job-title',
  'contact.part': '角色 role',
  'contact.mobile': '手机 手机号 电话 联系电话 手机号码 mobile phone tel',
  'contact.wechat': '微信 微信号 wechat',
  'contact.email': '邮箱 电子邮箱 email e-mail',
  'contact.keyPerson': '关键人 是否关键人 决策人 key-person',
  'contact.note': '备注 note remark',
  'order.number': '订单号 订单编号 单号 合同号 发票号 order-no order-number order-id invoice invoiceno invoice-no',
  'order.customer':
    '客户 客户名称 购买方 公司名称 客户编号 客户编码 客户代码 客户号 customer customer-name customer-id customerid client company company-name account',
  'order.date': '日期 订单日期 下单日期 下单时间 成交日期 签单日期 销售日期 date order-date invoicedate purchase-date',
  'order.amount': '金额 订单金额 成交金额 合计 总额 总金额 销售额 实付 应收 amount total sales revenue dollars value',
  'order.status': '状态 订单状态 status',
  'order.owner': '负责人 业务员 销售 owner salesperson',
  'order.note': '备注 note remark',
}

const tableWords: Record<TableRole, string> = {
  customer: '客户 客户表 客户信息 客户资料 客户名单 客户档案 customers customer accounts clients',
  followUp: '跟进 跟进记录 跟进表 拜访记录 联系记录 沟通记录 回访记录 follow-ups follow-up activities visits',
  contact: '联系人 联系人表 contacts contact people',
  order: '订单 订单表 销售 销售记录 销售明细 成交记录 orders order sales transactions',
  opportunity: '商机 商机表 销售机会 项目机会 opportunities opportunity deals deal pipeline',
  product: '产品 产品表 产品目录 商品 商品表 products product items catalogue',
  orderLine: '订单明细 明细 订单行 order-lines order-items lines',
  contract: '合同 合同表 合同台账 contracts contract agreements',
  receivable: '回款 回款计划 应收 应收账款 receivables receivable payments',
  survey: '满意度调查 满意度 调查 问卷 surveys survey satisfaction nps',
  ticket: '工单 投诉 投诉记录 售后 售后记录 tickets ticket complaints cases',
  referral: '推荐 推荐记录 转介绍 referrals referral',
  points: '积分 积分流水 积分记录 points',
  task: '任务 待办 待办事项 任务表 tasks task to-dos todo',
}

/** Whether a header is a usual word for the role, and how good a word: the first ones mean it most surely. */
export function wordScore(role: string | null, header: string): number {
  if (role === null) return 0
  const place = wordsOf(role).indexOf(nameKey(header))
  return place < 0 ? 0 : place < 4 ? 0.9 : 0.7
}

export function isTableWord(role: string | null, name: string): boolean {
  return role !== null && wordsOf(`table ${role}`).includes(nameKey(name))
}

/** Whether a text is a usual header of any column: how a header row is told from a row of names. */
export function isHeaderWord(text: string): boolean {
  return allWords().has(nameKey(text))
}

const otherWords =
  '序号 编号 行号 姓名 性别 年龄 职务 部门 城市 省份 省 市 区 地区 区域 数量 单价 价格 金额 合计 总计 产品 产品名称 商品 规格 单位 会员 是否会员 等级 级别 标签 ' +
  '生日 出生日期 身份证 身份证号 创建时间 创建日期 录入时间 更新时间 折扣 订单数 累计金额 电话 邮编 传真 网址 联系人 id no code quantity price unitprice country city description stockcode sku'

let words: ReadonlyMap<string, readonly string[]> | undefined
let all: ReadonlySet<string> | undefined

function wordsOf(role: string): readonly string[] {
  words ??= new Map([
    ...Object.entries(columnWords).map(([name, text]) => [name, keysOf(text)] as const),
    ...Object.entries(tableWords).map(([name, text]) => [`table ${name}`, keysOf(text)] as const),
  ])
  return words.get(role) ?? []
}

function allWords(): ReadonlySet<string> {
  all ??= new Set([...Object.values(columnWords), otherWords].flatMap(keysOf))
  return all
}

const keysOf = (text: string): string[] => text.split(' ').map(nameKey)

import type { SampleWords } from './words.ts'

export const wordsZh: SampleWords = {
  members: ['陈思远', '林晓雯', '王建国', '赵敏'],
  brands: [
    '华腾', '锦程', '瑞丰', '恒泰', '明达', '嘉禾', '鼎盛', '远航', '天佑', '博雅',
    '金石', '凌云', '宏图', '百川', '卓越', '长青', '祥瑞', '中启', '安泰', '德润',
    '宝利', '汇通', '启明', '万和', '星辰', '海纳', '同创', '九洲', '新越', '福临',
    '利康', '正源', '佳美', '泰和', '润泽', '东升', '西岭', '南山', '北辰', '春晖',
    '秋实', '青禾', '云帆', '龙腾', '凤仪', '聚力', '智联', '优品', '顺达', '永信',
    '双木', '三江', '四方', '五岳', '六合', '七彩', '八达', '开元', '盛世', '起点',
  ],
  persons: ['孙丽华', '周志强', '吴梦婷', '郑海涛', '冯晓东', '何静怡'],
  companyName: (place, brand, business) => `${place.city.replace(/市$/u, '')}${brand}${business}有限公司`,
  places: [
    { province: '广东省', city: '广州市', district: '天河区', street: '体育东路' },
    { province: '广东省', city: '深圳市', district: '南山区', street: '科苑路' },
    { province: '浙江省', city: '杭州市', district: '滨江区', street: '江南大道' },
    { province: '江苏省', city: '苏州市', district: '吴中区', street: '东吴北路' },
    { province: '山东省', city: '青岛市', district: '市南区', street: '香港中路' },
    { province: '四川省', city: '成都市', district: '武侯区', street: '人民南路' },
    { province: '湖北省', city: '武汉市', district: '洪山区', street: '珞喻路' },
    { province: '福建省', city: '厦门市', district: '思明区', street: '湖滨南路' },
    { province: '陕西省', city: '西安市', district: '雁塔区', street: '科技路' },
    { province: '辽宁省', city: '大连市', district: '中山区', street: '人民路' },
    { province: '湖南省', city: '长沙市', district: '岳麓区', street: '麓谷大道' },
    { province: '河南省', city: '郑州市', district: '金水区', street: '花园路' },
  ],
  industries: {
    manufacturing: { business: '精密机械', products: ['数控刀具', '轴承', '液压件'] },
    wholesale: { business: '商贸', products: ['办公耗材', '包装纸箱', '劳保手套'] },
    retail: { business: '百货', products: ['货架', '收银纸', '购物袋'] },
    construction: { business: '装饰工程', products: ['防水涂料', '瓷砖', '吊顶材料'] },
    food: { business: '食品', products: ['冷藏箱', '食品包装袋', '不锈钢厨具'] },
    technology: { business: '信息技术', products: ['服务器机柜', '网络线材', '显示器'] },
    logistics: { business: '物流', products: ['托盘', '打包带', '手持扫码枪'] },
    education: { business: '教育科技', products: ['课桌椅', '投影设备', '文具套装'] },
    health: { business: '医疗器械', products: ['防护口罩', '检测试剂盒', '护理床'] },
    services: { business: '企业管理咨询', products: ['会议礼品', '办公家具', '打印服务'] },
    agriculture: { business: '农业科技', products: ['滴灌带', '大棚膜', '有机肥'] },
  },
  contactNames: [
    '刘洋', '张伟', '李娜', '王磊', '陈静', '杨帆', '黄敏', '赵刚', '周婷', '吴昊', '徐丽', '孙涛', '马超', '朱琳', '胡军', '郭芳',
    '林峰', '何雪', '高翔', '罗琴', '郑凯', '梁爽', '谢强', '宋佳', '唐杰', '许晴', '韩冰', '冯雷', '邓丽', '曹阳', '彭博', '曾敏',
    '萧然', '田甜', '董洁', '袁野', '潘婷', '于洋', '蒋欣', '蔡明', '余波', '杜鹃', '叶青', '程功', '苏醒', '魏来', '吕梁', '丁宁',
  ],
  positions: { decides: '总经理', influences: '采购经理', uses: '车间主管', finance: '财务主管', gatekeeper: '前台' },
  topics: {
    firstContact: {
      content: [
        '电话联系上{contact}，介绍了公司和{product}，对方愿意先看资料。',
        '上门拜访，见到{contact}，了解了他们目前{product}的供应情况。',
        '展会上交换名片后首次联系，{contact}对{product}感兴趣。',
      ],
      next: ['发送产品资料和案例', '约时间上门拜访', '电话确认资料是否收到'],
    },
    need: {
      content: [
        '沟通需求：{product}每月用量稳定，希望账期 30 天，交货要快。',
        '{contact}说明年扩产，{product}的需求会增加，目前在比较三家供应商。',
        '了解到对方最看重质量和售后，{product}之前因为退货换过供应商。',
      ],
      next: ['按需求准备方案', '寄送样品', '确认采购数量'],
    },
    quote: {
      content: [
        '已发{product}报价单，{contact}觉得单价偏高，要求再谈。',
        '按三档数量报价，对方倾向中间一档，需内部审批。',
        '报价已收到，{contact}说下周开会定。',
      ],
      next: ['跟进报价反馈', '准备让步方案', '询问审批进度'],
    },
    negotiation: {
      content: [
        '谈价格和账期，对方希望再降 3%，我方争取增加数量。',
        '和{contact}面谈，合同条款基本一致，只剩交货期。',
        '技术和商务一起开会，{product}的规格已确认，正在谈付款方式。',
      ],
      next: ['确认最终价格', '发送合同草稿', '约{contact}面谈签约'],
    },
    contract: {
      content: ['合同已签，首批{product}本周发货。', '{contact}确认订单，已安排生产。', '签约完成，对方预付 30%。'],
      next: ['确认发货时间', '跟进首批到货', '收取尾款'],
    },
    afterSales: {
      content: [
        '回访使用情况，{product}运行正常，{contact}表示满意。',
        '到货有两件外箱破损，已安排补发。',
        '现场培训使用方法，解答了三个问题。',
      ],
      next: ['回访补发情况', '了解补货计划', '确认问题已解决'],
    },
    returnVisit: {
      content: ['例行回访，库存还能用一个月，下月补货。', '{contact}说近期订单多，{product}可能提前补货。', '回访，对方对交货速度满意，提到同行也有需求。'],
      next: ['确认补货数量', '请{contact}介绍同行', '发送新品资料'],
    },
    care: {
      content: ['节日问候，寄送了小礼物，{contact}很高兴。', '微信问候，聊到近期行业情况。', '客户店庆，送花篮祝贺。'],
      next: ['约饭局', '下月再联系', '邀请参加新品会'],
    },
    dunning: {
      content: ['提醒货款到期，{contact}说本周安排付款。', '与财务对账，差额一笔，已核对清楚。', '催款，对方答应月底前付清。'],
      next: ['确认到账', '再次提醒付款', '寄送对账单'],
    },
    winBack: {
      content: ['联系老客户，{contact}说改用了别家，主要是价格原因。', '许久未下单，电话无人接听，已发短信。', '了解流失原因：交货期太长，答应给一次优先排产。'],
      next: ['给出老客户优惠', '换时间再打', '寄送新品样品'],
    },
  },
  needs: ['{product}年度采购，要求按月交货', '新厂区需要一批{product}', '替换现有供应商，先小批试用{product}', '{product}价格合适就签全年框架'],
  notes: ['老板爱喝茶，周五下午比较有空。', '付款及时，重点维护。', '决策慢，需多部门会签。', '联系前先发微信。'],
}

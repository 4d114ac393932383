/**
 * Characters people read in more than one way in names of people, places and companies, and in words of trade, each with
 * its less common readings.
 */
export const otherReadings =
  '干qian 重chong 行hang 长zhang 单shan/chan 曾zeng 乐yue 朴piao 查zha 解xie 仇qiu 尉yu 覃tan 区ou 盖ge 缪mou/miao 翟di 都du 调diao 传zhuan 还huan ' +
  '藏zang 朝zhao 参shen/cen 降xiang 弹tan 会kuai 校jiao 省xing 石dan 宿xiu 厦xia 车ju 柏bo 万mo 俟qi 澹tan 大dai 种chong 员yun 秘bi 冼xian 洗xian ' +
  '召shao 折she 黑he 盛cheng 薄bo 祭zhai 隗kui/wei 繁po 角jue 过guo 率shuai 绿lu 六lu 蚌beng 铅yan 莘xin 台tai 着zhao/zhuo 了liao 没mo 什shi 吓he ' +
  '和huo 壳qiao 塞sai/se 娜nuo 屏bing 差cha/chai 巷hang 扎zha/za 择zhai 数shu/shuo 曲qu 更geng 期qi 栖xi 模mu 比bi 沈chen 泊po 畜xu 称chen 粘nian ' +
  '系ji 给ji 缩su 脉mo 色shai 蔓wan 血xie 见xian 觉jiao 识zhi 说shui 谁shei 贾gu 适kuo 遗wei 钥yao/yue 陆lu/liu 难nan 露lou 骑ji 龟jun/qiu 阿e 呢ni 地de 得de/dei'

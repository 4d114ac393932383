import { fn, text } from './spec.ts'

export const identityFunctions = {
  ISIDCARD: fn('identity', '身份证有效 是身份证', [text('text')], 'boolean'),
  IDBIRTHDAY: fn('identity', '身份证生日', [text('text')], 'date'),
  IDGENDER: fn('identity', '身份证性别', [text('text')], 'text'),
  IDPROVINCE: fn('identity', '身份证省份 身份证籍贯', [text('text')], 'text'),
  PROVINCE: fn('identity', '省份 所在省', [text('address')], 'text'),
  CITY: fn('identity', '城市 所在市', [text('address')], 'text'),
  DISTRICT: fn('identity', '区县 所在区', [text('address')], 'text'),
  ISPHONE: fn('identity', '电话有效 是电话', [text('text')], 'boolean'),
  ISMOBILE: fn('identity', '手机有效 是手机', [text('text')], 'boolean'),
  ISEMAIL: fn('identity', '邮箱有效 是邮箱', [text('text')], 'boolean'),
  EMAILDOMAIN: fn('identity', '邮箱域名', [text('text')], 'text'),
  CREDITCODEVALID: fn('identity', '信用代码有效 ISCREDITCODE', [text('text')], 'boolean'),
}

import { expect, test } from 'vitest'
import { check } from '#shared/formula/check.ts'
import { book, customersId } from './book.ts'
import { said } from './said.ts'

const checked = (source: string): string => {
  const typed = check(source, customersId, book)
  if (typed.ok) return said(typed.value)
  const { code, span } = typed.failure
  return `${code} at ${source.slice(span.from, span.to)}`
}

test.each([
  // Operators
  ['{金额}*2+1', 'ADD(MULTIPLY(#12, 2), 1) : number'],
  ['-{金额}%', 'PERCENT(NEGATE(#12)) : number'],
  ['{客户名称}&"-"&{金额}', 'CONCAT(#11, "-", TOTEXT(#12)) : text'],
  ['{签约日期}+30', 'ADDDAYS(#13, 30) : date'],
  ['30+{创建时间}', 'ADDDAYS(#16, 30) : dateTime'],
  ['{签约日期}-7', 'ADDDAYS(#13, NEGATE(7)) : date'],
  ['TODAY()-{签约日期}', 'DAYSBETWEEN(TODAY(), #13) : number'],
  ['{签约日期}-"2024-01-01"', 'DAYSBETWEEN(#13, "2024-01-01") : number'],
  ['{金额}>100', 'GREATER(#12, 100) : boolean'],
  ['{状态}="谈判中"', 'EQUAL(#15, "谈判中") : boolean'],
  ['{金额}=""', 'EQUAL(#12, null) : boolean'],
  ['{签约日期}>"2024/3/5"', 'GREATER(#13, "2024-03-05") : boolean'],
  ['{创建时间}>=TODAY()', 'GREATEREQUAL(#16, TODATETIME(TODAY())) : boolean'],
  ['{已签}=TRUE', 'EQUAL(#14, true) : boolean'],
  ['{已签}+1', 'ADD(TONUMBER(#14), 1) : number'],
  // Branches
  ['IF({金额}>1,"大","小")', 'IF(GREATER(#12, 1), "大", "小") : text'],
  ['IF({金额},{金额},"")', 'IF(NOTEQUAL(#12, 0), #12, null) : number'],
  ['IF({已签},{金额},"未签")', 'IF(#14, TOTEXT(#12), "未签") : text'],
  ['IF({已签},{签约日期},{创建时间})', 'IF(#14, TODATETIME(#13), #16) : dateTime'],
  ['IF({已签},BLANK(),{签约日期})', 'IF(#14, null, #13) : date'],
  ['IF({已签},1)', 'IF(#14, 1) : number'],
  ['如果({已签},1,2)', 'IF(#14, 1, 2) : number'],
  ['IFS({金额}>9,"A",{金额}>5,"B","C")', 'IFS(GREATER(#12, 9), "A", GREATER(#12, 5), "B", "C") : text'],
  ['SWITCH({状态},"谈判中",1,"成交",2,0)', 'SWITCH(#15, "谈判中", 1, "成交", 2, 0) : number'],
  ['SWITCH({状态},"谈判中",1)', 'SWITCH(#15, "谈判中", 1) : number'],
  ['IFERROR(1/{金额},0)', 'IFERROR(DIVIDE(1, #12), 0) : number'],
  ['BLANK()', 'null : text'],
  // Links
  ['SUM({订单.单价})', 'SUM(18→#32) : number'],
  ['SUM({订单.单价}*{订单.数量})', 'SUM(18→MULTIPLY(#32, #33)) : number'],
  ['SUM({订单.单价}*2, {金额}, 3)', 'SUM(18→MULTIPLY(#32, 2), #12, 3) : number'],
  ['MAX({订单.日期})', 'MAX(18→#34) : date'],
  ['MAX({订单.日期},{创建时间})', 'MAX(18→TODATETIME(#34), #16) : dateTime'],
  ['{订单.单价}', 'ARRAYJOIN(18→TOTEXT(#32), "、") : text'],
  ['{订单.订单号}&"!"', 'CONCAT(ARRAYJOIN(18→#31, "、"), "!") : text'],
  ['LEN({订单.订单号})', 'LEN(ARRAYJOIN(18→#31, "、")) : number'],
  ['OR({订单.单价}>5)', 'OR(18→GREATER(#32, 5)) : boolean'],
  ['COUNTUNIQUE(UNIQUE({订单.单价}))', 'COUNTUNIQUE(UNIQUE(18→#32)) : number'],
  ['UNIQUE({订单.单价})', 'ARRAYJOIN(UNIQUE(18→TOTEXT(#32)), "、") : text'],
  ['{跟进记录.客户.金额}', 'ARRAYJOIN(17→27→TOTEXT(#12), "、") : text'],
  ['{跟进记录}', '#17 : text'],
  // Functions over links, in both forms
  ['COUNTLINKS({跟进记录})', 'COUNTALL(17→true) : number'],
  ['countlinks("跟进记录")', 'COUNTALL(17→true) : number'],
  ['COUNTLINKS({跟进记录},{结果}="谈判中")', 'COUNTALL(17→true if EQUAL(#23, "谈判中")) : number'],
  ['countlinks("跟进记录","{结果}=\'谈判中\'")', 'COUNTALL(17→true if EQUAL(#23, "谈判中")) : number'],
  ['rollup("跟进记录","金额","sum","{金额}>500")', 'SUM(17→#24 if GREATER(#24, 500)) : number'],
  ['ROLLUP({跟进记录.金额},"求和",{金额}>500)', 'SUM(17→#24 if GREATER(#24, 500)) : number'],
  ['汇总({跟进记录.内容},"concatenate")', 'ARRAYJOIN(17→#21, "、") : text'],
  ['ROLLUP({订单},{单价}*{数量},"max")', 'MAX(18→MULTIPLY(#32, #33)) : number'],
  ['LOOKUP({订单.单价},{数量}>2)', 'ARRAYJOIN(18→TOTEXT(#32) if GREATER(#33, 2), "、") : text'],
  ['SUM(LOOKUP("订单","单价"))', 'SUM(18→#32) : number'],
  ['LOOKUP(FINDMAX("订单","日期"),"单价")', '18→#32 at max #34 : number'],
  ['LOOKUP(FINDMAX({订单.日期},{单价}>0),{单价})', '18→#32 at max #34 if GREATER(#32, 0) : number'],
  ['lookup(findmin("跟进记录","时间"),"内容")', '17→#21 at min #22 : text'],
  ['COUNTLINKS({跟进记录},COUNTLINKS({客户},{已签})>0)', 'COUNTALL(17→true if GREATER(COUNTALL(27→true if #14), 0)) : number'],
  // The linked row's column before the own row's of the same name; the own row by its word
  ['COUNTLINKS({订单},{日期}>={签约日期})', 'COUNTALL(18→true if GREATEREQUAL(#34, out1(#13))) : number'],
  ['ROLLUP({订单.单价},"sum",{日期}>={签约日期})', 'SUM(18→#32 if GREATEREQUAL(#34, out1(#13))) : number'],
  ['rollup("订单","单价","sum","{日期}>={签约日期}")', 'SUM(18→#32 if GREATEREQUAL(#34, out1(#13))) : number'],
  ['SUM(LOOKUP({订单.单价},{单价}>{金额}))', 'SUM(18→#32 if GREATER(#32, out1(#12))) : number'],
  ['LOOKUP(FINDMAX({订单.日期},{日期}<{签约日期}),{单价}*{金额})', '18→MULTIPLY(#32, out1(#12)) at max #34 if LESS(#34, out1(#13)) : number'],
  ['COUNTLINKS({跟进记录},{金额}>100)', 'COUNTALL(17→true if GREATER(#24, 100)) : number'],
  ['COUNTLINKS({跟进记录},{金额}>{本行.金额})', 'COUNTALL(17→true if GREATER(#24, out1(#12))) : number'],
  ['COUNTLINKS({跟进记录},{金额}>{This Row.金额})', 'COUNTALL(17→true if GREATER(#24, out1(#12))) : number'],
  ['COUNTLINKS({跟进记录},{时间}=MAX({跟进记录.时间}))', 'COUNTALL(17→true if EQUAL(#22, MAX(out1(17→#22)))) : number'],
  ['COUNTLINKS({跟进记录},{内容}&{订单.单价}="a")', 'COUNTALL(17→true if EQUAL(CONCAT(#21, ARRAYJOIN(out1(18→TOTEXT(#32)), "、")), "a")) : number'],
  [
    'COUNTLINKS({跟进记录},COUNTLINKS({客户},AND({内容}="a",{金额}={本行.金额}))>0)',
    'COUNTALL(17→true if GREATER(COUNTALL(27→true if AND(EQUAL(out1(#21), "a"), EQUAL(#12, out2(#12)))), 0)) : number',
  ],
  ['{本行.金额}', '#12 : number'],
  // What counts a link counts its rows
  ['COUNTA({跟进记录})', 'COUNTA(17→1) : number'],
  ['COUNTALL({跟进记录.客户},{金额})', 'COUNTALL(17→27→1, #12) : number'],
  ['COUNTLINKS({跟进记录},COUNT({订单})>1)', 'COUNTALL(17→true if GREATER(COUNT(out1(18→1)), 1)) : number'],
  // Dates
  ['DATEADD({签约日期},1,"月")', 'DATEADD(#13, 1, "months") : date'],
  ['DATEADD({签约日期},1,"h")', 'DATEADD(TODATETIME(#13), 1, "hours") : dateTime'],
  ['DATEDIF({签约日期},TODAY(),"YM")', 'DATEDIF(#13, TODAY(), "YM") : number'],
  ['AGE({签约日期})', 'AGE(#13, TODAY()) : number'],
  ['YEAR("2024-03-05 14:30")', 'YEAR("2024-03-05T14:30") : number'],
  ['ABS({订单.单价})+1', 'ARRAYJOIN(18→TOTEXT(ADD(ABS(#32), 1)), "、") : text'],
  ['IF({订单.日期}>TODAY(),1,2)', 'ARRAYJOIN(18→TOTEXT(IF(GREATER(#34, TODAY()), 1, 2)), "、") : text'],
  // Names
  ['{折扣\\.率\\}}*1', 'MULTIPLY(#191, 1) : number'],
  ['{ 客户 名称 }', '#11 : text'],
])('%s', (source, expected) => {
  expect(checked(source)).toBe(expected)
})

test.each([
  ['{#12}+{#18.#32}*0', 'listOfNumbers at {#18.#32}*0'],
  ['{金額}', 'unknownColumnNear at 金額'],
  ['{没有这列}+1', 'unknownColumn at 没有这列'],
  ['{#99}', 'deletedColumn at #99'],
  ['{金额.单价}', 'notALink at 金额'],
  ['{订单.内容}', 'unknownColumn at 内容'],
  ['SOM(1)', 'unknownFunctionNear at SOM'],
  ['什么东西呀(1)', 'unknownFunction at 什么东西呀'],
  ['MID("a",1)', 'tooFewArguments at MID("a",1)'],
  ['LEN("a","b")', 'tooManyArguments at "b"'],
  ['TODAY(1)', 'noArguments at 1'],
  ['{客户名称}*2', 'numberNotText at {客户名称}'],
  ['1+"5"', 'numberNotText at "5"'],
  ['{签约日期}*2', 'numberNotDate at {签约日期}'],
  ['IF({客户名称},1,2)', 'conditionNotText at {客户名称}'],
  ['NOT({签约日期})', 'conditionNotDate at {签约日期}'],
  ['YEAR({金额})', 'dateNotNumber at {金额}'],
  ['YEAR({客户名称})', 'dateNotText at {客户名称}'],
  ['YEAR("2023-02-29")', 'notADate at "2023-02-29"'],
  ['{签约日期}>"明年"', 'notADate at "明年"'],
  ['{订单.单价}+{金额}', 'listOfNumbers at {订单.单价}'],
  ['IF({订单.日期}>{签约日期},1,2)', 'listOfValues at {订单.日期}'],
  ['{客户名称}=5', 'comparedNumberAndText at 5'],
  ['{签约日期}=5', 'comparedMixed at 5'],
  ['{客户名称}>{签约日期}', 'comparedOtherAndText at {签约日期}'],
  ['MAX({金额},{客户名称})', 'comparedNumberAndText at {客户名称}'],
  ['DATEADD({签约日期},1,"世纪")', 'badUnit at "世纪"'],
  ['DATEDIF({签约日期},TODAY(),"X")', 'badSpan at "X"'],
  ['REGEXMATCH({客户名称},"(a")', 'badPattern at "(a"'],
  ['REGEXEXTRACT({客户名称},"(a)\\1")', 'unsupportedPattern at "(a)\\1"'],
  ['ROLLUP({订单.单价},"总共")', 'badMethod at "总共"'],
  ['COUNTLINKS(5)', 'linkMissing at 5'],
  ['COUNTLINKS({金额})', 'linkWanted at {金额}'],
  ['COUNTLINKS("没有")', 'unknownColumn at 没有'],
  ['LOOKUP({订单})', 'fieldMissing at LOOKUP({订单})'],
  ['FINDMAX({订单.日期})', 'findAlone at FINDMAX({订单.日期})'],
  ['COUNTLINKS({订单},"{单价}>""a""")', 'comparedNumberAndText at ""a""'],
  ['COUNTLINKS({订单},"{单价}>")', 'endedEarly at >'],
  ['COUNTLINKS({订单},{没有}>1)', 'unknownColumn at 没有'],
  ['COUNTLINKS({订单},{本行.没有}>1)', 'unknownColumn at 没有'],
])('%s is wrong at its place', (source, expected) => {
  expect(checked(source)).toBe(expected)
})

/** Kinds of views: of all or personal, locked or not. */
export const views = {
  locked: '已锁定',
  lock: '锁定视图',
  unlock: '解锁',
  lockedSentence: '视图「{name}」已锁定：筛选、排序、分组和列的排列都保持原样。',
  copyForMe: '复制一份我的',
  personalCopy: '复制为个人视图',
  personal: '个人视图，只有您能看到',
  newPersonal: '新建个人视图',
  newShared: '新建视图',
  describeView: '视图说明…',
  describe: '「{name}」的说明',
  description: '说明',
  describeHint: '这个视图给谁看、看什么',
} as const

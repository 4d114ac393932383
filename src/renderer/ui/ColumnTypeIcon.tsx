import {
  AimOutlined,
  AlignLeftOutlined,
  CalculatorOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  EnvironmentOutlined,
  FieldTimeOutlined,
  FontSizeOutlined,
  FormOutlined,
  FunctionOutlined,
  GlobalOutlined,
  HourglassOutlined,
  PercentageOutlined,
  StarOutlined,
  HistoryOutlined,
  LinkOutlined,
  MailOutlined,
  NumberOutlined,
  OrderedListOutlined,
  PhoneOutlined,
  SearchOutlined,
  TagOutlined,
  TagsOutlined,
  TeamOutlined,
  UserAddOutlined,
  UserOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons'
import type { ColumnType } from '#shared/model/column.ts'
import type { ComponentType } from 'react'

/** The sign of a column's type, in the grid's header, in galleries and lists of columns. Its name stands beside it or in a tooltip. */
export function ColumnTypeIcon({ type }: { type: ColumnType }) {
  const Icon = icons[type]
  return <Icon aria-hidden />
}

const icons: Record<ColumnType, ComponentType<{ 'aria-hidden': true }>> = {
  text: FontSizeOutlined,
  longText: AlignLeftOutlined,
  number: NumberOutlined,
  checkbox: CheckSquareOutlined,
  date: CalendarOutlined,
  dateTime: FieldTimeOutlined,
  singleSelect: TagOutlined,
  multipleSelect: TagsOutlined,
  member: UserOutlined,
  members: TeamOutlined,
  phone: PhoneOutlined,
  email: MailOutlined,
  address: EnvironmentOutlined,
  geolocation: AimOutlined,
  url: GlobalOutlined,
  duration: HourglassOutlined,
  rating: StarOutlined,
  progress: PercentageOutlined,
  autoNumber: OrderedListOutlined,
  createdTime: HistoryOutlined,
  modifiedTime: FormOutlined,
  createdBy: UserAddOutlined,
  modifiedBy: UserSwitchOutlined,
  link: LinkOutlined,
  lookup: SearchOutlined,
  rollup: CalculatorOutlined,
  formula: FunctionOutlined,
}

import type { Picture } from '../chat/picture.ts'

/** Points: the width of a phone, before doubling. */
export const SIZE = { width: 390, height: 540 } as const

/** One family of type; the raster brings its own file, a page takes what the reader's machine has. */
export const FONT = 'Noto Sans SC'
const FALL_BACKS = `${FONT}, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif`

/** Dark on light. Bars and dots differ in shape and place, the rule's lines are broken: colour is never needed to tell. */
const PAPER = '#ffffff'
const INK = '#22303c'
const QUIET = '#5d6b78'
const FAINT = '#e6eaee'
const BAND = '#f4f6f8'
const BAR = '#3f7cac'
const BAR_FREE = '#a9c4da'
const DOT = '#7a5195'
const RULE = '#b3541e'

const LEFT = 46
const RIGHT = 14
const UPPER = { top: 112, height: 140 }
const LOWER = { top: 332, height: 132 }

/** What ECharts is asked to draw: two panels over the same days. */
export const optionOf = (picture: Picture) => {
  const { days, minutes, beds } = picture
  const homework = days.map(day => day.homework)
  const bedNights = days.map(day => day.bed)
  return {
    animation: false,
    backgroundColor: PAPER,
    textStyle: { fontFamily: FALL_BACKS, color: INK },
    title: [
      text(picture.title, { left: 14, top: 12, fontSize: 20, color: INK }),
      text(picture.subtitle, { left: 14, top: 44, fontSize: 13, color: QUIET }),
      ...panelTitle(minutes, UPPER.top),
      ...panelTitle(beds, LOWER.top),
      text(picture.note, { left: 14, top: SIZE.height - 28, fontSize: 12, color: QUIET }),
    ],
    grid: [
      { left: LEFT, right: RIGHT, ...UPPER },
      { left: LEFT, right: RIGHT, ...LOWER },
    ],
    xAxis: [daysAxis(picture, 0), daysAxis(picture, 1)],
    yAxis: [scaleAxis(minutes, 0), scaleAxis(beds, 1)],
    series: [
      bands(0, homework),
      bars(minutes.values, homework),
      ...ruleLine(0, minutes.line, homework),
      bands(1, bedNights),
      dots(beds, bedNights),
      ...ruleLine(1, beds.line, bedNights),
    ],
  }
}

/** A bar for each evening with an answer; nothing at all is told by its number, since a bar of no height is none. */
const bars = (values: Picture['minutes']['values'], ruled: boolean[]) => ({
  type: 'bar' as const,
  xAxisIndex: 0,
  yAxisIndex: 0,
  barWidth: Math.floor(((SIZE.width - LEFT - RIGHT) / values.length) * 0.6),
  data: values.map((value, i) =>
    value === null
      ? null
      : {
          value: [i, value],
          itemStyle: { color: ruled[i] ? BAR : BAR_FREE },
          label: { show: value === 0, position: 'top' as const, formatter: '0', color: QUIET, fontSize: 12 },
        },
  ),
})

/** A dot for each light-out; hollow where it was told ahead of the clock. */
const dots = ({ values, ahead }: Picture['beds'], ruled: boolean[]) => ({
  type: 'scatter' as const,
  xAxisIndex: 1,
  yAxisIndex: 1,
  symbolSize: 11,
  data: values.map((value, i) =>
    value === null
      ? null
      : {
          value: [i, value],
          itemStyle: ahead[i]
            ? { color: PAPER, borderColor: DOT, borderWidth: 2 }
            : { color: DOT, opacity: ruled[i] ? 1 : 0.45 },
        },
  ),
})

interface Place {
  left?: number
  right?: number
  top: number
  fontSize: number
  color: string
}

const text = (said: string, { fontSize, color, ...place }: Place) => ({
  text: said,
  ...place,
  padding: 0,
  textStyle: { fontFamily: FALL_BACKS, fontSize, fontWeight: 'normal' as const, color },
})

/** What a panel shows, and on the other side what its broken line says. */
const panelTitle = ({ title, line }: Picture['minutes'], top: number) => [
  text(title, { left: 14, top: top - 28, fontSize: 14, color: INK }),
  ...(line ? [text(`- - ${line.label}`, { right: RIGHT, top: top - 27, fontSize: 13, color: RULE })] : []),
]

const daysAxis = ({ days }: Picture, index: number) => ({
  type: 'value' as const,
  gridIndex: index,
  min: -0.5,
  max: days.length - 0.5,
  interval: 1,
  containShape: false,
  axisLine: { onZero: false, lineStyle: { color: '#9aa6b1' } },
  axisTick: { show: false },
  splitLine: { show: false },
  axisLabel: {
    customValues: days.map((_, i) => i),
    color: QUIET,
    fontSize: 12,
    lineHeight: 15,
    fontFamily: FALL_BACKS,
    formatter: (value: number) => `${days[value]?.label ?? ''}\n${days[value]?.weekday ?? ''}`,
  },
})

const scaleAxis = ({ scale }: Picture['minutes'], index: number) => {
  const [bottom, next] = scale
  const top = scale.at(-1)
  return {
    type: 'value' as const,
    gridIndex: index,
    min: bottom?.at ?? 0,
    max: top?.at ?? 1,
    interval: (next?.at ?? 1) - (bottom?.at ?? 0),
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: FAINT } },
    axisLabel: {
      color: QUIET,
      fontSize: 12,
      fontFamily: FALL_BACKS,
      formatter: (value: number) => scale.find(mark => mark.at === value)?.label ?? '',
    },
  }
}

/** A grey ground under the nights of which the rule does not speak. */
const bands = (index: number, ruled: boolean[]) => ({
  type: 'line' as const,
  xAxisIndex: index,
  yAxisIndex: index,
  data: [],
  markArea: {
    silent: true,
    itemStyle: { color: BAND },
    data: runsOff(ruled).map(([from, to]) => [{ xAxis: from - 0.5 }, { xAxis: to + 0.5 }]),
  },
})

/** First and last of each run of nights without a rule. */
const runsOff = (ruled: boolean[]): [number, number][] =>
  ruled.flatMap((one, i): [number, number][] => {
    if (one || ruled[i - 1] === false) return []
    const next = ruled.indexOf(true, i)
    return [[i, (next < 0 ? ruled.length : next) - 1]]
  })

/** The rule's line, over the nights of which it speaks and nowhere else. */
const ruleLine = (index: number, line: Picture['minutes']['line'], ruled: boolean[]) => {
  if (!line) return []
  const data = ruled.flatMap((one, i) =>
    one
      ? [
          [i - 0.5, line.at],
          [i + 0.5, line.at],
        ]
      : [[i, null]],
  )
  return [
    {
      type: 'line' as const,
      xAxisIndex: index,
      yAxisIndex: index,
      showSymbol: false,
      connectNulls: false,
      lineStyle: { color: RULE, width: 2, type: [6, 4] as [number, number] },
      data,
    },
  ]
}

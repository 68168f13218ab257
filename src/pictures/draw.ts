import { BarChart, LineChart, ScatterChart } from 'echarts/charts'
import { GridComponent, MarkAreaComponent, TitleComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import type { Picture } from '../chat/picture.ts'
import { optionOf, SIZE } from './option.ts'

echarts.use([BarChart, LineChart, ScatterChart, GridComponent, MarkAreaComponent, TitleComponent, SVGRenderer])

/** The picture as SVG, in the size of a phone's width; rasters are drawn from it at twice that. */
export const drawSvg = (picture: Picture): string => {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, ...SIZE })
  try {
    chart.setOption(optionOf(picture))
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

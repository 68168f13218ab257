import type { Lang } from '../../chat/inbound.ts'
import type { ImportCounts } from '../import-changes.ts'

/** What the office reads when the import is done; `dry` when it was only tried. No names. */
export const sayCounts = (counts: ImportCounts, left: number, dry: boolean, language: Lang): string[] => {
  const { added, moved, returned, described, unchanged, opened } = counts
  if (language === 'zh') {
    return [
      dry ? '只是试算,什么也没有存。' : '导好了。',
      `新来 ${added},换班 ${moved},没变 ${unchanged},名单上没有 ${left}。`,
      ...(returned > 0 ? [`回来的 ${returned}。`] : []),
      ...(opened > 0 ? [`新建班级 ${opened}。`] : []),
      ...(described > 0 ? [`补上编号或称呼 ${described}。`] : []),
    ]
  }
  return [
    dry ? 'Only tried; nothing was stored.' : 'Imported.',
    `added ${added}, moved ${moved}, unchanged ${unchanged}, left ${left}`,
    ...(returned > 0 ? [`came back: ${returned}`] : []),
    ...(opened > 0 ? [`classes opened: ${opened}`] : []),
    ...(described > 0 ? [`keys or nicknames filled in: ${described}`] : []),
  ]
}

const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger/, 'WeChat'],
  [/Edg\w*\//, 'Edge'],
  [/QQBrowser/, 'QQ'],
  [/MetaSr|Sogou/, 'Sogou'],
  [/360|QIHU/i, '360'],
  [/UCBrowser/, 'UC'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
  [/Trident|MSIE/, 'Internet Explorer'],
]
const SYSTEMS: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

const named = (list: [RegExp, string][], text: string): string => list.find(([form]) => form.test(text))?.[1] ?? ''

/** A browser and its system in two words, so that one knows one's own sessions and nothing more is kept. */
export const deviceOf = (userAgent: string): string =>
  [named(BROWSERS, userAgent), named(SYSTEMS, userAgent)].filter(Boolean).join(' · ')

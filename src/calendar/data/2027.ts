import type { YearFile } from '../year.ts'

/**
 * Statutory days only: the notice for 2027 is not here yet. The lunar ones are written down, never computed: ICU puts
 * this Spring Festival a day late, since its new moon falls at 23:56:47 Beijing time on 6 February.
 */
export const year2027: YearFile = {
  year: 2027,
  covers: { from: '2027-01-01', to: '2027-12-31' },
  provisional: true,
  source: { title: '全国年节及纪念日放假办法', number: null, issued: '2024-11-10' },
  off: [
    { name: '元旦', from: '2027-01-01', to: '2027-01-01' },
    { name: '除夕', from: '2027-02-05', to: '2027-02-05' },
    { name: '春节', from: '2027-02-06', to: '2027-02-08' },
    { name: '清明节', from: '2027-04-05', to: '2027-04-05' },
    { name: '劳动节', from: '2027-05-01', to: '2027-05-02' },
    { name: '端午节', from: '2027-06-09', to: '2027-06-09' },
    { name: '中秋节', from: '2027-09-15', to: '2027-09-15' },
    { name: '国庆节', from: '2027-10-01', to: '2027-10-03' },
  ],
  work: [],
}

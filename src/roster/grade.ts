/** The autumn in which the school year of a date began: the year changes on 1 September. */
export const schoolYearOf = (date: string): number => {
  const year = Number(date.slice(0, 4))
  return date.slice(5) >= '09-01' ? year : year - 1
}

/** The grade (1–9) that a class has on a date, from the autumn in which it was in grade 1. */
export const gradeOn = (firstGradeYear: number, date: string): number => schoolYearOf(date) - firstGradeYear + 1

/** The autumn in which a class that has this grade on a date was in grade 1. */
export const firstGradeYearOf = (grade: number, date: string): number => schoolYearOf(date) - grade + 1

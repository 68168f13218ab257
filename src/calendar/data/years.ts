/** The years that ship with the product. When a notice appears its file is replaced here and due dates are redone. */
import { type YearFile, yearFileSchema } from '../year.ts'
import { year2025 } from './2025.ts'
import { year2026 } from './2026.ts'
import { year2027 } from './2027.ts'

export const shippedYears: readonly YearFile[] = [year2025, year2026, year2027].map(file => yearFileSchema.parse(file))

/** Days off that the statute (全国年节及纪念日放假办法, 2024) fixes by date, for years without a file. `MM-DD`. */
export const fixedStatutoryDays: readonly string[] = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']

export const productName = 'Evenkeel'
export const roleWords = {
  customer: 'Customer',
  officer: 'Officer',
  observer: 'Observer',
  instructor: 'Instructor',
} as const

/** The phases in which an instructor may mark a room. */
export const MARKABLE: readonly string[] = ['scene', 'time-out', 'wrap-up', 'step-out', 'rating', 'retake']

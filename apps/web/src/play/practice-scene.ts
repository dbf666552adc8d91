const KEY = 'evenkeel.practice-scene'

/** The class of the practice scene that this tab began, so that its officer may finish it. */
export const noteScene = (classId: string): void => {
  try {
    sessionStorage.setItem(KEY, classId)
  } catch {
    // Without storage the scene ends by its clock.
  }
}

export const isOwnScene = (classId: string): boolean => {
  try {
    return sessionStorage.getItem(KEY) === classId
  } catch {
    return false
  }
}

import { type BehaviourId, rubric } from '@evenkeel/playbook/words'

/** What people call a technique or a pitfall. */
export const behaviourWord = (id: BehaviourId): string =>
  rubric.moments.find(moment => moment.id === id)?.title ?? id

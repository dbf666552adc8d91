/**
 * Round `turn` of a round robin by the circle method (Kirkman 1847) as a list of pairs of numbers below `count`, which
 * is even. In `count` - 1 turns everybody meets everybody once. Turn 0 is 0 with 1, 2 with 3 and so on: who sat
 * together in the first round tells each person's place on the circle.
 */
export function circleTurn(count: number, turn: number): readonly (readonly [number, number])[] {
  const around = count - 1
  const place = (spoke: number, far: boolean) => {
    if (spoke === 0) return far ? turn % around : around
    return (turn + (far ? around - spoke : spoke)) % around
  }
  return Array.from({ length: count / 2 }, (_, spoke) => [
    numberAt(place(spoke, false), around),
    numberAt(place(spoke, true), around),
  ])
}

/** In turn 0 place `spoke` sits with place `around - spoke`, and the middle (place `around`) with place 0. */
function numberAt(place: number, around: number): number {
  if (place === around) return 0
  if (place === 0) return 1
  return place <= (around - 1) / 2 ? 2 * place : 2 * (around - place) + 1
}

/** Several names in a line, each in its own direction: one of them written from right to left does not turn the rest. */
export function Names({ of }: { of: readonly string[] }) {
  return (
    <span>
      {of.map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and the list is never reordered.
        <span key={index}>
          <bdi>{name}</bdi>
          {index < of.length - 1 && <span>, </span>}
        </span>
      ))}
    </span>
  )
}

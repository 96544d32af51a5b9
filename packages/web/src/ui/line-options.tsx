/** What was chosen of a product with options, under its name: "Colour: Red, Size: M". */
export function LineOptions({ options }: { options: string | undefined }) {
  return options ? <span className="line-options">{options}</span> : null;
}

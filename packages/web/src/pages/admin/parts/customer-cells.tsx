/** Customer ID, and below it the external one where there is one. */
export function CustomerIds({ row }: { row: { id: string; externalId: string } }) {
  return (
    <span className="cell-two">
      <span>{row.id}</span>
      {row.externalId ? <span className="cell-more">{row.externalId}</span> : null}
    </span>
  );
}

/** Name, company and e-mail of a customer, as plain text: the row's own button or tick acts. */
export function CustomerIdentity({ row }: { row: { name: string; company: string; email: string } }) {
  return (
    <span className="cell-two">
      <bdi>{row.name}</bdi>
      {row.company ? <bdi className="cell-more">{row.company}</bdi> : null}
      <span className="cell-more cell-email">{row.email}</span>
    </span>
  );
}

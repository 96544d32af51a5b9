import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';

export interface Column<Row> {
  key: string;
  /** In the header; on a phone in front of the value. */
  label: string;
  cell: (row: Row) => ReactNode;
  /** `end` for numbers: right-aligned, tabular figures. */
  align?: 'start' | 'end';
  /** The row's name: a row header on a desk, the card's title on a phone. */
  primary?: boolean;
  /** Read by screen readers only, for columns of buttons. */
  hideLabel?: boolean;
  sort?: 'ascending' | 'descending' | undefined;
  /** Makes the header a link that sorts. */
  sortHref?: string | undefined;
  className?: string;
}

interface TableProps<Row> {
  /** Says what the table lists; hidden unless shown. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowClass?: (row: Row) => string | undefined;
  /** An id in the page, for rows that are looked for again while the table changes by itself. */
  rowId?: (row: Row) => string;
  id?: string;
}

/** A table on a desk, cards below 640 px: each cell then shows its column's label. */
export function Table<Row>({ caption, columns, rows, rowKey, rowClass, rowId, id }: TableProps<Row>) {
  return (
    <table className="table" role="table" id={id}>
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} id={rowId?.(row)} role="row" className={rowClass?.(row)}>
            {columns.map((column) => (
              <BodyCell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { label, align, hideLabel, sort, sortHref } = column;
  const text = hideLabel ? <span className="sr-only">{label}</span> : label;
  return (
    <th scope="col" role="columnheader" className={align === 'end' ? 'table-end' : undefined} aria-sort={sort}>
      {sortHref ? <a href={sortHref}>{text}</a> : text}
    </th>
  );
}

function BodyCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = classNames(column.align === 'end' && 'table-end', column.primary && 'table-primary', column.className) || undefined;
  const shared = { className, 'data-label': column.hideLabel || column.primary ? undefined : column.label };
  if (column.primary) {
    return (
      <th scope="row" role="rowheader" {...shared}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td role="cell" {...shared}>
      {column.cell(row)}
    </td>
  );
}

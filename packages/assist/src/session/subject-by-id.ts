import type { Subject } from '../caller.ts';
import type { Unit } from '../ports.ts';
import { SUBJECT_ALONE_COLUMNS, subjectOf, type SubjectColumns } from './rows.ts';

const SQL = `
select ${SUBJECT_ALONE_COLUMNS}
  from shop_port.customer c left join consent con on con.customer_id = c.id and con.superseded_at is null where c.id = $1::bigint`;

/** A customer as an entry of the record names him (E1); null where there is no such one. */
export async function subjectById(unit: Unit, id: string): Promise<Subject | null> {
  const [row] = await unit.named<SubjectColumns>('subject-by-id', SQL, [id]);
  return row === undefined ? null : subjectOf(row);
}

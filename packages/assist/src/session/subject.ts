import type { Subject } from '../caller.ts';
import type { Unit } from '../ports.ts';
import { SUBJECT_ALONE_COLUMNS, subjectOf, type SubjectColumns } from './rows.ts';

const SUBJECT_SQL = `
select ${SUBJECT_ALONE_COLUMNS} from shop_port.customer c
left join consent con on con.customer_id = c.id and con.superseded_at is null
where c.id = $1::bigint`;

/** The customer behind something that isn't a session, for what is written down about him. */
export async function lookUpSubject(unit: Unit, customerId: string): Promise<Subject | null> {
  const [row] = await unit.named<SubjectColumns>('subject-alone', SUBJECT_SQL, [customerId]);
  return row === undefined ? null : subjectOf(row);
}

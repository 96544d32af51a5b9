import { assignCustomers, assignerOf, customersByKey, peopleOf, record, staffIdsByEmail, subjectById, type AssignmentAsk, type AssignmentMade, type AssignmentOutcome, type CustomerKey, type Unit } from '@onbehalf/assist';
import { err, ok, type Assigned, type Refusal, type Result } from '@onbehalf/core';
import type { Arrived } from '../arrived.ts';
import { actorOfRequest } from '../present/actor.ts';
import { readCsv, type CsvRow } from '../read-csv.ts';
import type { BadRow, ImportRefused } from './import-prices.ts';

/** Assigns and takes away, with an entry per customer; all of it or nothing (A5). */
export async function keepAssignments(unit: Unit, request: Arrived, asks: readonly AssignmentAsk[]): Promise<Result<{ made: AssignmentMade[]; unchanged: string[] }, Refusal[]>> {
  if (asks.length === 0) return err([{ code: 'assignment-none-chosen', field: 'customers' }]);
  const outcome = await decided(unit, request, asks);
  if (outcome.refused.length > 0) return err(distinct(outcome.refused.map(({ refusal }) => refusal)));
  // One who asks for nothing new is told so; of many, those that stand already are no reason to refuse the others.
  if (outcome.made.length === 0) return err([{ code: asks.every(({ change }) => change.kind === 'none') ? 'assignment-missing' : 'assignment-exists', field: 'staff' }]);
  await recordAll(unit, request, outcome.made);
  return ok({ made: outcome.made, unchanged: outcome.unchanged });
}

function decided(unit: Unit, request: Arrived, asks: readonly AssignmentAsk[]): Promise<AssignmentOutcome> {
  const { settings, now } = request;
  return assignCustomers(unit, asks, { assigner: assignerOf(actorOfRequest(request).actor), settings, now });
}

const distinct = (refusals: readonly Refusal[]): Refusal[] => [...new Map(refusals.map((one) => [JSON.stringify(one), one])).values()];

async function recordAll(unit: Unit, request: Arrived, made: readonly AssignmentMade[]): Promise<void> {
  for (const { customerId, before, after } of made) {
    const isLess = after.every(({ staffId }) => before.some((one) => one.staffId === staffId)) && after.length < before.length;
    const people = { ...peopleOf(request.caller), subject: await subjectById(unit, customerId) };
    await record(unit, { people, origin: request.origin, now: request.now }, {
      group: 'staff', action: isLess ? 'unassign-customer' : 'assign-customer', object: { type: 'customer', id: customerId }, detail: { before: idsOf(before), after: idsOf(after) },
    });
  }
}

// The primary one first. Ids, because names can't stay in an entry for good (E7).
const idsOf = (assigned: readonly Assigned[]): string => assigned.map(({ staffId }) => staffId).join(', ');

type Row = CsvRow<'customer' | 'staff' | 'website' | 'kind'>;

/** Takes every assignment of a file, or none and says every bad row. What stands already is good. */
export async function importAssignments(unit: Unit, request: Arrived, { csv, keep }: { csv: string; keep: boolean }): Promise<Result<{ rows: number }, ImportRefused>> {
  const read = readCsv(csv, { required: ['customer', 'staff'], optional: ['website', 'kind'] });
  if (!read.ok) return err({ refusals: [read.error], bad: [] });
  const { asks, lines, bad } = await asksOf(unit, read.value);
  const outcome = await decided(unit, request, asks);
  bad.push(...outcome.refused.map(({ at, refusal }) => ({ line: lines[at] ?? 0, refusals: [refusal] })));
  if (bad.length > 0) return err({ refusals: [{ code: 'csv-rows-refused', field: 'csv', facts: { bad: bad.length } }], bad: bad.toSorted((one, other) => one.line - other.line) });
  if (keep) await recordAll(unit, request, outcome.made);
  return ok({ rows: read.value.length });
}

interface FileAsks {
  asks: AssignmentAsk[];
  /** The line of each. */
  lines: number[];
  bad: BadRow[];
}

async function asksOf(unit: Unit, rows: readonly Row[]): Promise<FileAsks> {
  const customers = await customersByKey(unit, rows.map(({ cells }) => cells.customer));
  const byId = new Map(customers.map((one) => [one.id, one]));
  const byEmail = Map.groupBy(customers, ({ email }) => email);
  const staff = await staffIdsByEmail(unit, rows.map(({ cells }) => cells.staff.toLowerCase()));
  const primaries = new Map<string, string>();
  const found: FileAsks = { asks: [], lines: [], bad: [] };
  for (const { line, cells } of rows) {
    const refusals: Refusal[] = [];
    const candidates = (byEmail.get(cells.customer.toLowerCase()) ?? [byId.get(cells.customer)]).filter((one) => one !== undefined && isOfWebsite(one, cells.website)) as CustomerKey[];
    const [customer] = candidates;
    if (customer === undefined || candidates.length > 1) refusals.push({ code: candidates.length > 1 ? 'assignment-customer-ambiguous' : 'assignment-customer-unknown', field: 'customer' });
    const staffId = staff.get(cells.staff.toLowerCase());
    if (staffId === undefined) refusals.push({ code: 'assignment-staff-unknown', field: 'staff' });
    const kind = kindOf(cells.kind);
    if (kind === null) refusals.push({ code: 'assignment-kind-unknown', field: 'kind' });
    if (customer === undefined || staffId === undefined || kind === null || refusals.length > 0) {
      found.bad.push({ line, refusals });
      continue;
    }
    const earlier = kind === 'primary' ? (primaries.get(customer.id) ?? staffId) : staffId;
    if (kind === 'primary') primaries.set(customer.id, earlier);
    if (earlier !== staffId) found.bad.push({ line, refusals: [{ code: 'assignment-twice', field: 'staff' }] });
    else found.lines[found.asks.push({ customerId: customer.id, change: { kind, staffId } }) - 1] = line;
  }
  return found;
}

const isOfWebsite = (customer: CustomerKey, website: string): boolean => website === '' || customer.website.toLowerCase() === website.toLowerCase();

function kindOf(cell: string): 'primary' | 'further' | null {
  const kind = cell.toLowerCase();
  return kind === '' || kind === 'primary' ? 'primary' : kind === 'further' ? 'further' : null;
}

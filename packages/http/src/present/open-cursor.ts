export interface OpenPlace {
  /** ISO 8601 with microseconds: a Date would round, and skip what lies between. */
  startedAt: string;
  id: string;
}

const CURSOR = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z)_([0-9a-f-]{36})$/;

/** A place in the list of open assist sessions as text for an address, and back; what is none begins at the top. */
export const openCursor = (place: OpenPlace | null): string | null => (place === null ? null : `${place.startedAt}_${place.id}`);

export function openPlace(cursor: string | null): OpenPlace | null {
  const [, startedAt, id] = CURSOR.exec(cursor ?? '') ?? [];
  return startedAt === undefined || id === undefined || Number.isNaN(Date.parse(startedAt)) ? null : { startedAt, id };
}

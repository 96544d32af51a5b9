import { describe, expect, it } from 'vitest';
import { ATTACK_CASES, caseIds, caseTests, everyTest, idsAtTheBeginning, testsByCase } from '../../../../tools/docs/attack-cases/page.ts';
import { FEATURES } from '../../../../tools/docs/features.ts';

/** Cases whose tests are still being written. A line goes with its test; the list ends empty. */
const PENDING: readonly string[] = [];

const listed = new Set(ATTACK_CASES.map(({ id }) => id));

describe('the attack cases', () => {
  const tests = everyTest();
  const byCase = testsByCase(tests);

  it('have an id each', () => expect(listed.size).toBe(ATTACK_CASES.length));

  it('have a test each, but for those that are pending', () => {
    const without = ATTACK_CASES.map(({ id }) => id).filter((id) => !byCase.has(id));
    expect(without.filter((id) => !PENDING.includes(id))).toEqual([]);
  });

  it('are pending only until they have a test', () => expect(PENDING.filter((id) => byCase.has(id) || !listed.has(id))).toEqual([]));

  it('are the only ids that tests carry', () => {
    const unknown = tests.flatMap(({ file, title }) => caseIds(title).filter((id) => !listed.has(id)).map((id) => `${id} in ${file}: ${title}`));
    expect(unknown).toEqual([]);
  });

  it('are not skipped', () => {
    const skipped = tests.filter(({ title, skipped: isSkipped }) => isSkipped && idsAtTheBeginning(title).length > 0);
    expect(skipped.map(({ file, title }) => `${file}: ${title}`)).toEqual([]);
  });

  it('concern rows that this release has', () => {
    const rows = new Set(FEATURES.map(({ id }) => id));
    expect(ATTACK_CASES.flatMap((one) => one.rows.split(', ').filter((row) => !rows.has(row)).map((row) => `${one.id} ${row}`))).toEqual([]);
  });
});

const found = (text: string) => caseTests('some.spec.ts', text);

describe('a test of a case', () => {
  it('begins with its ids, with or without a row', () => {
    expect(idsAtTheBeginning('T02, K01: twenty at once')).toEqual(['T02', 'K01']);
    expect(idsAtTheBeginning('B3, T02: twenty at once')).toEqual(['T02']);
    expect(idsAtTheBeginning('C10: a discount')).toEqual([]);
    expect(idsAtTheBeginning('no GET makes a ticket, X01')).toEqual([]);
  });

  it('does not count where it is skipped, alone or with its group', () => {
    expect(found(`it.skip('T01: again', () => {})`)).toMatchObject([{ skipped: true }]);
    expect(found(`describe.skip('tickets', () => { it('T01: again', () => {}) })`)).toMatchObject([{ skipped: true }, { title: 'T01: again', skipped: true }]);
    expect(testsByCase(found(`it.todo('T01: again'); test.fixme('T02: at once', () => {})`)).size).toBe(0);
    expect([...testsByCase(found(`it.each([[1]])('T01: %s', () => {})`)).keys()]).toEqual(['T01']);
  });
});

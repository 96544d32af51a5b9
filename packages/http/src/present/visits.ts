import { createHmac } from 'node:crypto';
import type { SettingsReader } from '@onbehalf/core';
import type { Deps } from '../deps.ts';

/** No letter that reads like a digit or another letter. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const LENGTH = 4;

export interface Helper {
  id: string;
  name: string;
  groupName: string;
}

/**
 * The name a customer sees (B20): the person's, or a pseudonym that stays the same for the same person, so that a
 * customer can say which of them it was. Staff find out whose it is in the log.
 */
export function nameForCustomer({ config }: Pick<Deps, 'config'>, settings: SettingsReader, { helper, websiteId }: { helper: Helper; websiteId: number }): string {
  if (settings.get('assist/notify/staff_name', { websiteId }) === 'name') return helper.name;
  const digest = createHmac('sha256', config.secret).update(`pseudonym\n${helper.id}`).digest();
  const word = [...digest.subarray(0, LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return `${helper.groupName} ${word}`;
}

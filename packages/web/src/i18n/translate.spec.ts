import { describe, expect, it } from 'vitest';
import { translate } from './translate.ts';

describe('A name in a sentence', () => {
  it('X14: turns only itself round, and can’t end its own isolation', () => {
    expect(translate('en', 'ended.text', { name: '\u202EnhoJ\u2069 Doe' })).toBe('You are no longer in the account of \u2068\u202EnhoJ Doe\u2069. Nothing you do now reaches it.');
  });

  it('stays as it is without such marks, Arabic and Hebrew included', () => {
    expect(translate('en', 'shell.helping', { name: 'يوسف' })).toBe('يوسف is helping you');
  });
});

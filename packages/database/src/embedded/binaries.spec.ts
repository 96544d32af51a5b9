import { describe, expect, test } from 'vitest';
import { locateBinaries } from './binaries.ts';

const nothingInstalled = () => {
  throw new Error('Cannot find module');
};

describe('a platform without binaries', () => {
  test('is told to name a server', () => {
    expect(() => locateBinaries({ platform: 'win32-x64', resolve: nothingInstalled })).toThrow(/win32-x64.*DATABASE_URL/u);
  });

  test('that could have them is told how to install them', () => {
    expect(() => locateBinaries({ platform: 'linux-arm64', resolve: nothingInstalled })).toThrow(/npm ci.*DATABASE_URL/u);
  });
});

import type { BookAddress } from '../props/storefront.ts';
import { AddressBadges } from './address-badges.tsx';
import { AddressBlock } from './address-block.tsx';

/** The addresses of a book, to be read. */
export function AddressGrid({ addresses }: { addresses: readonly BookAddress[] }) {
  return (
    <ul className="card-grid">
      {addresses.map((address) => (
        <li key={address.id}>
          <AddressBadges address={address} />
          <AddressBlock address={address} />
        </li>
      ))}
    </ul>
  );
}

import { group, type AttackGroup } from './case.ts';

/** What is tried on prices and on the cart around them: by form, over REST, and past both by a statement of the application's own role. */
export const PRICE_CASES: readonly AttackGroup[] = [
  group(
    'Prices',
    ['M01', 'not a number', 'C2', 'NaN is given for a price.', 'Refused at the field, nothing stored; the database takes whole minor units only.'],
    ['M02', 'without end', 'C2', 'Infinity is given for a price.', 'As M01.'],
    ['M03', 'below every end', 'C2', 'Minus infinity is given for a price.', 'As M01.'],
    ['M04', 'an exponent', 'C2', '1e309, as text or as a JSON number.', 'As M01.'],
    ['M05', 'nothing', 'C2', 'An empty or blank price.', 'Refused; never taken for zero.'],
    ['M06', 'null', 'C2', 'null, the word or the value, no price at all, or the key twice.', 'As M05; of a key given twice the last one is judged.'],
    ['M07', 'another type', 'C2', 'true, a list, an object, hexadecimal, binary, underscores, exponents, a plus.', 'Refused.'],
    ['M09', 'zero', 'C2', '0 where the store allows none, 0 where it does, and what would only round to 0.', 'Refused, taken, refused; the database knows the setting too.'],
    ['M10', 'decimals', 'C2', 'More decimals than the currency has.', 'Refused, by the digits of ISO 4217; nothing is rounded.'],
    ['M11', 'huge', 'C2', 'Amounts at and above 2^53 and 2^63, and the highest price times the most pieces.', 'Refused, and no fault of the server.'],
    ['M12', 'other digits', 'C2', 'Full-width or Arabic digits, a no-break space.', 'Refused: ASCII digits alone.'],
    ['M13', 'other separators', 'C2', 'Separators of another language, and thousands.', 'The store’s language and no other; the API a dot.'],
    ['M16', 'without the right', 'C1', 'Staff without “Can Edit Item Price”, the customer, or nobody sends a price.', 'Refused (403, 401); the database takes a price only from a session with this customer, by its actor.'],
    ['M17', 'after the exit', 'C6', 'An edited price is used after the session: by the customer, past its time, in a reorder.', 'It stands for its time, then the normal price applies and is said; a reorder is at normal prices.'],
    ['M18', 'a stale or foreign line', 'C7', 'A line of an older version, of another customer, of nobody.', 'Refused (409, 404), nothing changed.'],
    ['M20', 'pieces that are none', 'C6', 'Negative, zero, fractional, huge or textual pieces after an edit.', 'Refused; line and price as they were.'],
    ['M22', 'a price of somebody else', 'C4', 'A price list, customer price or tier is named that is not this customer’s.', 'Refused (422).'],
    ['M23', 'more commission', 'D3', 'Prices are raised, discounts made negative, items given free for the sake of commission.', 'Rate times what is paid, in whole numbers; a free item earns nothing, nothing is negative.'],
    ['M24', 'edit against order', 'C7, D9', 'An edit and the order arrive together.', 'The order uses one version, and its prices are those on record.'],
  ),
];

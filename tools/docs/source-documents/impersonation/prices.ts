import { SPEC, says, type Chapter } from '../statement.ts';

const REASONS = 'apps/server/src/journeys/price-reasons.int.spec.ts';
const SYSTEM = 'apps/server/src/journeys/prices.int.spec.ts';

/** Prices in the cart: typed or chosen. */
export const prices: readonly Chapter[] = [
  {
    heading: 'Enable price editing',
    statements: [
      says('The staff account has “Can Edit Item Price”: Yes.', 'A3', 'Admin › Staff › staff account', { tests: [[SPEC.staffAccounts, 'have every field by its exact name']] }),
      says('The configuration has “Allow 0 Price on Item Price Edit”: Yes/No.', 'C2', 'Configuration › Staff › Price editing', { tests: [[SPEC.e2eAdmin, 'acts in the cart once saved']] }),
    ],
  },
  {
    heading: 'Edit price process',
    statements: [
      says('Each item of the cart has a field “Edit Price”.', 'C1', 'Cart, in the customer’s account', { tests: [[SPEC.e2eOrder, 'B2, D1: Sarah sells to John']] }),
      says('A new price is typed and taken with “Update”.', 'C1', 'Cart › “Update”', { tests: [[SPEC.e2eOrder, 'B2, D1: Sarah sells to John']] }),
      says('The checkout goes on with that price.', 'C1', 'Checkout', { tests: [[SPEC.assistedOrder, 'goes from the login to the order']] }),
    ],
  },
  {
    heading: 'Price editing rules',
    statements: [
      says('A price can be reduced.', 'C2', 'Cart › “Edit Price”', { tests: [[SPEC.override, 'sets a typed price, marked as typed']] }),
      says('A price can be raised.', 'C2', 'Cart › “Edit Price”', { tests: [[SPEC.override, 'may raise a price']] }),
      says('Zero is possible where the configuration allows it.', 'C2', 'Cart › “Edit Price”', { tests: [[SPEC.override, 'allows zero only where the store does']] }),
      says('A negative price is refused.', 'C2', 'Cart › “Edit Price”: the message at the field', { tests: [[SPEC.refusals, '%j is refused at the field, kept as typed, and stored nowhere']] }),
      says('What is no number is refused.', 'C2', 'Cart › “Edit Price”: the message at the field', { tests: [[SPEC.refusals, '%j is refused at the field, kept as typed, and stored nowhere']] }),
    ],
  },
  {
    heading: 'Use cases for price editing',
    statements: [
      ...['Volume discounts', 'Loyalty discounts', 'Promotional pricing', 'Price matching', 'Custom quotes', 'Special agreements', 'Contract pricing', 'Damaged goods', 'Samples', 'Replacements', 'Promotional items', 'Warranty replacements'].map((useCase) =>
        says(`${useCase} are a reason for an edited price.`, 'C5', 'Cart › “Edit Price”: the list of reasons', { tests: [[REASONS, '%s: “%s” can be chosen with its price, and is kept with the line']] })),
      says('Free items: samples, replacements, promotional items and warranty replacements cost nothing.', 'C10', 'Cart › free item', { tests: [[SPEC.concessions, 'stands beside the product’s ordinary line, has its reason and no price to edit, and its stock is taken']] }),
    ],
  },
  {
    heading: 'Alternative prices',
    statements: [
      says('The choice of prices needs a price system installed beside the extension.', 'G4', 'Admin › Catalog › Prices', { tests: [[SYSTEM, 'C4: reads for John as in the example: Base Price, Customer Price, Pricelist A, Volume Price']], deviation: 'The price system is part of Onbehalf; nothing else has to be installed.' }),
      says('“Display additional pricesystem prices” switches the choice on.', 'C4', 'Configuration › Staff › Price editing', { tests: [['apps/server/src/journeys/price-rule.int.spec.ts', 'assist/price_edit/show_alternatives']] }),
      says('A dropdown on each line shows the other prices.', 'C4', 'Cart, each line', { tests: [[SPEC.e2eOrder, 'C4: choosing an offered price applies it without typing']] }),
      says('It has the customer’s own prices.', 'C4', 'Cart › “Customer Price”', { tests: [[SYSTEM, 'C4: reads for John as in the example: Base Price, Customer Price, Pricelist A, Volume Price']] }),
      says('It has category prices.', 'C4', 'Cart › “Category Price”', { tests: [[SYSTEM, 'C4: gains Category Price, Matrix Price and Group Price as an administrator gives them, each by its name']] }),
      says('It has the prices of a price list, by the list’s name.', 'C4', 'Cart › “Pricelist A”', { tests: [[SYSTEM, 'C4: reads for John as in the example: Base Price, Customer Price, Pricelist A, Volume Price']] }),
      says('It has product-customer matrix prices.', 'C4', 'Cart › “Matrix Price”', { tests: [[SYSTEM, 'C4: gains Category Price, Matrix Price and Group Price as an administrator gives them, each by its name']] }),
      says('A price is set without typing it.', 'C4', 'Cart, each line', { tests: [[SPEC.e2eOrder, 'C4: choosing an offered price applies it without typing']] }),
    ],
  },
  {
    heading: 'Price selection',
    statements: [
      says('Base Price: $100.00.', 'C4', 'Cart, SKU-1001 for John Doe', { tests: [[SYSTEM, 'C4: reads for John as in the example: Base Price, Customer Price, Pricelist A, Volume Price']] }),
      says('Customer Price: $95.00.', 'C4', 'Cart, SKU-1001 for John Doe', { tests: [[SYSTEM, 'C4: reads for John as in the example: Base Price, Customer Price, Pricelist A, Volume Price']] }),
      says('Pricelist A: $90.00.', 'C4', 'Cart, SKU-1001 for John Doe', { tests: [[SYSTEM, 'C4: reads for John as in the example: Base Price, Customer Price, Pricelist A, Volume Price']] }),
      says('Volume Price: $85.00.', 'C4', 'Cart, SKU-1001 for John Doe: “from 10”', { tests: [[SYSTEM, 'C4: reads for John as in the example: Base Price, Customer Price, Pricelist A, Volume Price']] }),
      says('The chosen price is applied at once.', 'C4', 'Cart, each line', { tests: [[SPEC.e2eOrder, 'C4: choosing an offered price applies it without typing']] }),
    ],
  },
];

import { SPEC, says, type Chapter } from '../statement.ts';

interface Practice {
  row: string;
  spec: string;
  title: string;
}

type Step = readonly [text: string, see: string];

const all = (heading: string, { row, spec, title }: Practice, steps: readonly Step[]): Chapter => ({
  heading,
  statements: steps.map(([text, see]) => says(text, row, see, { tests: [[spec, title]] })),
});

/** Best practice, as three journeys of one browser test each. */
export const workflows: readonly Chapter[] = [
  all('Best practice: field sales', { row: 'A12', spec: SPEC.e2eField, title: 'Sarah’s visit at John’s' }, [
    ['Staff visit the customer on site.', 'A phone, 360 px wide'],
    ['They log in on a mobile device.', '/staff/account/login'],
    ['They enter the customer’s account.', '“Login to this account”'],
    ['They look at products together.', 'Categories, product page'],
    ['They add items to the cart.', '“Add to cart”'],
    ['They apply the price that was negotiated.', 'Cart › “Edit Price”'],
    ['They complete the order.', 'Checkout › “Place order”'],
    ['They click “Logout from current customer”.', 'Banner'],
  ]),
  all('Best practice: phone sales', { row: 'D7', spec: SPEC.e2ePhone, title: 'John calls; Sarah takes his list' }, [
    ['The customer calls with an order.', 'Portal › Customers has the focus in its search'],
    ['Staff search the customer.', 'Portal › Customers'],
    ['They log in as the customer.', '“Login to this account”'],
    ['They add what the customer asks for.', 'Quick order, product search'],
    ['They apply discounts if needed.', 'Cart'],
    ['They read the total aloud.', 'Checkout: the total in large type'],
    ['They complete the order.', '“Place order”'],
    ['They confirm the order number.', 'Page after the order: the number in read-out form'],
  ]),
  all('Best practice: customer service', { row: 'D7', spec: SPEC.e2eService, title: 'Olivia looks at his orders' }, [
    ['The customer reports an issue.', 'Start page › reason and reference'],
    ['Staff open the customer’s account.', '“Login to this account”'],
    ['They review the order history.', '“My Orders” in the account'],
    ['They place a replacement order.', 'Order › “Replacement order”'],
    ['They apply a discount or free shipping.', 'Cart › free shipping'],
    ['They complete the order.', '“Place order”'],
    ['They document it in the customer comment.', 'Checkout › comment'],
  ]),
];

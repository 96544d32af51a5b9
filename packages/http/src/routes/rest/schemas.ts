import { PAYMENT_STATES } from '@onbehalf/core';
import { z } from 'zod';

/** Money on the wire: a decimal string, because a JSON number loses digits (M11). */
export const MONEY = z.object({ amount: z.string().meta({ examples: ['80.00'] }), currency: z.string().meta({ examples: ['USD'] }) }).meta({ id: 'Money' });

export const PROBLEM = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    code: z.string().meta({ description: 'Stable. Codes are added, never renamed.' }),
    instance: z.string(),
    refusals: z.array(z.object({ code: z.string(), field: z.string().optional(), text: z.string(), remedy: z.string().optional(), facts: z.record(z.string(), z.union([z.string(), z.number()])).optional() })),
  })
  .meta({ id: 'Problem', description: 'RFC 9457. The first refusal gives title and status; all of them are listed.' });

export const TOKEN = z.object({ token: z.string(), expiresAfterIdleSeconds: z.number() }).meta({ id: 'StaffToken' });

export const CHECK = z.object({ code: z.string(), outcome: z.enum(['passed', 'failed', 'skipped']), text: z.string(), remedy: z.string().nullable() }).meta({ id: 'Check' });

/** What a context in view mode gets as null (B17); the header `onbehalf-masked` says so. */
export const PERSONAL = z.string().nullable().meta({ id: 'Personal', description: 'Null in an assist session in view mode.' });

export const PERSON = z.object({ id: z.string(), name: z.string(), email: PERSONAL }).meta({ id: 'Person' });

export const ASSIST_SESSION = z
  .object({ id: z.string(), store: z.string(), mode: z.enum(['view', 'shop', 'full']), startedAt: z.string(), secondsLeft: z.number() })
  .meta({ id: 'AssistSession' });

export const ME = z.object({ subject: PERSON.nullable(), actor: PERSON.nullable(), assistSession: ASSIST_SESSION.nullable() }).meta({ id: 'Me' });

export const ALTERNATIVE = z.object({ key: z.string(), label: z.string(), fromQuantity: z.number(), price: MONEY }).meta({ id: 'AlternativePrice' });

export const OPTION = z.object({ name: z.string(), value: z.string() }).meta({ id: 'Option', description: 'What was chosen of a product with options, for example Size and M.' });

export const CART_LINE = z
  .object({
    id: z.string(), sku: z.string(), name: z.string(), options: z.array(OPTION), quantity: z.number(), unitPrice: MONEY, originalPrice: MONEY, total: MONEY,
    priceSource: z.string().nullable(), priceReason: z.string().meta({ description: 'Why the price was edited; empty where nobody said.' }), reasonChoices: z.array(z.string()), free: z.object({ reason: z.string(), state: z.enum(['applies', 'over', 'not-covered']) }).nullable(),
    waitingFor: MONEY.nullable().meta({ description: 'A price that waits for approval; the line can’t be ordered until it is decided, withdrawn or over.' }), priceNotice: z.string().nullable().meta({ description: 'What became of an edited price or of a question about one, in words.' }), canEditPrice: z.boolean(), reasons: z.array(z.object({ code: z.string(), text: z.string() })), alternatives: z.array(ALTERNATIVE),
  })
  .meta({ id: 'CartLine' });

export const TOTALS = z
  .object({ subtotal: MONEY, discount: MONEY, shipping: MONEY, tax: MONEY, taxes: z.array(z.object({ percent: z.string().meta({ examples: ['19'] }), base: MONEY, tax: MONEY })).meta({ description: 'The tax by rate; `base` is what it is reckoned on, without tax.' }), total: MONEY, taxIncluded: z.boolean(), reverseCharge: z.object({ sellerVatNumber: z.string(), vatNumber: z.string().nullable() }).nullable().meta({ description: 'Both VAT numbers where the customer owes the VAT: then every price is without tax, and there is none in any sum. Null: tax as usual.' }), coupon: z.string().nullable(), staffDiscount: MONEY.extend({ reason: z.string() }).nullable().meta({ description: 'The part of the discount that staff gave off the whole cart.' }), freeShipping: z.object({ reason: z.string() }).nullable() })
  .meta({ id: 'Totals' });

export const CART = z.object({ version: z.number(), lines: z.array(CART_LINE), totals: TOTALS, commission: MONEY.nullable() }).meta({ id: 'Cart' });

/** A product that did not get into the cart, and why. */
export const LEFT_OUT = z.object({ sku: z.string(), code: z.string().meta({ description: 'The code of a refusal, or `free-of-charge`: what was given is not ordered again.' }), text: z.string() }).meta({ id: 'LeftOut' });

export const FILLED_CART = z.object({ cart: CART, added: z.array(z.object({ sku: z.string(), quantity: z.number() })), leftOut: z.array(LEFT_OUT) }).meta({ id: 'FilledCart' });

export const ADDRESS = z
  .object({ name: z.string(), company: z.string(), street: z.string(), postcode: z.string(), city: z.string(), region: z.string(), country: z.string(), phone: z.string() })
  .meta({ id: 'Address' });

export const LISTED_ADDRESS = ADDRESS.extend({ id: z.string(), isDefault: z.boolean(), isDefaultBilling: z.boolean(), street: PERSONAL, postcode: PERSONAL, phone: PERSONAL }).meta({ id: 'ListedAddress' });

export const INFORMATION = z
  .object({ firstName: z.string(), lastName: z.string(), email: PERSONAL, phone: PERSONAL, company: z.string(), vatNumber: PERSONAL })
  .meta({ id: 'AccountInformation' });

export const WISH = z.object({ sku: z.string(), name: z.string(), price: MONEY }).meta({ id: 'Wish' });

export const CHECKOUT = z
  .object({
    version: z.number(), totals: TOTALS, needsShipping: z.boolean(), shippingMethod: z.string().nullable().meta({ description: 'The one that `totals` is with; null where none goes there.' }),
    addresses: z.array(ADDRESS.extend({ id: z.string(), isDefault: z.boolean() })),
    shippingMethods: z.array(z.object({ code: z.string(), name: z.string(), price: MONEY })),
    paymentMethods: z.array(z.object({
      code: z.string(), name: z.string(), payableBy: z.string().nullable().meta({ description: 'The day, YYYY-MM-DD, by which it would have to be paid; null: not after an invoice.' }),
      refused: z.string().nullable().meta({ description: 'The code of what stands in the way of it for this cart, as `credit-limit`.' }),
    })),
  })
  .meta({ id: 'Checkout' });

export const PAYMENT = z
  .object({ state: z.enum(PAYMENT_STATES), amount: MONEY, paidAt: z.string().nullable(), refunded: MONEY })
  .meta({ id: 'Payment', description: 'How it stands with an order that is paid by a link; null for another way to pay, and where nothing is due.' });

export const ORDER = z
  .object({
    number: z.string(), placedAt: z.string(), status: z.string(), channel: z.string(),
    payment: PAYMENT.nullable(),
    lines: z.array(z.object({ sku: z.string(), name: z.string(), options: z.array(OPTION), quantity: z.number(), unitPrice: MONEY, originalPrice: MONEY, priceSource: z.string().nullable(), priceReason: z.string() })),
    totals: TOTALS, payableBy: z.string().nullable().meta({ description: 'The day, YYYY-MM-DD, by which the next money is due; null: nothing is owed, or it isn’t paid after an invoice.' }), replacementOf: z.string().nullable(), replacedBy: z.array(z.string()), staff: z.object({ id: z.string(), name: z.string(), group: z.string() }).nullable(), commission: MONEY.nullable(),
  })
  .meta({ id: 'Order' });

export const PLACED = ORDER.extend({ already: z.boolean().meta({ description: 'True where an earlier request with the same key made it.' }) }).meta({ id: 'PlacedOrder' });

export const CUSTOMER = z
  .object({ id: z.string(), externalId: z.string(), name: z.string(), company: z.string(), email: z.string(), store: z.string(), status: z.string(), consent: z.string(), reasons: z.array(z.object({ code: z.string(), text: z.string() })) })
  .meta({ id: 'Customer' });

export const COMPANY = z
  .object({
    id: z.string(), websiteId: z.string(), name: z.string(), vatNumber: z.string(), vatCheck: z.object({ at: z.string(), by: z.string() }).nullable().meta({ description: 'When somebody of the shop looked the number up, and who; null: nobody, or it has changed since.' }),
    groupId: z.string(), orderVisibility: z.enum(['own', 'company']), paymentDays: z.number().nullable().meta({ description: 'Null: the days of the website.' }), creditLimit: MONEY.nullable(),
  })
  .meta({ id: 'Company' });

export const OWN_COMPANY = z
  .object({ name: z.string(), vatNumber: PERSONAL, role: z.enum(['administrator', 'buyer']), orderVisibility: z.enum(['own', 'company']), paymentDays: z.number().nullable() })
  .meta({ id: 'OwnCompany' });

export const COMPANY_BUYER = z
  .object({ id: z.string(), name: z.string(), email: z.string(), role: z.enum(['administrator', 'buyer']), status: z.string(), deactivatedByCompany: z.boolean(), isConfirmed: z.boolean() })
  .meta({ id: 'CompanyBuyer' });


export const STAFF_ACCOUNT = z
  .object({
    id: z.string(), name: z.string(), firstName: z.string(), lastName: z.string(), email: z.string(), phone: z.string(), active: z.boolean(), roleId: z.string(), roleName: z.string(), groupId: z.string(), groupName: z.string(),
    stores: z.array(z.string()), language: z.enum(['en', 'de', 'es']), timeZone: z.string(), accessAllCustomers: z.boolean(), canEditItemPrice: z.boolean(), canCreateCustomer: z.boolean(),
    commissionRate: z.string().nullable(), maxDiscount: z.string().nullable(), orderConfirmationCopy: z.boolean(), ownCustomerId: z.string().nullable(),
  })
  .meta({ id: 'StaffAccount' });

export const ASSIGNED_CUSTOMER = z
  .object({ id: z.string(), externalId: z.string(), name: z.string(), company: z.string(), email: z.string(), store: z.string(), status: z.string(), isPrimary: z.boolean() })
  .meta({ id: 'AssignedCustomer' });

export const OPEN_ASSIST_SESSION = z
  .object({
    id: z.string(), kind: z.enum(['browser', 'api']), mode: z.enum(['view', 'shop', 'full']), reason: z.string(), reference: z.string(),
    staff: z.object({ id: z.string(), name: z.string(), group: z.string() }), customer: z.object({ id: z.string(), name: z.string(), company: z.string() }), store: z.string(), startedAt: z.string(),
    idleSeconds: z.number().meta({ description: 'Since the member of staff did anything, in the account or in the portal.' }),
    secondsLeft: z.number().meta({ description: 'Until idle time or the hard limit ends it, whichever is first.' }),
    lastAction: z.object({ at: z.string(), text: z.string().meta({ description: 'As the action log says it, in the language of the account that asks.' }) }).nullable(),
  })
  .meta({ id: 'OpenAssistSession' });

export const PRICE_APPROVAL = z
  .object({
    id: z.string(), status: z.enum(['waiting', 'approved', 'declined', 'void']), sku: z.string(), name: z.string(), quantity: z.number(), reason: z.string(),
    price: MONEY, normalPrice: MONEY, margin: MONEY.nullable().meta({ description: 'Of one piece over its cost; null without the right “See margin”.' }),
    limits: z.array(z.string()).meta({ description: 'Codes of the limits it is beyond.' }), canDecide: z.boolean(),
    customer: z.object({ id: z.string(), name: z.string(), company: z.string() }), askedBy: z.object({ id: z.string(), name: z.string() }), askedAt: z.string(),
    decision: z.object({ by: z.string(), at: z.string(), comment: z.string() }).nullable(),
  })
  .meta({ id: 'PriceApproval' });

export const OWN_TOKEN = z.object({ id: z.string(), createdAt: z.string(), lastUsedAt: z.string(), userAgent: z.string(), current: z.boolean().meta({ description: 'The one this request was made with.' }) }).meta({ id: 'OwnToken' });

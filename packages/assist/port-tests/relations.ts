/** What assist's statements read of a shop: name and type of every column it may count on. Further columns do no harm. */
export const RELATIONS = {
  website: { id: 'smallint', code: 'text', name: 'text' },
  store: {
    id: 'smallint', code: 'text', website_id: 'smallint', name: 'text', base: 'text', locale: 'text', currency: 'character(3)',
    prices_include_tax: 'boolean', country: 'character(2)', time_zone: 'text', active: 'boolean', epoch: 'bigint',
  },
  customer_group: { id: 'bigint', code: 'text', name: 'jsonb' },
  customer: {
    id: 'bigint', website_id: 'smallint', store_id: 'smallint', customer_group_id: 'bigint', email: 'text', external_id: 'text', first_name: 'text',
    last_name: 'text', company: 'text', status: 'text', confirmed_at: 'timestamp with time zone', last_ip: 'text',
    last_order_at: 'timestamp with time zone', epoch: 'bigint', record_key: 'bytea', created_at: 'timestamp with time zone', search_text: 'text',
  },
  customer_session: { id: 'uuid', token_hash: 'bytea', customer_id: 'bigint', store_id: 'smallint', ended_at: 'timestamp with time zone' },
  open_cart: { id: 'uuid', customer_id: 'bigint', store_id: 'smallint', kind: 'text', version: 'integer', changed_in: 'uuid', others_version: 'integer', pieces: 'integer' },
  product: { id: 'bigint', sku: 'text', name: 'jsonb' },
  placed_order: {
    id: 'bigint', number: 'text', cart_id: 'uuid', customer_id: 'bigint', store_id: 'smallint', placed_at: 'timestamp with time zone', currency: 'character(3)',
    total: 'bigint', actor_id: 'bigint', staff_group_id: 'bigint', owner_staff_id: 'bigint', assist_session_id: 'uuid', commission: 'bigint',
  },
  placed_order_line: { order_id: 'bigint', position: 'integer', sku: 'text', quantity: 'integer', unit_minor: 'bigint', catalogue_minor: 'bigint', override_source: 'text' },
} as const satisfies Record<string, Record<string, string>>;

/** Functions by name: what they are called with and what they give. */
export const FUNCTIONS = {
  cart_snapshot: ['p_customer bigint, p_store smallint, p_kind text', 'jsonb'],
  hold_cart: ['p_customer bigint, p_store smallint, p_kind text', 'TABLE(id uuid, version integer, changed_in uuid, others_version integer)'],
  restore_cart: ['p_cart uuid, p_kept jsonb, p_at timestamp with time zone', 'TABLE(version integer, left_out text[])'],
} as const satisfies Record<string, readonly [string, string]>;

/** The countries the shop delivers to, ISO 3166-1 alpha-2. */
export const DELIVERED_TO = ['US', 'DE', 'AT', 'ES', 'CH', 'FR', 'IT', 'NL', 'PT'] as const;

const COUNTRIES: ReadonlySet<string> = new Set(DELIVERED_TO);

export const isDeliveredTo = (country: string): boolean => COUNTRIES.has(country);

import { PICTURE_SIZES } from '@onbehalf/core';
import { pictureBytes } from '@onbehalf/shop';
import { z } from 'zod';
import { fileRoute, type Route } from '../../route.ts';

const SIZES = PICTURE_SIZES.map((size) => `${size}.webp` as const);

/** Pictures of products, in the shop, the portal and admin alike (G1). */
export const pictureRoutes: Route[] = [
  fileRoute({
    path: '/media/:picture/:size', handle: 'catalog_product_picture', access: 'public', inContext: 'view', summary: 'A product’s picture',
    // Nothing else may stand in the address: there is one of each.
    input: z.strictObject({ picture: z.string().regex(/^[A-Za-z0-9_-]{43}-[1-9][0-9]{0,3}x[1-9][0-9]{0,3}$/), size: z.enum(SIZES) }),
    file: async ({ unit, input }) => {
      const bytes = await pictureBytes(unit, { key: input.picture, size: Number.parseInt(input.size, 10) });
      return bytes === null ? null : { type: 'image/webp', bytes };
    },
  }),
];

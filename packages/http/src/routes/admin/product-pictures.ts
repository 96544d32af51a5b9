import { err, RESOURCE, type Refusal, type Result } from '@onbehalf/core';
import type { KeptProduct } from '@onbehalf/shop';
import { z } from 'zod';
import { redirect } from '../../answer.ts';
import { productPageOf } from '../../present/product-page.ts';
import { makePictures } from '../../pictures/make-pictures.ts';
import { route, uploadRoute, type Outcome, type Route, type RouteContext } from '../../route.ts';
import { deletePicture, savePictures, uploadPictures } from '../../use-cases/save-pictures.ts';
import type { Form, Saved } from '../../use-cases/save-product.ts';
import { formOf, ID, withProduct } from './products.ts';

const common = { method: 'POST', area: 'admin', access: { resource: RESOURCE.products }, inContext: 'outside', audit: { group: 'catalog', action: 'update' } } as const;
const path = '/admin/products/:id/images';

/** Catalog › Products › Images (G1): uploaded, told in words, put in order, deleted. */
export const productPictureRoutes: Route[] = [
  uploadRoute({
    ...common, path: `${path}/upload`, handle: 'adminhtml_product_images_upload', input: z.looseObject({ id: ID }),
    prepare: async ({ id }, files) => ({ id, made: await makePictures(files) }),
    refuseFiles: (context, refusal) => withProduct(context, (product) => save(context, { product, write: async () => err([{ ...refusal, field: 'files' }]), flash: '' })),
    run: (context) => withProduct(context, (product) => save(context, { product, write: () => uploadPictures(context.unit, product, { made: context.input.made, now: context.request.now }), flash: 'pictures-uploaded' })),
  }),
  route({
    ...common, path, handle: 'adminhtml_product_images_save', input: z.looseObject({ id: ID }),
    run: (context) => withProduct(context, (product) => {
      const form = formOf(context.input);
      return save(context, { product, form, write: () => savePictures(context.unit, product, form), flash: 'product-saved' });
    }),
  }),
  route({
    ...common, path: `${path}/:picture/delete`, handle: 'adminhtml_product_images_delete', input: z.looseObject({ id: ID, picture: ID }),
    run: (context) => withProduct(context, (product) => {
      const form = formOf(context.input);
      return save(context, { product, form, write: () => deletePicture(context.unit, product, { id: context.input.picture, form, now: context.request.now }), flash: 'picture-deleted' });
    }),
  }),
];

interface Saving {
  product: KeptProduct;
  form?: Form;
  write: () => Promise<Result<Saved, Refusal[]>>;
  flash: string;
}

async function save({ deps, request }: RouteContext<unknown>, { product, form, write, flash }: Saving): Promise<Outcome> {
  const done = await write();
  const object = { type: 'product', id: product.id };
  if (!done.ok) {
    const refusals = done.error;
    // Somebody else deleted it meanwhile.
    if (refusals.some(({ code }) => code === 'not-found')) return { refused: refusals, object };
    return { refused: refusals, object, show: (fresh) => productPageOf({ deps, request, unit: fresh }, { product, kind: product.kind, section: 'images', refusals, ...(form === undefined ? {} : { typed: form }) }) };
  }
  const { name, detail } = done.value;
  return { answer: redirect(`/admin/products/${product.id}?section=images`), entry: { object, detail }, flash: { tone: 'good', code: flash, facts: { sku: name } } };
}

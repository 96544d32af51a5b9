import type { ProductProps } from '../../../props/storefront.ts';
import { useT } from '../../../shell/request-context.tsx';
import { ProductImage } from '../../../ui/product-image.tsx';

/** One picture large and the others to choose from, as radio buttons: by key, by tap, and with script off. Only the chosen one is loaded large. */
export function ProductGallery({ gallery, name, image }: Pick<ProductProps, 'gallery' | 'name' | 'image'>) {
  const t = useT();
  const [only] = gallery;
  if (gallery.length < 2) return <ProductImage src={image} size={640} alt={only?.alt ?? name} lazy={false} className="product-picture" />;
  const shown = Math.max(0, gallery.findIndex((one) => one.isShown));
  return (
    <fieldset className="gallery">
      <legend className="sr-only">{t('product.pictures')}</legend>
      {gallery.map(({ image: source, alt }, at) => (
        <div key={source} className="gallery-item">
          <label>
            <input type="radio" name="picture" value={at + 1} defaultChecked={at === shown} autoComplete="off" aria-label={t('product.pictureOf', { number: at + 1, count: gallery.length, alt })} className="sr-only" />
            <ProductImage src={source} size={72} />
          </label>
          <div className="gallery-shown">
            <ProductImage src={source} size={640} alt={alt} lazy={at !== shown} className="product-picture" />
          </div>
        </div>
      ))}
    </fieldset>
  );
}
